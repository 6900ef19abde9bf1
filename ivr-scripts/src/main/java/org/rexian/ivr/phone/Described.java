package org.rexian.ivr.phone;

import java.util.stream.Collectors;
import org.rexian.ivr.FlowAction;

/** Actions in words. */
final class Described {

    private Described() {}

    static String enqueue(FlowAction.Enqueue queued) {
        StringBuilder words = new StringBuilder(queued.queue());
        if (!queued.requirement().isEmpty()) {
            words.append(", requires ").append(queued.requirement());
        }
        if (queued.priority() != 0) {
            words.append(", priority ").append(queued.priority());
        }
        if (!queued.customerClass().isEmpty()) {
            words.append(", class ").append(queued.customerClass());
        }
        if (!queued.standing().agent().isEmpty()) {
            words.append(", asks for agent ").append(queued.standing().agent());
        }
        if (queued.standing().ageCreditMillis() > 0) {
            words.append(", waited before ")
                    .append(queued.standing().ageCreditMillis() / 1000)
                    .append('s');
        }
        if (!queued.attributes().isEmpty()) {
            words.append(", with ")
                    .append(queued.attributes().entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(" ")));
        }
        return words.toString();
    }
}
