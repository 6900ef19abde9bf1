package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordDraftTest {

    private final RecordDraft draft = new RecordDraft(7, "abc@host", "carrier", "13800138000", "10060", 1_000);

    @Test
    void remembersTheFlowThatTheCallBeganWith() {
        draft.step(1_010, "main", "v1", "welcome");
        draft.step(1_020, "billing", "v1", "ask");
        CallRecord record = draft.complete(2_000, "caller-hangup", 200);
        assertThat(record.flow()).isEqualTo("main");
        assertThat(record.flowVersion()).isEqualTo("v1");
        assertThat(record.steps()).extracting(CallRecord.StepRecord::step).containsExactly("welcome", "ask");
    }

    @Test
    void aFlowThatNeverEndsDoesNotFillTheMemory() {
        for (int i = 0; i < 10_000; i++) {
            draft.step(i, "main", "v1", "menu");
        }
        CallRecord record = draft.complete(20_000, "caller-hangup", 200);
        assertThat(record.steps()).hasSize(500);
        assertThat(record.attributes()).containsEntry("steps-not-kept", "9500");
    }

    @Test
    void aTalkEndsOnce() {
        draft.connected(1_500, "1001", "service");
        draft.talkEnded(1_800);
        draft.talkEnded(1_900);
        assertThat(draft.complete(2_000, "agent-hangup", 200).talkEndedAt()).isEqualTo(1_800);
    }

    @Test
    void aSecondTalkReplacesTheFirst() {
        draft.connected(1_500, "1001", "service");
        draft.talkEnded(1_800);
        draft.connected(2_500, "1002", "service");
        draft.talkEnded(2_900);
        CallRecord record = draft.complete(3_000, "agent-hangup", 200);
        assertThat(record.agent()).isEqualTo("1002");
        assertThat(record.connectedAt()).isEqualTo(2_500);
        assertThat(record.talkEndedAt()).isEqualTo(2_900);
    }

    @Test
    void attributesOfEachQueueEntryAreKept() {
        draft.attributes(Map.of("tier", "gold"));
        draft.attributes(Map.of("topic", "bills"));
        assertThat(draft.complete(2_000, "abandoned", 200).attributes())
                .containsOnly(Map.entry("tier", "gold"), Map.entry("topic", "bills"));
    }
}
