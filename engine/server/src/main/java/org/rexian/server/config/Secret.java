package org.rexian.server.config;

/** A password or token. Its {@link #toString} never shows it, so that a record holding one can be logged. */
public record Secret(String reveal) {

    /** No secret set. */
    public static final Secret NONE = new Secret("");

    /** True where one is set. */
    public boolean present() {
        return !reveal.isEmpty();
    }

    @Override
    public String toString() {
        return present() ? "***" : "";
    }
}
