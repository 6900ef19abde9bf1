package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.ivr.phone.Transcript;

/** A waiting caller who wants to be called back, and one who waits again after a talk. */
class WaitingCallerTest {

    private static final String HOTLINE = """
        version: 1
        name: waiting
        languages: [en]
        numbers: {"1": {flow: main}}
        queues: [service]
        """;

    private static final String FLOW = """
        flow: main
        steps:
          desk:
            queue:
              name: service
              while-waiting: {keys: {9: bye}, callback: {key: 1, then: promised}}
              otherwise: full
              after-talk: bye
          promised: {end: {outcome: callback}}
          full: {end: {outcome: turned-away}}
          bye: {end: {outcome: served}}
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write(FLOW);
    }

    private void write(String flow) throws IOException {
        TestHotline.write(folder, Map.of("hotline.yaml", HOTLINE, "flows/main.yaml", flow));
    }

    private void holds(String transcript) {
        Transcript.Report report = Transcript.run(TestHotline.library(folder), "test", transcript);
        assertThat(report.failures()).isEmpty();
        assertThat(report.calls()).isPositive();
    }

    @Test
    void aCallbackIsPromisedOnlyWhenItIsGranted() {
        holds("""
            call 1
            enters service
            presses 1
            asks-for-callback
            step desk
            callback-promised
            ends callback
            """);
    }

    @Test
    void aCallbackThatIsNotGrantedLeavesTheCallerWaiting() {
        holds("""
            call 1
            enters service
            presses 1
            asks-for-callback
            presses 9
            leaves-queue
            ends served
            """);
    }

    @Test
    void whoeverWaitsAgainHasTheKeysAndExitsOfTheQueueAgain() {
        holds("""
            call 1
            enters service
            agent 1001
            presses 9
            step desk
            waits-again
            presses 9
            leaves-queue
            ends served
            call 1
            agent 1001
            waits-again
            queue full
            ends turned-away
            call 1
            agent 1001
            waits-again
            agent 1002
            talk-ends
            ends served
            """);
    }

    @Test
    void aKeyCannotMeanTwoThings() throws IOException {
        write(FLOW.replace("callback: {key: 1", "callback: {key: 9"));
        assertThat(FlowLibrary.load(folder).problems().toString()).contains("key 9 leads somewhere else already");
    }
}
