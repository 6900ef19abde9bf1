package org.rexian.ivr;

import java.util.Set;
import org.rexian.ivr.expr.Expression;

/** Tells what could not be computed in a run: once for each expression, so that a circle of steps does not fill the log. */
final class Troubles implements Expression.Failures {

    private static final int MAX_TOLD = 50;
    private static final int MAX_REASON = 200;

    private final FlowRun run;
    private final FlowLibrary library;

    Troubles(FlowRun run, FlowLibrary library) {
        this.run = run;
        this.library = library;
    }

    @Override
    public void failed(Expression expression, String reason) {
        Set<String> told = run.state.told;
        if (told.size() < MAX_TOLD && told.add(expression.at() + " " + expression.text())) {
            String message = "`" + expression.text() + "` " + (readsSecret(expression) ? "failed" : reason);
            run.act(new FlowAction.Trouble(run.flow(), library.version(), run.step(), oneLine(message)));
        }
    }

    /** What went wrong could quote the value. */
    private boolean readsSecret(Expression expression) {
        return expression.names().stream().anyMatch(name -> library.isSecret(run.flow(), name));
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
    }
}
