package org.rexian.acd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which agent each customer talked to last. Forgets what is older than any queue asks for, and the oldest when full. */
final class LastTalks {

    static final int MOST = 500_000;

    record LastTalk(String agent, long at) {}

    /** The longest ago first. */
    final Map<String, LastTalk> byCustomer = new LinkedHashMap<>();

    long keepMillis;

    /** For as long as the queue that looks farthest back. */
    void keepFor(long millis) {
        keepMillis = millis;
    }

    void talked(String customer, String agent, long now) {
        if (customer.isEmpty() || keepMillis == 0) {
            return;
        }
        byCustomer.remove(customer);
        byCustomer.put(customer, new LastTalk(agent, now));
        var oldest = byCustomer.values().iterator();
        while (oldest.hasNext() && (now - oldest.next().at() > keepMillis || byCustomer.size() > MOST)) {
            oldest.remove();
        }
    }

    /** The agent who talked to this customer since {@code from}. */
    Optional<String> since(long from, String customer) {
        return Optional.ofNullable(byCustomer.get(customer))
                .filter(last -> last.at() >= from)
                .map(LastTalk::agent);
    }
}
