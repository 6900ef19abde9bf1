package org.rexian.sip.wire;

import java.util.Set;

/** The names of request methods (RFC 3261 §7.1, case-sensitive). A method is a string: strangers invent new ones. */
public final class SipMethod {
    public static final String INVITE = "INVITE";
    public static final String ACK = "ACK";
    public static final String BYE = "BYE";
    public static final String CANCEL = "CANCEL";
    public static final String OPTIONS = "OPTIONS";
    public static final String REGISTER = "REGISTER";
    public static final String PRACK = "PRACK";
    public static final String UPDATE = "UPDATE";
    public static final String INFO = "INFO";
    public static final String REFER = "REFER";
    public static final String NOTIFY = "NOTIFY";
    public static final String SUBSCRIBE = "SUBSCRIBE";
    public static final String MESSAGE = "MESSAGE";
    public static final String PUBLISH = "PUBLISH";

    private static final Set<String> STANDARD = Set.of(
            INVITE, ACK, BYE, CANCEL, OPTIONS, REGISTER, PRACK, UPDATE, INFO, REFER, NOTIFY, SUBSCRIBE, MESSAGE,
            PUBLISH);

    private SipMethod() {}

    /** True for a method that some RFC defines, supported here or not: what tells 405 from 501 (RFC 3261 §8.2.1). */
    public static boolean isStandard(String method) {
        return STANDARD.contains(method);
    }
}
