package org.rexian.sip;

import java.util.List;
import org.rexian.sip.registrar.Binding;

/** Where accounts can be reached at present. Call loop only. */
public interface Registrar {

    /** True when a call to this account has somewhere to go: a live binding, or a static contact. */
    boolean reachable(String account);

    /** Live bindings, best first; static contacts are not among them. */
    List<Binding> bindings(String account);

    /** Bindings of all accounts. */
    int size();
}
