package org.rexian.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that once did harm, a file each: requests that must be answered 400. */
class HostileMessagesTest {

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/hostile"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isRefused(Path file) throws IOException {
        Parsed parsed = SipCodec.parse(Files.readAllBytes(file));
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        malformed -> assertThat(malformed.answer())
                                .hasValueSatisfying(
                                        answer -> assertThat(answer.status()).isEqualTo(400)));
    }
}
