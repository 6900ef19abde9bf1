package org.rexian.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration on ephemeral ports with the hotline that ships. */
public final class Site {

    private Site() {}

    /** Writes it; calls come from {@code trunk}, an address or range. */
    public static Path write(Path folder, String trunk, String drain) throws IOException {
        Path home = Docs.page("..").normalize();
        return Files.writeString(folder.resolve("rexian.yaml"), """
                hotlines: ["%s"]
                sip:
                  listen: [udp:127.0.0.1:0]
                  trunks: [{name: carrier, addresses: [%s]}]
                  accounts: [{user: "1001", password: secret}]
                media: {ports: 24000-24199}
                calls: {drain: %s, prompts: "%s"}
                http: {listen: 127.0.0.1:0}
                acd:
                  queues: [{name: billing}, {name: repair}, {name: complaint}, {name: service}]
                  agents:
                    - id: "1001"
                      skills: {lang.zh: 9, lang.en: 9, billing: 9, repair: 9, complaint: 9, service: 9}
                      queues: [billing, repair, complaint, service]
                """.formatted(
                home.resolve("ivr-scripts/hotlines/10060"), trunk, drain, home.resolve("ivr-scripts/system/prompts")));
    }
}
