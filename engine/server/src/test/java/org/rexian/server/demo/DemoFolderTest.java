package org.rexian.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.ConfigurationCheck;
import org.rexian.ivr.FlowLibrary;
import org.rexian.server.CannotStart;
import org.rexian.server.config.Configuration;

class DemoFolderTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Path HOTLINE =
            Path.of("../../ivr-scripts/hotlines/10060").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void itsConfigurationIsFitToRunAndKnowsWhatTheHotlineNames() throws Exception {
        Configuration demo = DemoFolder.open(Optional.of(folder))
                .configure("127.0.0.1:5062", "127.0.0.1:8082", HOME)
                .configuration();
        FlowLibrary hotline = FlowLibrary.load(HOTLINE).library().orElseThrow();

        assertThat(ConfigurationCheck.problemsOf(demo.acd().configuration())).isEmpty();
        assertThat(demo.acd().ownQueues())
                .extracting(queue -> queue.name())
                .containsExactlyInAnyOrderElementsOf(hotline.queues());
        assertThat(demo.acd().configuration().agents())
                .flatExtracting(agent -> agent.skills().keySet())
                .containsAll(hotline.skills());
        assertThat(demo.data()).isEqualTo(folder);
        assertThat(demo.sip().listen())
                .hasSize(2)
                .allSatisfy(at -> assertThat(at.address().getPort()).isEqualTo(5062));
    }

    @Test
    void leavesTheConfigurationBehindForServe() throws Exception {
        DemoFolder demo = DemoFolder.open(Optional.of(folder.resolve("made")));
        demo.configure("127.0.0.1:5062", "127.0.0.1:8082", HOME);
        assertThat(Files.readString(demo.configuration()))
                .contains(HOTLINE.toString())
                .doesNotContain("${");
    }

    @Test
    void anAddressThatIsNoneIsSaidWithItsPlace() throws Exception {
        DemoFolder demo = DemoFolder.open(Optional.of(folder));
        assertThatThrownBy(() -> demo.configure("127.0.0.1:99999", "127.0.0.1:8082", HOME))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("rexian.yaml:")
                .hasMessageContaining("99999");
    }
}
