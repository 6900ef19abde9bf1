package org.rexian.acd;

import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Codes;
import org.rexian.acd.bytes.Malformed;

/**
 * Commands as bytes, for the journal: a tag, the time, the fields in their order. A tag stands for one layout for ever: where a
 * command's fields change, the new layout takes a new tag, and the old one is read on, with a default for what it lacks. Whoever
 * reads an unknown tag has a journal of a newer engine.
 */
public final class CommandCodec {

    /** Goes up with every new tag, so that an older engine can say at once that it is too old. */
    public static final int VERSION = 1;

    private static final int CONFIGURE = 1;
    private static final int SIGN_IN = 2;
    private static final int SIGN_OUT = 3;
    private static final int READY = 4;
    private static final int NOT_READY = 5;
    private static final int REACHABLE = 6;
    private static final int ENQUEUE = 7;
    private static final int ABANDON = 8;
    private static final int LEAVE_QUEUE = 9;
    private static final int OFFER_ACCEPTED = 10;
    private static final int OFFER_REJECTED = 11;
    private static final int HOLD = 12;
    private static final int TALK_ENDED = 13;
    private static final int TRANSFER = 14;
    private static final int REQUEUE = 15;
    private static final int COMPLETE_TRANSFER = 16;
    private static final int TAKE_OVER = 17;
    private static final int CALL_LOST = 18;
    private static final int REQUEST_CALLBACK = 19;
    private static final int CALLBACK_RESULT = 20;
    private static final int WRAP_UP_ENDED = 21;
    private static final int EXTEND_WRAP_UP = 22;
    private static final int OPEN_QUEUE = 23;
    private static final int CLOSE_QUEUE = 24;
    private static final int SET_SKILLS = 25;
    private static final int SET_PRIORITY = 26;
    private static final int TICK = 27;

    private static final Codes<RejectCause> REJECT_CAUSES =
            Codes.of(RejectCause.BUSY, RejectCause.REJECTED, RejectCause.UNREGISTERED, RejectCause.FAILED);
    private static final Codes<EndedBy> ENDED_BY =
            Codes.of(EndedBy.CALLER, EndedBy.AGENT, EndedBy.SYSTEM, EndedBy.TRANSFER);
    private static final Codes<DialResult> DIAL_RESULTS =
            Codes.of(DialResult.ANSWERED, DialResult.NO_ANSWER, DialResult.BUSY, DialResult.FAILED);

    private CommandCodec() {}

    /** Appends one command. */
    public static void write(AcdCommand command, BytesOut out) {
        switch (command) {
            case AcdCommand.Configure c -> ConfigurationCodec.write(c.configuration(), begin(out, CONFIGURE, c));
            case AcdCommand.SignIn c -> begin(out, SIGN_IN, c).text(c.agent()).text(c.desk());
            case AcdCommand.SignOut c -> begin(out, SIGN_OUT, c).text(c.agent());
            case AcdCommand.Ready c -> begin(out, READY, c).text(c.agent());
            case AcdCommand.NotReady c ->
                begin(out, NOT_READY, c).text(c.agent()).text(c.reason());
            case AcdCommand.Reachable c ->
                begin(out, REACHABLE, c).text(c.agent()).flag(c.reachable());
            case AcdCommand.Enqueue c -> ContactBytes.write(c, begin(out, ENQUEUE, c));
            case AcdCommand.Abandon c -> begin(out, ABANDON, c).number(c.contact());
            case AcdCommand.LeaveQueue c ->
                begin(out, LEAVE_QUEUE, c).number(c.contact()).text(c.reason());
            case AcdCommand.OfferAccepted c -> begin(out, OFFER_ACCEPTED, c).number(c.offer());
            case AcdCommand.OfferRejected c ->
                REJECT_CAUSES.write(c.cause(), begin(out, OFFER_REJECTED, c).number(c.offer()));
            case AcdCommand.Hold c -> begin(out, HOLD, c).number(c.contact()).flag(c.held());
            case AcdCommand.TalkEnded c ->
                ENDED_BY.write(c.by(), begin(out, TALK_ENDED, c).number(c.contact()));
            case AcdCommand.Transfer c -> ContactBytes.write(c, begin(out, TRANSFER, c));
            case AcdCommand.Requeue c ->
                begin(out, REQUEUE, c).number(c.contact()).text(c.reason());
            case AcdCommand.CompleteTransfer c ->
                begin(out, COMPLETE_TRANSFER, c).number(c.contact()).number(c.consult());
            case AcdCommand.TakeOver c ->
                begin(out, TAKE_OVER, c).number(c.contact()).text(c.agent());
            case AcdCommand.CallLost c -> begin(out, CALL_LOST, c).number(c.contact());
            case AcdCommand.RequestCallback c ->
                ContactBytes.writeDialling(
                        c.dialling(), begin(out, REQUEST_CALLBACK, c).number(c.contact()));
            case AcdCommand.CallbackResult c ->
                DIAL_RESULTS.write(c.result(), begin(out, CALLBACK_RESULT, c).number(c.contact()));
            case AcdCommand.WrapUpEnded c -> begin(out, WRAP_UP_ENDED, c).text(c.agent());
            case AcdCommand.ExtendWrapUp c ->
                begin(out, EXTEND_WRAP_UP, c).text(c.agent()).number(c.millis());
            case AcdCommand.OpenQueue c -> begin(out, OPEN_QUEUE, c).text(c.queue());
            case AcdCommand.CloseQueue c ->
                begin(out, CLOSE_QUEUE, c).text(c.queue()).flag(c.sendAway());
            case AcdCommand.SetSkills c ->
                begin(out, SET_SKILLS, c).text(c.agent()).map(c.skills(), BytesOut::numberOf);
            case AcdCommand.SetPriority c ->
                begin(out, SET_PRIORITY, c).number(c.contact()).number(c.priority());
            case AcdCommand.Tick c -> begin(out, TICK, c);
        }
    }

    private static BytesOut begin(BytesOut out, int tag, AcdCommand command) {
        return out.tag(tag).number(command.at());
    }

    /** Reads one command and nothing behind it. */
    public static AcdCommand read(BytesIn in) throws Malformed {
        int tag = in.tag();
        long at = in.number();
        return switch (tag) {
            case CONFIGURE -> new AcdCommand.Configure(at, ConfigurationCodec.read(in));
            case SIGN_IN -> new AcdCommand.SignIn(at, in.text(), in.text());
            case SIGN_OUT -> new AcdCommand.SignOut(at, in.text());
            case READY -> new AcdCommand.Ready(at, in.text());
            case NOT_READY -> new AcdCommand.NotReady(at, in.text(), in.text());
            case REACHABLE -> new AcdCommand.Reachable(at, in.text(), in.flag());
            case ENQUEUE -> ContactBytes.readEnqueue(at, in);
            case ABANDON -> new AcdCommand.Abandon(at, in.number());
            case LEAVE_QUEUE -> new AcdCommand.LeaveQueue(at, in.number(), in.text());
            case OFFER_ACCEPTED -> new AcdCommand.OfferAccepted(at, in.number());
            case OFFER_REJECTED -> new AcdCommand.OfferRejected(at, in.number(), REJECT_CAUSES.read(in));
            case HOLD -> new AcdCommand.Hold(at, in.number(), in.flag());
            case TALK_ENDED -> new AcdCommand.TalkEnded(at, in.number(), ENDED_BY.read(in));
            case TRANSFER -> ContactBytes.readTransfer(at, in);
            case REQUEUE -> new AcdCommand.Requeue(at, in.number(), in.text());
            case COMPLETE_TRANSFER -> new AcdCommand.CompleteTransfer(at, in.number(), in.number());
            case TAKE_OVER -> new AcdCommand.TakeOver(at, in.number(), in.text());
            case CALL_LOST -> new AcdCommand.CallLost(at, in.number());
            case REQUEST_CALLBACK -> new AcdCommand.RequestCallback(at, in.number(), ContactBytes.readDialling(in));
            case CALLBACK_RESULT -> new AcdCommand.CallbackResult(at, in.number(), DIAL_RESULTS.read(in));
            case WRAP_UP_ENDED -> new AcdCommand.WrapUpEnded(at, in.text());
            case EXTEND_WRAP_UP -> new AcdCommand.ExtendWrapUp(at, in.text(), in.number());
            case OPEN_QUEUE -> new AcdCommand.OpenQueue(at, in.text());
            case CLOSE_QUEUE -> new AcdCommand.CloseQueue(at, in.text(), in.flag());
            case SET_SKILLS -> new AcdCommand.SetSkills(at, in.text(), in.map(BytesIn::integer));
            case SET_PRIORITY -> new AcdCommand.SetPriority(at, in.number(), in.integer());
            case TICK -> new AcdCommand.Tick(at);
            default -> throw in.malformed("no command has the tag " + tag);
        };
    }

    /** What bytes turned out to be. */
    public sealed interface Decoded {

        /** A whole command. */
        record Command(AcdCommand command) implements Decoded {}

        /** Not a command: {@code offset} is where that was noticed. */
        record Unreadable(int offset, String reason) implements Decoded {}
    }

    /** These bytes as one command, whatever they hold. */
    public static Decoded decode(byte[] bytes, int from, int length) {
        BytesIn in = new BytesIn(bytes, from, length);
        try {
            AcdCommand command = read(in);
            in.end();
            return new Decoded.Command(command);
        } catch (Malformed e) {
            return new Decoded.Unreadable(e.offset(), e.reason());
        }
    }
}
