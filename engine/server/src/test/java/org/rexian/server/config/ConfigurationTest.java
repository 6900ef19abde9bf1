package org.rexian.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.RoutingRules.ContactChoice;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;

class ConfigurationTest {

    private static final Path FOLDER = Path.of("/etc/rexian");

    private static ConfigurationFile.Outcome parse(String text) {
        return ConfigurationFile.parse(text, "rexian.yaml", FOLDER, Map.of("TOKEN", "0123456789abcdef")::get);
    }

    private static Configuration loaded(String text) {
        ConfigurationFile.Outcome outcome = parse(text);
        assertThat(outcome).isInstanceOf(ConfigurationFile.Outcome.Loaded.class);
        return ((ConfigurationFile.Outcome.Loaded) outcome).configuration();
    }

    private static String refused(String text) {
        ConfigurationFile.Outcome outcome = parse(text);
        assertThat(outcome).isInstanceOf(ConfigurationFile.Outcome.Refused.class);
        StringBuilder out = new StringBuilder();
        ((ConfigurationFile.Outcome.Refused) outcome)
                .problems()
                .forEach(p -> out.append(p).append('\n'));
        return out.toString();
    }

    @Test
    void everyProblemIsReportedAtOnceWithPlaceAndHint() {
        String problems = refused("""
                sip:
                  listen: [udp:127.0.0.1:5060, tpc:127.0.0.1:5060]
                  acounts: []
                media:
                  timeout: 20
                acd:
                  queues:
                    - name: service
                      ring: 5 minutes
                  agents:
                    - id: ann
                      queues: [servise]
                      skills: {lang.zh: 11}
                http:
                  listen: 0.0.0.0:8080
                """);
        assertThat(problems).isEqualTo("""
                rexian.yaml:2:32: listen: 'tpc:127.0.0.1:5060' does not say udp or tcp
                    hint: write udp:192.0.2.1:5060 or tcp:192.0.2.1:5060
                rexian.yaml:3:3: unknown key 'acounts' in sip
                    hint: did you mean accounts?
                rexian.yaml:5:12: timeout: '20' is not a duration
                    hint: write a number and a unit: 500ms, 20s, 5m, 2h, 7d
                rexian.yaml:9:13: ring: '5 minutes' is not a duration
                    hint: write a number and a unit: 500ms, 20s, 5m, 2h, 7d
                rexian.yaml:11:11: phone: there is no SIP account 'ann'
                    hint: add an account to sip.accounts, or name one as  phone: ACCOUNT
                rexian.yaml:12:16: agent ann: serves unknown queue 'servise'
                    hint: did you mean service?
                rexian.yaml:13:25: skills: 11 is out of range
                    hint: write a number from 1 to 10
                rexian.yaml:15:11: listen: the API would be open to everybody who reaches 0.0.0.0
                    hint: set http.token, for example to ${env:REXIAN_TOKEN}, or listen on 127.0.0.1
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data: [a                                                        | not valid YAML
                    - a                                                             | the file must be a mapping of keys to values
                    data:                                                           | 'data' has no value
                    http: {token: "${env:NOBODY}"}                                  | environment variable NOBODY is not set
                    http: {token: short}                                            | too short to be a secret
                    log: {level: inof}                                              | did you mean info?
                    {data: a, data: b}                                              | 'data' is set twice
                    media: {address: 0.0.0.0}                                       | can't be written into SDP
                    media: {ports: 20000-10000}                                     | is not a usable range
                    sip: {trunks: [{name: a, addresses: [10.0.0.1/8]}]}             | has bits set behind its prefix
                    sip: {trunks: [{name: a}]}                                      | neither addresses nor host
                    sip: {trunks: [{addresses: [10.0.0.0/8]}]}                      | 'name' is missing
                    sip: {accounts: [{user: a}]}                                    | neither password nor contact
                    sip: {accounts: [{user: a, contact: x}]}                        | not a SIP URI
                    sip: {timers: {t1: 5s, t2: 1s}}                                 | t2 is shorter than t1
                    sip: {listen: [udp:localhost, udp:127.0.0.1:5060]}              | stands here twice
                    acd: {queues: [{name: a}, {name: a}]}                           | 1:34: queue a: there is another queue 'a'
                    acd: {queues: [{name: a, requirement: "lang >>= 3"}]}           | 1:46: queue a: requirement: found ">="
                    acd: {queues: [{name: a, requirement: lang >>= 3}]}             | 1:45: queue a: requirement: found ">="
                    acd: {queues: [{name: a, requirement: [any, "after x: any"]}]}  | 1:52: queue a: requirement: found "x"
                    acd: {queues: [{name: a, requirement: [any, "after 2s: bo"]}]} | 1:56: queue a: no agent has the skill 'bo'
                    acd: {queues: [{name: direct}]}                                 | the queue 'direct' is built in
                    acd: {queues: [{name: a, sticky: {wait: 5s}}]}                  | no effect without 'within'
                    acd: {queues: [{name: a, ratio: 0}]}                            | 0 is out of range
                    acd: {queues: [{name: a, overflow: [{when: wait, to: b}]}]}     | 'wait' needs one
                    acd: {queues: [{name: a, overflow: [{when: ewt, to: b, threshold: 5}]}]} | '5' is not a duration
                    acd: {queues: [{name: a, overflow: [{when: closed, to: b, threshold: 5}]}]} | 'closed' has none
                    acd: {queues: [{name: bb, overflow: [{when: closed, to: bc}]}]} | 1:57: queue bb: overflows to unknown queue 'bc'
                    acd: {queues: [{name: a, overflow: {when: closed, to: a}}]}     | 1:55: queue a: overflows in a circle: a → a
                    acd: {routing: {reservations: [{agents: kham, class: gold}]}}   | is for unknown class 'gold'
                    acd: {routing: {classes: [{name: gold, weight: -1}]}}           | '-1' is not a number
                    acd: {agents: [{id: a, phone: none, supervises: [day]}]}        | 1:50: agent a: supervises unknown team 'day'
                    acd: {agents: [{id: a, phone: none, queues: [direct]}]}         | every agent serves 'direct' anyway
                    acd: {agents: [{id: a, phone: none}, {id: a, phone: none}]}     | there is another agent 'a'
                    acd: {desks: [d1]}                                              | there is no SIP account 'd1'
                    acd: {feature-codes: {ready: "*11"}}                            | already is sign-in
                    acd: {queues: {name: [a]}}                                      | takes a single value
                    """)
    void saysWhatIsWrong(String text, String expected) {
        assertThat(refused(text)).contains(expected);
    }

    @Test
    void anEmptyMappingRunsOnDefaults() {
        Configuration defaults = loaded("{}");
        assertThat(defaults.data()).isEqualTo(FOLDER.resolve("data"));
        assertThat(defaults.storage().database()).isEqualTo(FOLDER.resolve("data/rexian.db"));
        assertThat(defaults.sip().listen()).hasToString("[udp:127.0.0.1:5060, tcp:127.0.0.1:5060]");
        assertThat(defaults.http().loopback()).isTrue();
        assertThat(defaults.acd().featureCodes().reasons()).containsEntry("2", "meal");
    }

    @Test
    void aFloorIsReadWhole() {
        Configuration read = loaded("""
                sip: {accounts: [{user: "1001", password: p}, {user: desk-1, password: p}]}
                acd:
                  desks: [desk-1]
                  queues:
                    - name: tibetan
                      requirement: [lang.bo >= 3 never relax, billing, "after 20s: any"]
                      agent-choice: ring-all
                      ring-at-once: 5
                      ratio: 2.5
                      sticky: {within: 7d, wait: 15s}
                      overflow: [{when: length, threshold: 20, to: general}, {when: no-agents, to: general}]
                    - {name: general}
                  agents:
                    - {id: "1001", team: day, skills: {lang.bo: 5, billing: 1}, queues: [tibetan], wrap-up: 40s, chats: 3}
                    - {id: boss, phone: none, queues: [general], supervises: [day]}
                  routing:
                    contact-choice: fixed-queue-ratio
                    point: 2s
                    classes: [{name: gold, weight: 2, target: 10s}]
                    reservations: [{agents: lang.bo >= 3, keep: 1}]
                    seed: 7
                """);
        AcdConfiguration acd = read.acd().configuration();
        assertThat(acd.queues().getFirst())
                .isEqualTo(QueueDefinition.named("tibetan")
                        .requirement("lang.bo >= 3 never relax; billing; after 20s: any")
                        .agentChoice(AgentChoice.RING_ALL)
                        .ringAtOnce(5)
                        .ringMillis(20_000)
                        .wrapUpMillis(15_000)
                        .ratio(2.5)
                        .limits(new QueueDefinition.WaitLimits(0, 0, false, false))
                        .sticky(new QueueDefinition.Sticky(604_800_000, 15_000))
                        .overflow(new Overflow(Overflow.When.LENGTH, 20, "general"))
                        .overflow(new Overflow(Overflow.When.NO_AGENTS, 0, "general"))
                        .build());
        assertThat(acd.queues()).extracting(QueueDefinition::name).containsExactly("tibetan", "general", "direct");
        assertThat(acd.agents().getFirst().queues()).containsExactly("tibetan", "direct");
        assertThat(acd.agents().getFirst().wrapUpMillis()).hasValue(40_000);
        assertThat(acd.agents().getLast().supervises()).containsExactly("day");
        assertThat(read.acd().phones()).containsExactly(Map.entry("1001", "1001"));
        assertThat(read.acd().desks()).containsExactly("desk-1");
        assertThat(acd.rules())
                .isEqualTo(new RoutingRules(
                        ContactChoice.FIXED_QUEUE_RATIO,
                        2_000,
                        0,
                        List.of(new CustomerClass("gold", 2, 10_000)),
                        List.of(new Reservation("lang.bo >= 3", "", 1)),
                        7));
    }

    @Test
    void whatIsProbablyNotMeantSoIsAWarningAtItsPlace() {
        ConfigurationFile.Outcome outcome = parse("acd: {queues: [{name: a}, {name: b, requirement: any}]}");
        assertThat(((ConfigurationFile.Outcome.Loaded) outcome).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "rexian.yaml:1:16: queue a: no agent serves it\n    hint: name the queue at an agent",
                        "rexian.yaml:1:50: queue b: no agent serves it\n    hint: name the queue at an agent");
    }

    @Test
    void aTokenComesFromTheEnvironmentAndIsNeverPrinted() {
        Configuration configuration = loaded("http: {listen: \"0.0.0.0:80\", token: \"${env:TOKEN}\"}");
        assertThat(configuration.http().token().reveal()).isEqualTo("0123456789abcdef");
        assertThat(configuration.toString()).doesNotContain("0123456789abcdef");
        assertThat(String.join("\n", Summary.lines(configuration)))
                .contains("with token")
                .doesNotContain("0123456789");
    }

    @Test
    void controlCharactersOfTheFileDoNotReachTheTerminal() {
        assertThat(refused("\"a\\e[2Jb\": 1")).contains("\\u001b").doesNotContain("\u001b");
    }

    @Test
    void aliasesThatContainThemselvesAreHarmless() {
        assertThat(refused("sip: &a {trunks: [*a]}")).contains("unknown key 'trunks' in trunks");
    }
}
