package org.rexian.server.config;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A carrier or gateway.
 *
 * @param addresses a call from one of these is the trunk's
 * @param host where calls to the trunk are sent, empty when it only calls us
 * @param user our account there, empty for none
 */
public record TrunkConfiguration(
        String name,
        List<AddressRange> addresses,
        Optional<InetSocketAddress> host,
        ListenAddress.Transport transport,
        Optional<String> user,
        Secret password,
        boolean register,
        long expiresMillis) {

    static final Key<String> NAME = Key.required("name", Kinds.NAME_KIND, "carrier", "What records call it.");
    static final Key<AddressRange> ADDRESSES = Key.list(
            "addresses", AddressKinds.RANGE, "", "Addresses or CIDR ranges; a call from one of them is the trunk's.");
    static final Key<Optional<InetSocketAddress>> HOST = Key.of(
            "host",
            AddressKinds.optionalWithPort(5060),
            "",
            "Where calls to the trunk are sent; empty when it only calls us.");
    static final Key<ListenAddress.Transport> TRANSPORT =
            Key.of("transport", Kinds.choice(ListenAddress.Transport.class), "udp", "Transport towards `host`.");
    static final Key<Optional<String>> USER =
            Key.of("user", Kinds.OPTIONAL_TEXT, "", "Our account there, where it asks for one.");
    static final Key<Secret> PASSWORD = Key.of("password", Kinds.SECRET, "", "Password of that account.");
    static final Key<Boolean> REGISTER =
            Key.of("register", Kinds.FLAG, "off", "Whether we register there with that account.");
    static final Key<Long> EXPIRES =
            Key.of("expires", Kinds.duration("30s", "1d"), "10m", "Registration time that we ask for.");

    static final Table TABLE = Table.listOf(
            "trunks",
            "Carriers and gateways, known by their addresses.",
            List.of(NAME, ADDRESSES, HOST, TRANSPORT, USER, PASSWORD, REGISTER, EXPIRES));

    static List<TrunkConfiguration> readAll(List<Section> trunks) {
        Set<String> names = new HashSet<>();
        return trunks.stream().map(trunk -> read(trunk, names)).toList();
    }

    private static TrunkConfiguration read(Section trunk, Set<String> names) {
        TrunkConfiguration read = new TrunkConfiguration(
                trunk.get(NAME),
                trunk.list(ADDRESSES),
                trunk.get(HOST),
                trunk.get(TRANSPORT),
                trunk.get(USER),
                trunk.get(PASSWORD),
                trunk.get(REGISTER),
                trunk.get(EXPIRES));
        if (trunk.has(NAME) && !names.add(read.name)) {
            trunk.problem(
                    NAME, "name: there is another trunk '" + read.name + "'", "give each trunk a name of its own");
        }
        if (read.addresses.isEmpty() && read.host.isEmpty()) {
            trunk.problem("trunk '" + read.name + "' has neither addresses nor host", "add  addresses: [192.0.2.0/24]");
        }
        if (read.user.isPresent() != read.password.present()) {
            trunk.problem(
                    trunk.has(USER) ? USER : PASSWORD, "user and password belong together", "set both or neither");
        }
        if (read.register && read.user.isEmpty()) {
            trunk.problem(REGISTER, "register: on needs user and password", "");
        }
        return read;
    }
}
