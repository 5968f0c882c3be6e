/**
 * The platform's ports on PostgreSQL, and a journal on disk for decisions.
 *
 * <p>{@link io.jingling.storage.Storage} is the way in. Numbers and wishes are encrypted before they leave
 * the process and found by a keyed HMAC ({@code NumberVault}); the keys are files beside the database, never
 * in it. Decisions go from a ring in memory ({@code DecisionRing}) to an encrypted journal ({@code Journal})
 * and from there to the database ({@code DecisionLoader}), so that no call ever waits for either.
 * {@link io.jingling.storage.EvidenceFolder} keeps the evidence log; it needs no database. docs/reference/storage.md
 * and evidence.md have tables, formats and what survives which failure.
 */
package io.jingling.storage;
