/**
 * Seals on evidence: SM2 and SM3, timestamps of others (RFC 3161), and their renewal before algorithms age (RFC 4998).
 *
 * <p>{@link io.jingling.seals.BouncySeals} is what the core verifies bundles by; {@link io.jingling.seals.Sm2} signs notes beside
 * Ed25519; {@link io.jingling.seals.TimestampClient} asks any authority by its URL, {@link io.jingling.seals.LocalAuthority} is
 * one of our own, which is not independent and says so in its name. docs/reference/bundle.md has the formats.
 */
package io.jingling.seals;
