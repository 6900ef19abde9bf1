package org.rexian.call;

import java.util.Map;

/** Asks a phone to answer by itself, in the two ways that phones understand; one that understands neither rings. */
final class AutoAnswer {

    static final Map<String, String> HEADERS = Map.of(
            "Call-Info", "<sip:rexian.invalid>;answer-after=0",
            "Alert-Info", "<http://rexian.invalid>;info=alert-autoanswer;delay=0");

    private AutoAnswer() {}
}
