package io.jingling.evidence;

import java.util.Arrays;

/**
 * A time stamping authority that one who verifies believes.
 *
 * @param name as reports show it
 * @param certificate its own or one above it, DER
 * @param independent of those who issue bundles
 */
public record Authority(String name, byte[] certificate, boolean independent) {
    public Authority {
        certificate = certificate.clone();
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Authority authority
                && name.equals(authority.name)
                && independent == authority.independent
                && Arrays.equals(certificate, authority.certificate);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(certificate);
    }
}
