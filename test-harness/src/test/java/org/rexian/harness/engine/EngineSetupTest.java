package org.rexian.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.server.cli.RexianCommand;

/** What the other tests start must pass the check that an operator would run. */
class EngineSetupTest {

    @Test
    void theConfigurationPassesItsCheck(@TempDir Path folder) {
        EngineSetup setup = EngineSetup.in(
                folder,
                EngineSetup.AgentPhone.registering("1001", "a long secret"),
                EngineSetup.AgentPhone.at("1002", 5070, "tcp"));

        assertThat(RexianCommand.run("check", "-c", setup.write().toString())).isZero();
        assertThat(RexianCommand.run("check", "-c", setup.forLoad().write().toString()))
                .isZero();
    }
}
