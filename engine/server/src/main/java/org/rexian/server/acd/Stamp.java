package org.rexian.server.acd;

import org.rexian.acd.AcdCommand;

/**
 * Gives a command another time. Two threads may read the clock in one order and reach the ring in the other; the router
 * refuses what is older than the command before it, so the later of the two gets the earlier one's time.
 */
final class Stamp {

    private Stamp() {}

    static AcdCommand at(long at, AcdCommand command) {
        return switch (command) {
            case AcdCommand.Configure c -> new AcdCommand.Configure(at, c.configuration());
            case AcdCommand.SignIn c -> new AcdCommand.SignIn(at, c.agent(), c.desk());
            case AcdCommand.SignOut c -> new AcdCommand.SignOut(at, c.agent());
            case AcdCommand.Ready c -> new AcdCommand.Ready(at, c.agent());
            case AcdCommand.NotReady c -> new AcdCommand.NotReady(at, c.agent(), c.reason());
            case AcdCommand.Reachable c -> new AcdCommand.Reachable(at, c.agent(), c.reachable());
            case AcdCommand.Enqueue c ->
                new AcdCommand.Enqueue(
                        at,
                        c.contact(),
                        c.kind(),
                        c.queue(),
                        c.requirement(),
                        c.customerClass(),
                        c.priority(),
                        c.attributes(),
                        c.standing());
            case AcdCommand.Abandon c -> new AcdCommand.Abandon(at, c.contact());
            case AcdCommand.LeaveQueue c -> new AcdCommand.LeaveQueue(at, c.contact(), c.reason());
            case AcdCommand.OfferAccepted c -> new AcdCommand.OfferAccepted(at, c.offer());
            case AcdCommand.OfferRejected c -> new AcdCommand.OfferRejected(at, c.offer(), c.cause());
            case AcdCommand.Hold c -> new AcdCommand.Hold(at, c.contact(), c.held());
            case AcdCommand.TalkEnded c -> new AcdCommand.TalkEnded(at, c.contact(), c.by());
            case AcdCommand.WrapUpEnded c -> new AcdCommand.WrapUpEnded(at, c.agent());
            case AcdCommand.Transfer c ->
                new AcdCommand.Transfer(at, c.contact(), c.queue(), c.requirement(), c.ageCreditMillis(), c.wish());
            case AcdCommand.Requeue c -> new AcdCommand.Requeue(at, c.contact(), c.reason());
            case AcdCommand.CompleteTransfer c -> new AcdCommand.CompleteTransfer(at, c.contact(), c.consult());
            case AcdCommand.TakeOver c -> new AcdCommand.TakeOver(at, c.contact(), c.agent());
            case AcdCommand.CallLost c -> new AcdCommand.CallLost(at, c.contact());
            case AcdCommand.RequestCallback c -> new AcdCommand.RequestCallback(at, c.contact(), c.dialling());
            case AcdCommand.CallbackResult c -> new AcdCommand.CallbackResult(at, c.contact(), c.result());
            case AcdCommand.ExtendWrapUp c -> new AcdCommand.ExtendWrapUp(at, c.agent(), c.millis());
            case AcdCommand.OpenQueue c -> new AcdCommand.OpenQueue(at, c.queue());
            case AcdCommand.CloseQueue c -> new AcdCommand.CloseQueue(at, c.queue(), c.sendAway());
            case AcdCommand.SetSkills c -> new AcdCommand.SetSkills(at, c.agent(), c.skills());
            case AcdCommand.SetPriority c -> new AcdCommand.SetPriority(at, c.contact(), c.priority());
            case AcdCommand.Tick c -> new AcdCommand.Tick(at);
        };
    }
}
