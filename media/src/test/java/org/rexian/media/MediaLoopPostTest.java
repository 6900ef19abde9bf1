package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever posts to a media loop does not wait for it: the call loop does so several times a call. */
class MediaLoopPostTest {

    @Test
    void whoeverPostsDoesNotWaitForALoopThatWaits() throws Exception {
        MediaLoop loop = new MediaLoop(System::nanoTime);
        CountDownLatch ran = new CountDownLatch(1);
        synchronized (loop.selector) { // as the loop's thread does for as long as it waits for packets
            Thread poster = Thread.ofPlatform().start(() -> loop.post(ran::countDown));
            assertThat(poster.join(Duration.ofSeconds(30))).isTrue();
        }
        loop.turn(0);
        assertThat(ran.getCount()).isZero();
        loop.stop();
        loop.run();
    }
}
