package org.rexian.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.rexian.server.config.HttpConfiguration;
import org.rexian.server.config.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API's token where the configuration names none: drawn at the first start, kept in a file that its owner alone can read. */
public final class TokenFile {

    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);
    private static final String NAME = "http-token";
    private static final int RANDOM_BYTES = 24;

    private TokenFile() {}

    /** The file in the engine's folder. */
    public static Path in(Path data) {
        return data.resolve(NAME);
    }

    /**
     * The token of {@code DATA/http-token}, drawn and written where there is none yet.
     *
     * @throws IOException when the file can't be read or written, or holds something too short to be a secret
     */
    public static Secret open(Path data) throws IOException {
        Path file = in(data);
        String token;
        try {
            token = Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            token = draw(file);
        }
        if (token.length() < HttpConfiguration.MIN_TOKEN) {
            throw new IOException(file + ": too short to be a secret; delete it to have a new one drawn");
        }
        log.info("http token in {}", file);
        return new Secret(token);
    }

    private static String draw(Path file) throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        create(file);
        Files.writeString(file, token + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
        return token;
    }

    /** With its mode from the beginning, so that nobody can open it in between. */
    private static void create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)
                .close();
    }
}
