package io.jingling.storage;

import io.jingling.domain.PhoneNumber;

/** Made-up mobile numbers. */
final class Numbers {
    private Numbers() {}

    /** The mobile with this count, 0 to 69,999,999. */
    static PhoneNumber mobile(int count) {
        return PhoneNumber.parse("138" + String.format("%08d", count));
    }
}
