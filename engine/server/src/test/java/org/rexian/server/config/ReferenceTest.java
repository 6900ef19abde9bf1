package org.rexian.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rexian.server.Docs;

/** The page pins every key and default: change one, and this test shows the difference until the page is printed anew. */
class ReferenceTest {

    private static final Path PAGE = Docs.page("reference/configuration.md");
    private static final Path ROUTING = Docs.page("operating/routing.md");
    private static final Path EXAMPLE = Docs.page("operating/rexian.yaml");

    @Test
    void thePageIsWhatTheProgramReads() throws IOException {
        if (Boolean.getBoolean("rexian.docs.write")) {
            Files.writeString(PAGE, Reference.page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(Reference.page());
    }

    @Test
    void theExamplesOfTheRoutingPageLoadWithoutAWord() throws IOException {
        Matcher block = Pattern.compile("(?s)```yaml file=(\\d+)\\n(.*?)```").matcher(Files.readString(ROUTING));
        List<String> names = new ArrayList<>();
        while (block.find()) {
            names.add(block.group(1));
            ConfigurationFile.Outcome outcome =
                    ConfigurationFile.parse(block.group(2), "routing.md", Path.of("/etc"), name -> null);
            assertThat(outcome).isInstanceOf(ConfigurationFile.Outcome.Loaded.class);
            assertThat(((ConfigurationFile.Outcome.Loaded) outcome).warnings()).isEmpty();
        }
        assertThat(names).containsExactly("10060", "95598");
    }

    @Test
    void theScenarioPageIsWhatTheProgramReads() throws IOException {
        Path page = Docs.page("reference/scenario.md");
        if (Boolean.getBoolean("rexian.docs.write")) {
            Files.writeString(page, Reference.scenarioPage());
        }
        assertThat(Files.readString(page)).isEqualTo(Reference.scenarioPage());
    }

    @Test
    void theCommentedExampleLoads() {
        Map<String, String> environment =
                Map.of("PHONE_1001", "one", "PHONE_1002", "two", "REXIAN_TOKEN", "0123456789abcdef");
        ConfigurationFile.Outcome outcome = ConfigurationFile.load(EXAMPLE, environment::get);
        assertThat(outcome).isInstanceOf(ConfigurationFile.Outcome.Loaded.class);
        Configuration example = ((ConfigurationFile.Outcome.Loaded) outcome).configuration();
        assertThat(Summary.lines(example))
                .contains(
                        "  trunk     carrier from 198.51.100.0/28",
                        "  phones    4, of which 2 at a fixed address",
                        "  queue     repair: 2 agents, rings 20s, wrap-up 30s, served in time within 20s");
        assertThat(example.acd().phones()).containsEntry("ann", "1003");
    }
}
