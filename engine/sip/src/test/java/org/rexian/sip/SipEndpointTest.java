package org.rexian.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rexian.sip.transport.BindFailure;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/** Whole endpoints over real loopback sockets. */
class SipEndpointTest {
    private final List<SipEndpoint> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(SipEndpoint::close);
    }

    /** A user whose events are lines in a queue, and which answers every call with {@code answer}. */
    private static final class Talker extends QuietListener implements SipUser {
        final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        volatile Optional<SipSession> session = Optional.empty();

        @Override
        public SessionListener onInvite(SipSession call, IncomingInvite invite) {
            session = Optional.of(call);
            events.add("invite " + invite.toUser() + " " + invite.origin() + " " + new String(invite.sdp(), UTF_8));
            call.progress(180, new byte[0]);
            call.answer("answer".getBytes(UTF_8));
            return this;
        }

        @Override
        public void onReachable(String account, boolean reachable) {
            events.add(account + " " + reachable);
        }

        @Override
        public void onProgress(SipSession call, int status, byte[] sdp) {
            events.add("progress " + status);
        }

        @Override
        public void onAnswered(SipSession call, byte[] sdp) {
            session = Optional.of(call);
            events.add("answered " + new String(sdp, UTF_8));
        }

        @Override
        public void onConfirmed(SipSession call, byte[] sdp) {
            events.add("confirmed");
        }

        @Override
        public void onEnded(SipSession call, SessionEnd end) {
            events.add("ended " + end.cause());
        }

        String next() throws InterruptedException {
            String event = events.poll(10, TimeUnit.SECONDS);
            return event == null ? "nothing" : event;
        }
    }

    private SipEndpoint start(Talker talker, SipSettings settings) {
        SipEndpoint endpoint = new SipEndpoint(settings, talker, System::currentTimeMillis);
        open.add(endpoint);
        endpoint.start().join();
        return endpoint;
    }

    private static SipSettings on(Transport transport) {
        return SipSettings.defaults().withListen(new ListenAddress(transport, "127.0.0.1", 0));
    }

    private static String uri(SipEndpoint endpoint, String user) {
        SipEndpoint.Bound bound = endpoint.boundAddresses().getFirst();
        String transport = bound.transport() == Transport.TCP ? ";transport=tcp" : "";
        return "sip:" + user + "@127.0.0.1:" + bound.address().getPort() + transport;
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aPhoneRegistersIsCalledAndHangsUp(Transport transport) throws Exception {
        Talker pbxUser = new Talker();
        SipEndpoint pbx = start(pbxUser, on(transport).withAccounts(List.of(Account.withPassword("ann", "secret"))));
        Talker phoneUser = new Talker();
        SipEndpoint phone =
                start(phoneUser, on(transport).withTrunks(List.of(TrunkSettings.inboundOnly("pbx", "127.0.0.1"))));
        phone.loop()
                .execute(() -> phone.register(
                        uri(pbx, "").replace(":@", ":"),
                        "ann",
                        "secret",
                        300,
                        now -> phoneUser.events.add("self " + now)));
        assertThat(pbxUser.next()).isEqualTo("ann true");
        assertThat(phoneUser.next()).isEqualTo("self REGISTERED");

        pbx.loop().execute(() -> {
            CallTarget ann = new CallTarget.Account("ann");
            OutgoingInvite invite =
                    new OutgoingInvite(ann, "10060", "Hotline", "offer".getBytes(UTF_8), Map.of(), 30_000);
            pbx.invite(invite, pbxUser);
        });
        assertThat(phoneUser.next()).isEqualTo("invite ann Trunk[name=pbx] offer");
        assertThat(pbxUser.next()).isEqualTo("progress 180");
        assertThat(pbxUser.next()).isEqualTo("answered answer");
        assertThat(phoneUser.next()).isEqualTo("confirmed");
        phone.loop().execute(() -> phoneUser.session.orElseThrow().end("bye"));
        assertThat(phoneUser.next()).isEqualTo("ended LOCAL");
        assertThat(pbxUser.next()).isEqualTo("ended REMOTE_BYE");
        pbx.drain(Duration.ofSeconds(10)).join();
        phone.drain(Duration.ofSeconds(10)).join();
        assertThat(pbx.counters().faults.sum() + phone.counters().faults.sum()).isZero();
        assertThat(pbx.counters().connectionsOpened.sum())
                .as("the call went back over the phone's own connection")
                .isEqualTo(transport == Transport.TCP ? 1 : 0);
    }

    @Test
    void aPortInUseIsNamed() {
        SipEndpoint first = start(new Talker(), on(Transport.UDP));
        int port = first.boundAddresses().getFirst().address().getPort();
        SipEndpoint second = new SipEndpoint(
                SipSettings.defaults().withListen(new ListenAddress(Transport.UDP, "127.0.0.1", port)),
                new Talker(),
                System::currentTimeMillis);
        open.add(second);
        assertThatThrownBy(() -> second.start().join())
                .hasCauseInstanceOf(BindFailure.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void contradictorySettingsAreNamed() {
        SipSettings twice = on(Transport.UDP)
                .withAccounts(List.of(Account.withPassword("ann", "a"), Account.withPassword("ann", "b")));
        assertThatThrownBy(() -> new SipEndpoint(twice, new Talker(), System::currentTimeMillis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ann'");
    }
}
