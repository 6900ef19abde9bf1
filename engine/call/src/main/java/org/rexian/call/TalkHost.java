package org.rexian.call;

/** The customer's side of a talk: a call with its flow, or a callback. What the talk may ask of it, and tell it. */
interface TalkHost extends ContactOwner {

    Leg customer();

    /** The contact that the talk is, for the router. */
    long contact();

    RecordDraft draft();

    /** Language of what the customer hears, for example {@code zh-CN}. */
    String language();

    /** Class of the customer, empty for none. */
    String customerClass();

    /** From here on the customer hears the talk and nothing of ours. */
    void talkBegins(String agent);

    /** The agent is gone for good, and the router knows: the customer is to be served on, or to be let go. */
    void talkOver();

    /** The same contact waits again, at the router's word; {@code excuse} is said first. */
    void waitsAgain(boolean excuse);

    /** The customer talks with somebody outside now, and no contact is left in the router. */
    void sentOutside(OutsideTalk next);

    /** Ends the customer's leg. */
    void hangUp(String cause);
}
