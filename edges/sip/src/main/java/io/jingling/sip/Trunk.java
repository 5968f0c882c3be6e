package io.jingling.sip;

import io.jingling.domain.CallAttempt;

/**
 * A trunk by the addresses of its peers: {@code 192.0.2.0/24=T7}.
 *
 * @param name its hash, see {@link CallAttempt#trunk}
 */
record Trunk(AddressRange range, long name) {
    static Trunk parse(String text) {
        int equals = text.indexOf('=');
        String name = text.substring(equals + 1).strip();
        if (equals < 0 || name.isEmpty()) {
            throw new IllegalArgumentException(
                    "trunks: got \"" + text + "\", want a block and a name such as" + " 192.0.2.0/24=T7");
        }
        return new Trunk(AddressRange.parse("trunks", text.substring(0, equals).strip()), CallAttempt.nameOf(name));
    }
}
