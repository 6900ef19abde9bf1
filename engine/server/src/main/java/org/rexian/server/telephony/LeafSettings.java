package org.rexian.server.telephony;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.QueueDefinition;
import org.rexian.call.AgentDirectory;
import org.rexian.call.Directory;
import org.rexian.media.MediaSettings;
import org.rexian.server.config.AccountConfiguration;
import org.rexian.server.config.AcdSetup;
import org.rexian.server.config.CallConfiguration;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.MediaConfiguration;
import org.rexian.server.config.SipConfiguration;
import org.rexian.server.config.SipLimits;
import org.rexian.server.config.SipTimes;
import org.rexian.server.config.TalkConfiguration;
import org.rexian.server.config.TrunkConfiguration;
import org.rexian.sip.Account;
import org.rexian.sip.SipBounds;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipTimers;
import org.rexian.sip.TrunkLogin;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.auth.DigestAlgorithm;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/** What the leaves are told, out of the file's records: the one place that knows both. */
public final class LeafSettings {

    private LeafSettings() {}

    /** For the SIP endpoint. */
    public static SipSettings sip(SipConfiguration from) {
        List<ListenAddress> listen = from.listen().stream()
                .map(at -> new ListenAddress(
                        transport(at.transport()),
                        at.address().getAddress().getHostAddress(),
                        at.address().getPort(),
                        from.publicHost().orElse("")))
                .toList();
        return new SipSettings(
                listen,
                from.domain(),
                accounts(from),
                from.trunks().stream().map(LeafSettings::trunk).toList(),
                timers(from.timers()),
                bounds(from.limits()),
                from.userAgent(),
                from.digest().stream().map(LeafSettings::digest).toList(),
                0);
    }

    private static Transport transport(org.rexian.server.config.ListenAddress.Transport transport) {
        return switch (transport) {
            case UDP -> Transport.UDP;
            case TCP -> Transport.TCP;
        };
    }

    private static DigestAlgorithm digest(org.rexian.server.config.DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> DigestAlgorithm.SHA_256;
            case MD5 -> DigestAlgorithm.MD5;
        };
    }

    /** Phones that may register and call. */
    public static List<Account> accounts(SipConfiguration from) {
        return from.accounts().stream().map(LeafSettings::account).toList();
    }

    private static Account account(AccountConfiguration from) {
        return from.contact()
                .map(contact -> Account.at(from.user(), contact))
                .orElseGet(
                        () -> Account.withPassword(from.user(), from.password().reveal()));
    }

    private static TrunkSettings trunk(TrunkConfiguration from) {
        Optional<TrunkLogin> login = from.user()
                .map(user -> new TrunkLogin(
                        user, from.password().reveal(), from.register(), (int) (from.expiresMillis() / 1000)));
        return new TrunkSettings(
                from.name(),
                from.addresses().stream().map(Object::toString).toList(),
                from.host().map(host -> host.getAddress().getHostAddress()).orElse(""),
                from.host().map(host -> host.getPort()).orElse(0),
                transport(from.transport()),
                login);
    }

    private static SipTimers timers(SipTimes from) {
        return new SipTimers(
                from.t1Millis(),
                from.t2Millis(),
                from.t4Millis(),
                from.ringLimitMillis(),
                (int) (from.minExpiresMillis() / 1000),
                (int) (from.maxExpiresMillis() / 1000),
                from.nonceLifeMillis());
    }

    private static SipBounds bounds(SipLimits from) {
        return new SipBounds(
                from.maxSessions(),
                from.maxTransactions(),
                from.maxContactsPerAccount(),
                from.maxRegistrations(),
                from.maxMessageBytes(),
                from.maxNonces());
    }

    /** For the media plane. */
    public static MediaSettings media(MediaConfiguration from) {
        MediaSettings usual = MediaSettings.defaults();
        return usual.withAddress(from.address())
                .withPorts(from.ports().first(), from.ports().last())
                .withLoops(from.loops() == 0 ? usual.loops() : from.loops())
                .withMediaTimeoutMillis(from.timeoutMillis());
    }

    /** Who sits where. */
    public static AgentDirectory people(Configuration from) {
        Set<String> agents = from.acd().configuration().agents().stream()
                .map(AgentDefinition::id)
                .collect(Collectors.toSet());
        return new AgentDirectory(
                agents, from.acd().phones(), Set.copyOf(from.acd().desks()));
    }

    /** Where talks can be sent. */
    public static Directory directory(Configuration from) {
        TalkConfiguration talk = from.calls().talk();
        Optional<Directory.Outside> outside = talk.trunk()
                .flatMap(name -> from.sip().trunks().stream()
                        .filter(trunk -> trunk.name().equals(name))
                        .findAny())
                .flatMap(TrunkConfiguration::host)
                .map(host -> new Directory.Outside(
                        talk.trunk().orElseThrow(),
                        host.getAddress().getHostAddress() + ":" + host.getPort(),
                        talk.from(),
                        talk.ringMillis(),
                        talk.callbacks()));
        List<String> queues = from.acd().configuration().queues().stream()
                .map(QueueDefinition::name)
                .toList();
        return new Directory(queues, talk.queueCodes(), outside, AcdSetup.DIRECT);
    }

    /** Where the platform's own prompts are: what the file says, or what ships with the program. */
    public static Path systemPrompts(CallConfiguration from) {
        Path shipped = Path.of(System.getProperty("rexian.home", "."), "ivr-scripts", "system", "prompts");
        return from.prompts().orElse(shipped);
    }
}
