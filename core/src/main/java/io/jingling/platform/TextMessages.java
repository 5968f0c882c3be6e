package io.jingling.platform;

import io.jingling.domain.PhoneNumber;

/** Sends messages to telephones. What is in them is kept nowhere. */
public interface TextMessages {
    /** Where no gateway is named: nobody gets anything, and everybody is told so. */
    TextMessages NONE = new TextMessages() {
        @Override
        public boolean canSend() {
            return false;
        }

        @Override
        public Delivery send(PhoneNumber to, String text) {
            return new Delivery.Refused();
        }
    };

    /** Whether there is a way at all. */
    boolean canSend();

    Delivery send(PhoneNumber to, String text);

    /** What came of sending. */
    sealed interface Delivery {
        /** The gateway took it. */
        record OnItsWay() implements Delivery {}

        /** A demonstration: it goes to no telephone and is shown on the page instead. */
        record ShownHere(String text) implements Delivery {}

        /** There is no gateway, or it did not take it. */
        record Refused() implements Delivery {}
    }
}
