package org.rexian.sip.session;

import org.rexian.sip.transaction.ClientTransaction;
import org.rexian.sip.transaction.ClientTransactionListener;
import org.rexian.sip.wire.SipResponse;

/** For requests whose outcome changes nothing: runs {@code then} once they are done with, however that came. */
record Unheard(Runnable then) implements ClientTransactionListener {

    @Override
    public void onResponse(SipResponse response, ClientTransaction transaction) {
        if (response.isFinal()) {
            then.run();
        }
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        then.run();
    }

    @Override
    public void onTransportError(ClientTransaction transaction) {
        then.run();
    }
}
