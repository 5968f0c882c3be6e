package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;

/**
 * What a call is made from.
 *
 * @param number shown to the callee
 * @param trunk by which it enters the network
 * @param userAgent what its equipment says of itself
 * @param tenant of an outbound platform, or empty
 */
record Line(PhoneNumber number, String trunk, String userAgent, String tenant) {
    Line with(PhoneNumber other) {
        return new Line(other, trunk, userAgent, tenant);
    }

    Line over(String otherTrunk) {
        return new Line(number, otherTrunk, userAgent, tenant);
    }
}
