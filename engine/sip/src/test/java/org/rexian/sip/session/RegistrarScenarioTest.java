package org.rexian.sip.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rexian.sip.Account;
import org.rexian.sip.CallTarget;
import org.rexian.sip.Registration;
import org.rexian.sip.SipSettings;
import org.rexian.sip.TrunkLogin;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/** Phones that register, callers that must prove themselves, accounts that are called. */
class RegistrarScenarioTest {
    private final VirtualNetwork net = new VirtualNetwork();
    private final Phone pbx = new Phone(
            net,
            "pbx",
            1,
            s -> s.withAccounts(List.of(
                            Account.withPassword("ann", "secret"),
                            Account.withPassword("ben", "b"),
                            Account.at("desk", "sip:desk@10.0.0.4")))
                    .withTrunks(List.of(TrunkSettings.inboundOnly("carrier", "10.0.0.8"))));
    private final Phone phone = new Phone(net, "phone", 2, RegistrarScenarioTest::throughPbx);
    private final RawPeer stranger = new RawPeer(net, 9);

    /** The phone's side: a trunk with login, as the harness's phones have. */
    private static SipSettings throughPbx(SipSettings s) {
        TrunkLogin login = new TrunkLogin("ann", "secret", false, 300);
        return s.withTrunks(List.of(
                new TrunkSettings("pbx", List.of("10.0.0.1"), "10.0.0.1", 5060, Transport.UDP, Optional.of(login))));
    }

    private Registration register(Phone from, String user, String password) {
        SipUri uri = SipUri.parse("sip:10.0.0.1").orElseThrow();
        return from.agent.register(
                new RegistrationClient.Order(uri, user, password, 300), now -> from.onReachable("self " + now, true));
    }

    @Test
    void registersIsCalledAndUnregisters() {
        Registration registration = register(phone, "ann", "secret");
        net.run(60);
        assertThat(pbx.events()).containsExactly("ann reachable");
        assertThat(phone.events()).containsExactly("self REGISTERED reachable");
        assertThat(net.wire())
                .containsExactly("phone REGISTER 1", "pbx 401 REGISTER", "phone REGISTER 2", "pbx 200 REGISTER");
        pbx.call(new CallTarget.Account("ann"), "o", 0);
        net.run(20);
        assertThat(phone.events()).containsExactly("invite ann by pbx of trunk pbx o");
        phone.last().reject(486, "");
        registration.end();
        net.run(60);
        assertThat(pbx.events()).containsExactly("ended REJECTED 486", "ann gone");
        assertThat(phone.events()).endsWith("self ENDED reachable");
        assertThat(pbx.agent.registrar().reachable("ann")).isFalse();
    }

    @Test
    void accountsChangeWhileTheEndpointRuns() {
        register(phone, "ann", "secret");
        net.run(60);
        pbx.agent.accounts(List.of(Account.withPassword("cara", "c"), Account.at("ben", "sip:ben@10.0.0.5")));
        assertThat(pbx.events()).containsExactly("ann reachable", "ann gone");
        assertThat(pbx.agent.registrar().size()).isZero();
        assertThat(pbx.agent.registrar().reachable("ben")).isTrue();
        register(phone, "ann", "secret");
        net.run(60);
        assertThat(pbx.agent.registrar().reachable("ann")).isFalse();
        register(phone, "cara", "c");
        net.run(60);
        assertThat(pbx.events()).containsExactly("cara reachable");
    }

    @Test
    void refreshesInTimeAndExpiresWhenThePhoneDies() {
        register(phone, "ann", "secret");
        net.run(600_000);
        assertThat(pbx.events()).containsExactly("ann reachable");
        net.lose(line -> line.startsWith("phone"));
        net.run(300_000);
        assertThat(pbx.events()).containsExactly("ann gone");
        assertThat(pbx.agent.registrar().size()).isZero();
        net.loseNothing();
        net.run(70_000);
        assertThat(pbx.events()).as("tried again").containsExactly("ann reachable");
    }

    @Test
    void wrongPasswordsAndUnknownUsersLookAlike() {
        register(phone, "ann", "wrong");
        net.run(60);
        List<String> wrong = net.wire();
        Phone other = new Phone(net, "phone", 3);
        register(other, "nobody", "wrong");
        net.run(60);
        assertThat(net.wire()).isEqualTo(wrong).contains("pbx 401 REGISTER").doesNotContain("pbx 200 REGISTER");
        assertThat(pbx.events()).isEmpty();
        assertThat(phone.events()).containsExactly("self FAILED reachable");
        assertThat(pbx.counters.usage.wrongCredentials.sum()).isEqualTo(2);
    }

    @Test
    void oneMayNotRegisterForAnother() {
        DigestAsker asker = new DigestAsker("ben", "b");
        SipResponse first = stranger.ask(pbx.address, "REGISTER", "sip:ann@10.0.0.1", "", 1);
        SipResponse second = stranger.ask(
                pbx.address,
                "REGISTER",
                "sip:ann@10.0.0.1",
                "",
                2,
                asker.answer(first, "REGISTER", "sip:ann@10.0.0.1"));
        assertThat(second.status()).isEqualTo(403);
        assertThat(first.to().tag()).isNotEmpty();
        assertThat(second.to().tag()).isNotEmpty();
    }

    @Test
    void strangersMeetAChallengeThenAForbidden() {
        SipResponse first = stranger.ask(pbx.address, "INVITE", "sip:10060@10.0.0.1", "", 1);
        assertThat(first.status()).isEqualTo(401);
        assertThat(pbx.refused).as("a challenge is no refusal").isEmpty();
        stranger.send(pbx.address, "ACK", "sip:10060@10.0.0.1", first.to().tag(), 1);
        DigestAsker asker = new DigestAsker("stranger", "guess");
        SipResponse second = stranger.ask(
                pbx.address,
                "INVITE",
                "sip:10060@10.0.0.1",
                "",
                2,
                asker.answer(first, "INVITE", "sip:10060@10.0.0.1"));
        assertThat(second.status()).isEqualTo(403);
        assertThat(pbx.refused)
                .containsExactly("403 stranger to 10060 from "
                        + stranger.address.getAddress().getHostAddress());
        assertThat(pbx.events()).isEmpty();
        assertThat(pbx.counters.usage.strangersRefused.sum()).isEqualTo(1);
        assertThat(pbx.agent.sessions()).isZero();
    }

    @Test
    void anAccountCallsByDigestOrByItsRegistration() {
        CallTarget hotline = new CallTarget.Uri("sip:10060@10.0.0.1", Optional.of("pbx"));
        phone.agent.invite(new org.rexian.sip.OutgoingInvite(hotline, "ann", "", new byte[0], Map.of(), 0), phone);
        net.run(60);
        assertThat(pbx.events()).containsExactly("invite 10060 by ann of account ann");
        assertThat(net.wire()).containsExactly("phone INVITE 1", "pbx 401 INVITE", "phone ACK 1", "phone INVITE 2");
        pbx.answer("o");
        net.run(40);
        assertThat(phone.events()).containsExactly("answered o");
    }

    @Test
    void afterRegisteringNoSecondProofIsAskedFor() {
        register(phone, "ann", "secret");
        net.run(60);
        net.wire();
        CallTarget hotline = new CallTarget.Uri("sip:10060@10.0.0.1", Optional.empty());
        phone.agent.invite(new org.rexian.sip.OutgoingInvite(hotline, "ann", "", new byte[0], Map.of(), 0), phone);
        net.run(20);
        assertThat(net.wire()).containsExactly("phone INVITE 1");
        assertThat(pbx.events()).endsWith("invite 10060 by ann of account ann");
    }

    @Test
    void staticContactsAndTrunksAreKnownByAddress() {
        Phone desk = new Phone(net, "desk", 4);
        desk.call("sip:10060@10.0.0.1", "o");
        Phone carrier = new Phone(net, "13800138000", 8);
        carrier.call("sip:10060@10.0.0.1", "o");
        net.run(20);
        assertThat(pbx.events())
                .containsExactly(
                        "invite 10060 by desk of account desk o", "invite 10060 by 13800138000 of trunk carrier o");
        pbx.call(new CallTarget.Account("desk"), "ring", 0);
        net.run(20);
        assertThat(desk.events()).containsExactly("invite desk by pbx of trunk lan ring");
        assertThat(pbx.agent.registrar().reachable("desk")).isTrue();
    }

    @Test
    void allPhonesOfAnAccountRingAndTheFirstToAnswerHasIt() {
        register(phone, "ann", "secret");
        Phone second = new Phone(net, "second", 3);
        register(second, "ann", "secret");
        net.run(60);
        phone.events();
        second.events();
        pbx.call(new CallTarget.Account("ann"), "o", 0);
        net.run(20);
        phone.last().progress(180, new byte[0]);
        second.last().progress(180, new byte[0]);
        net.run(20);
        second.answer("a");
        net.run(60);
        assertThat(second.events()).endsWith("confirmed");
        assertThat(phone.events()).endsWith("ended REMOTE_CANCEL 487");
        assertThat(pbx.events()).endsWith("progress 180", "progress 180", "answered a");
    }

    @Test
    void nobodyThereMeansUnavailable() {
        pbx.call(new CallTarget.Account("ben"), "o", 0);
        assertThat(pbx.events()).isEmpty();
        net.run(20);
        assertThat(pbx.events()).containsExactly("ended REJECTED 480");
    }
}
