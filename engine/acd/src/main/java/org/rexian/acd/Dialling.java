package org.rexian.acd;

/**
 * How the customer of a callback or outbound contact is dialled.
 *
 * @param number whom to dial
 * @param notBefore earliest time, epoch milliseconds; the contact is offered to nobody before
 * @param notAfter after this the contact ends with {@link ContactEnd#CALLBACK_EXPIRED}
 * @param tries how often the customer is dialled at most, at least 1
 * @param retryMillis pause between two tries
 */
public record Dialling(String number, long notBefore, long notAfter, int tries, long retryMillis) {}
