package org.rexian.server;

import java.util.Optional;

/** What is running. */
public final class Version {

    private Version() {}

    /** The version in the jar's manifest, or {@code development} for classes that are in no jar. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
