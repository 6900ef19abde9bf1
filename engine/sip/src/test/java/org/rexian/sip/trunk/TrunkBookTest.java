package org.rexian.sip.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rexian.sip.TrunkSettings;

class TrunkBookTest {
    private final TrunkBook book = new TrunkBook(List.of(
            TrunkSettings.inboundOnly("wide", "10.0.0.0/8", "2001:db8::/33"),
            TrunkSettings.inboundOnly("narrow", "10.1.2.128/25"),
            TrunkSettings.inboundOnly("one", "192.0.2.7")));

    private String at(String address) {
        return book.at(InetAddress.ofLiteral(address)).map(TrunkSettings::name).orElse("-");
    }

    @Test
    void longestPrefixWins() {
        assertThat(at("10.1.2.127")).isEqualTo("wide");
        assertThat(at("10.1.2.128")).isEqualTo("narrow");
        assertThat(at("192.0.2.7")).isEqualTo("one");
        assertThat(at("192.0.2.8")).isEqualTo("-");
        assertThat(at("2001:db8:7fff::1")).isEqualTo("wide");
        assertThat(at("2001:db8:8000::1")).isEqualTo("-");
    }

    @Test
    void badBlocksAreNamed() {
        for (String bad : List.of("host", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "")) {
            assertThatThrownBy(() -> new TrunkBook(List.of(TrunkSettings.inboundOnly("t", bad))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + bad + "'");
        }
    }
}
