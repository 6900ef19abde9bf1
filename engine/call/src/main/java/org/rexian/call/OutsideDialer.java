package org.rexian.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rexian.acd.DialResult;
import org.rexian.sip.CallTarget;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;

/** Dials numbers outside through the trunk for it. */
final class OutsideDialer {

    private final CallCenter center;

    OutsideDialer(CallCenter center) {
        this.center = center;
    }

    /**
     * Rings a number, with its audio beside that of {@code beside}; empty when there is no way out or no port is free.
     *
     * @param from number that is shown unless the trunk has one of its own
     */
    Optional<Leg> dial(Leg.Role role, String number, String from, Leg beside, LegOwner owner, Consumer<Leg> home) {
        Optional<Directory.Outside> way = center.settings().directory().outside();
        return way.flatMap(trunk -> LegAudio.openBeside(
                        beside,
                        center.media(),
                        center.loop(),
                        center.ids().next(center.loop().now()))
                .map(audio -> {
                    Leg leg = new Leg(role, number, center.loop(), audio, owner, home);
                    leg.dialled(center.sip().invite(invite(trunk, number, from, leg), leg));
                    return leg;
                }));
    }

    private static OutgoingInvite invite(Directory.Outside trunk, String number, String from, Leg leg) {
        return new OutgoingInvite(
                new CallTarget.Uri("sip:" + number + "@" + trunk.host(), Optional.of(trunk.trunk())),
                trunk.from().isEmpty() ? from : trunk.from(),
                "",
                leg.firstOffer(),
                Map.of(),
                trunk.ringMillis());
    }

    /** What became of a call that was not answered. */
    static DialResult resultOf(SessionEnd end) {
        return switch (end.cause()) {
            case TIMEOUT -> DialResult.NO_ANSWER;
            case REJECTED ->
                switch (end.status()) {
                    case 486, 600 -> DialResult.BUSY;
                    case 408, 480, 487 -> DialResult.NO_ANSWER;
                    default -> DialResult.FAILED;
                };
            case LOCAL, REMOTE_BYE, REMOTE_CANCEL, NO_ACK, TRANSPORT -> DialResult.FAILED;
        };
    }
}
