package org.rexian.harness.baresip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.harness.process.LocalPorts;

/**
 * The configuration of one headless baresip: no sound card, loopback only, what it hears dumped to WAV.
 *
 * @param user the user part of its address
 * @param registrar where it registers, with {@code password}; empty for a phone without a registrar
 * @param answers whether it answers by itself
 * @param speech what it says in every call: a WAV of 8,000 samples a second, played once
 * @param transport {@code udp} or {@code tcp}
 * @param codec {@code pcmu} or {@code pcma}
 */
public record BaresipSettings(
        String user,
        Optional<InetSocketAddress> registrar,
        String password,
        boolean answers,
        Path speech,
        String transport,
        String codec) {
    private static final int RTP_PORTS = 20;
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/baresip/modules"),
            Path.of("/usr/lib/x86_64-linux-gnu/baresip/modules"),
            Path.of("/usr/lib/aarch64-linux-gnu/baresip/modules"));

    /** A phone without a registrar (an empty password would be asked for on the terminal) that answers nothing by itself, PCMU over UDP. */
    public static BaresipSettings of(String user, Path speech) {
        return new BaresipSettings(user, Optional.empty(), "none", false, speech, "udp", "pcmu");
    }

    public BaresipSettings answering() {
        return new BaresipSettings(user, registrar, password, true, speech, transport, codec);
    }

    public BaresipSettings registeredAt(InetSocketAddress server, String secret) {
        return new BaresipSettings(user, Optional.of(server), secret, answers, speech, transport, codec);
    }

    public BaresipSettings over(String otherTransport) {
        return new BaresipSettings(user, registrar, password, answers, speech, otherTransport, codec);
    }

    public BaresipSettings speaking(String otherCodec) {
        return new BaresipSettings(user, registrar, password, answers, speech, transport, otherCodec);
    }

    /** Writes {@code config} and {@code accounts}, and makes the folder {@code heard}. */
    void write(Path directory, int sipPort, int controlPort) {
        try {
            Files.createDirectory(directory.resolve("heard"));
            Files.writeString(directory.resolve("config"), config(directory, sipPort, controlPort));
            Files.writeString(directory.resolve("accounts"), account(sipPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // baresip listens for TLS on sipPort + 1. Its player must exist or nothing is decoded: aubridge swallows the sound.
    private String config(Path directory, int sipPort, int controlPort) {
        int rtp = LocalPorts.freeRun(RTP_PORTS);
        String settings = """
                poll_method epoll
                net_interface 127.0.0.1
                sip_listen 127.0.0.1:%d
                call_max_calls 4
                audio_source aufile,%s
                audio_player aubridge,heard
                audio_alert aubridge,alert
                ausrc_srate 8000
                auplay_srate 8000
                ausrc_channels 1
                auplay_channels 1
                jitter_buffer_delay 2-5
                rtcp_mux no
                rtp_ports %d-%d
                snd_path %s
                ctrl_tcp_listen 127.0.0.1:%d
                module_path %s
                """.formatted(
                        sipPort,
                        speech.toAbsolutePath(),
                        rtp,
                        rtp + RTP_PORTS - 1,
                        directory.resolve("heard"),
                        controlPort,
                        modulePath());
        String modules = Stream.of("g711", "aufile", "aubridge", "sndfile", "ctrl_tcp")
                .map("module %s.so\n"::formatted)
                .reduce("", String::concat);
        return settings + modules + "module_tmp uuid.so\nmodule_tmp account.so\nmodule_app menu.so\n";
    }

    private String account(int sipPort) {
        String domain = registrar.map(BaresipSettings::hostPort).orElse("127.0.0.1:" + sipPort);
        return "<sip:%s@%s;transport=%s>;auth_user=%s;auth_pass=%s;regint=%d;answermode=%s;audio_codecs=%s;ptime=20\n"
                .formatted(
                        user,
                        domain,
                        transport,
                        user,
                        password,
                        registrar.isPresent() ? 60 : 0,
                        answers ? "auto" : "manual",
                        codec);
    }

    private static String hostPort(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static Path modulePath() {
        return MODULES.stream().filter(Files::isDirectory).findFirst().orElse(MODULES.getFirst());
    }
}
