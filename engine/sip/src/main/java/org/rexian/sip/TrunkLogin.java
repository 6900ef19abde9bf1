package org.rexian.sip;

/**
 * Our account at a trunk: answers its 401 and 407, and keeps us registered there when {@code registers}.
 *
 * @param expiresSeconds the expiry that we ask for
 */
public record TrunkLogin(String user, String password, boolean registers, int expiresSeconds) {

    @Override
    public String toString() {
        return "TrunkLogin[" + user + ", ***, registers=" + registers + "]";
    }
}
