package org.rexian.harness;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.rexian.harness.process.DebianTool;

/** Decides for {@link NeedsTool}. */
final class NeedsToolCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = AnnotationSupport.findAnnotation(context.getElement(), NeedsTool.class)
                .map(needs -> Arrays.stream(needs.value())
                        .filter(tool -> !tool.installed())
                        .map(DebianTool::howToInstall)
                        .collect(Collectors.joining("; ")))
                .orElse("");
        if (missing.isEmpty() || "true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("");
        }
        return ConditionEvaluationResult.disabled(missing);
    }
}
