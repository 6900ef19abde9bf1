package org.rexian.sip.transaction;

import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.MessageSender;

/** What every machine needs of the world. */
record Context(TimerQueue timers, MessageSender sender, TransactionSettings settings, SipCounters counters) {}
