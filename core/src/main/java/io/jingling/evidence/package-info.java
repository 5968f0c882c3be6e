/**
 * Evidence that its keeper cannot rewrite: an append-only log of commitments, and proofs that anyone can check.
 *
 * <p>The log is a Merkle tree (RFC 9162 §2.1, SHA-256) kept as tiles (C2SP tlog-tiles) under signed checkpoints (C2SP
 * tlog-checkpoint). {@link io.jingling.evidence.GrowingTree} grows it, {@link io.jingling.evidence.TreeReader} proves out of
 * tiles, {@link io.jingling.evidence.LogProof} is what is shown to others. Only salted commitments go in
 * ({@link io.jingling.evidence.Opening}): deleting what was committed to leaves the log whole. Pure: time and random bytes
 * are given, edges keep the files and the keys. docs/reference/evidence.md has every format.
 */
package io.jingling.evidence;
