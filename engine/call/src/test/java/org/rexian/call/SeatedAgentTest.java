package org.rexian.call;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.call.House.Plan;
import org.rexian.call.TestPhone.Habit;

/** An agent who sat at a shared desk when the engine ended still sits there when it begins again. */
class SeatedAgentTest extends HouseRig {

    @Test
    void theDeskRingsForWhomTheRouterRemembersThere() throws Exception {
        TestPhone desk = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of(House.DESK, desk));
        house.ask(new AcdCommand.SignIn(house.time(), "1007", House.DESK)); // as its journal told the router
        house.ask(new AcdCommand.Ready(house.time(), "1007"));
        house.center.endpoint().loop().execute(() -> house.center.begin(Map.of("1007", House.DESK)));

        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "138", house.address());
        desk.hears("rings for 138");
        desk.hears("confirmed");
        joined(caller, desk);
    }
}
