package org.rexian.sip.transport;

import java.util.Optional;
import org.rexian.sip.SipCounters;
import org.rexian.sip.wire.Parsed;
import org.rexian.sip.wire.SipCodec;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipResponse;

/** The way of every message in: parse, count, stamp, hand on; what is malformed is answered here, without state. */
final class Inbound {
    private final CallLoop loop;
    private final MessageSender sender;
    private final InboundListener listener;
    private final SipCounters counters;

    Inbound(CallLoop loop, MessageSender sender, InboundListener listener, SipCounters counters) {
        this.loop = loop;
        this.sender = sender;
        this.listener = listener;
        this.counters = counters;
    }

    /** Takes one whole message. The bytes may be reused afterwards. */
    Parsed receive(byte[] bytes, int length, Flow flow) {
        Parsed parsed = SipCodec.parse(bytes, 0, length);
        loop.guarded(() -> dispatch(parsed, flow));
        return parsed;
    }

    private void dispatch(Parsed parsed, Flow flow) {
        switch (parsed) {
            case Parsed.Request(var request) -> {
                counters.requestsIn.increment();
                if (!request.method().equals(SipMethod.ACK)) {
                    flow.connection().ifPresent(Connection::owes);
                }
                listener.onRequest(request.receivedFrom(flow.remote()), flow);
            }
            case Parsed.Response(var response) -> {
                counters.responsesIn.increment();
                listener.onResponse(response, flow);
            }
            case Parsed.KeepAlive keepAlive -> counters.keepAlivesIn.increment();
            case Parsed.Malformed(String reason, String detail, Optional<SipResponse> answer) -> {
                counters.malformed(reason);
                answer.ifPresent(response -> answer(response, flow));
            }
        }
    }

    /** With an unreadable Via the source itself is the only address there is. */
    void answer(SipResponse response, Flow flow) {
        Destination back =
                response.soundTopVia().map(via -> ResponseRoute.of(via, flow)).orElseGet(flow::back);
        flow.connection().ifPresent(Connection::owes);
        sender.send(response, back, () -> {});
    }
}
