package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rexian.call.InTalkCodes.Meaning;
import org.rexian.call.TalkCodes.Function;

class InTalkCodesTest {

    private final InTalkCodes codes = new InTalkCodes(TalkCodes.defaults());
    private long now;

    /** Presses these keys 200 ms apart; what they meant, in order, without the nothings. */
    private List<Meaning> press(String keys) {
        List<Meaning> meant = new ArrayList<>();
        for (int i = 0; i < keys.length(); i++) {
            now += 200;
            note(meant, codes.key(keys.charAt(i), now));
        }
        return meant;
    }

    private List<Meaning> pause(long millis) {
        List<Meaning> meant = new ArrayList<>();
        now += millis;
        note(meant, codes.tick(now));
        return meant;
    }

    private static void note(List<Meaning> meant, Meaning meaning) {
        if (!(meaning instanceof Meaning.Nothing)) {
            meant.add(meaning);
        }
    }

    private static Meaning code(Function function, String number) {
        return new Meaning.Code(function, number);
    }

    private static Meaning keys(String keys) {
        return new Meaning.Keys(keys);
    }

    @Test
    void aCodeWithoutANumberIsDoneAtItsLastKey() {
        assertThat(press("*1")).containsExactly(code(Function.HOLD, ""));
        assertThat(press("*4*6")).containsExactly(code(Function.COMPLETE, ""), code(Function.RETRIEVE, ""));
        assertThat(codes.deadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aNumberEndsAtTheHashOrAfterAPause() {
        assertThat(press("*21003#")).containsExactly(code(Function.TRANSFER, "1003"));
        assertThat(press("*313800138000")).isEmpty();
        assertThat(pause(2_999)).isEmpty();
        assertThat(pause(1)).containsExactly(code(Function.CONSULT, "13800138000"));
        assertThat(press("*2#")).as("nobody named").containsExactly(code(Function.TRANSFER, ""));
    }

    @Test
    void keysWithoutAStarGoOnAtOnce() {
        assertThat(press("12#")).containsExactly(keys("1"), keys("2"), keys("#"));
    }

    @Test
    void whatIsNoCodeIsGivenBackWhole() {
        assertThat(press("*9")).containsExactly(keys("*9"));
        assertThat(press("**1")).containsExactly(keys("**"), keys("1"));
        assertThat(press("*")).isEmpty();
        assertThat(pause(3_000)).containsExactly(keys("*"));
        assertThat(press("*#")).containsExactly(keys("*#"));
    }

    @Test
    void keysWithoutEndAreNoNumber() {
        assertThat(press("*2" + "1".repeat(39))).containsExactly(keys("*2" + "1".repeat(39)));
    }
}
