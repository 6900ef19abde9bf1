package org.rexian.sip.trunk;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.sip.TrunkSettings;

/** All trunks, found by name or by a source address; where blocks overlap, the longest prefix wins. Immutable. */
public final class TrunkBook {
    private record Entry(AddressBlock block, TrunkSettings trunk) {}

    private final Map<String, TrunkSettings> byName = new HashMap<>();
    private final List<Entry> longestFirst = new ArrayList<>();

    /** Throws {@link IllegalArgumentException} for a name given twice or an address that is none. */
    public TrunkBook(List<TrunkSettings> trunks) {
        for (TrunkSettings trunk : trunks) {
            if (byName.put(trunk.name(), trunk) != null) {
                throw new IllegalArgumentException("two trunks are named '" + trunk.name() + "'");
            }
            for (String address : trunk.addresses()) {
                longestFirst.add(new Entry(AddressBlock.parse(address), trunk));
            }
        }
        longestFirst.sort(Comparator.comparingInt((Entry e) -> -e.block().prefixBits()));
    }

    public Optional<TrunkSettings> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<TrunkSettings> at(InetAddress source) {
        byte[] bytes = source.getAddress();
        for (Entry each : longestFirst) {
            if (each.block().holds(bytes)) {
                return Optional.of(each.trunk());
            }
        }
        return Optional.empty();
    }

    public List<TrunkSettings> all() {
        return List.copyOf(byName.values());
    }
}
