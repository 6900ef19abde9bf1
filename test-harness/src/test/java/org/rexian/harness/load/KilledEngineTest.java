package org.rexian.harness.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.process.DebianTool;

/** SIGKILL under SIPp's calls: nobody loses a place or a record. {@code load kill9} does it a hundred times. */
class KilledEngineTest {

    @Test
    @NeedsTool(DebianTool.SIPP)
    void afterThreeKillsEverybodyWasWhereTheyWereAndIsOnRecord() throws Exception {
        assertThat(KilledEngine.errorsOf(3, 10, Long.getLong("kill.seed", 1))).isEmpty();
    }
}
