package io.jingling.storage;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.Opening;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Entries and a key for tests, the same for the same seed. */
final class MadeUpLog {
    static final String ORIGIN = "test.example/evidence";
    /** Signs in no time, and is no signature. */
    static final NoteSigner SIGNER = new Checksum(new NoteKey(ORIGIN, NoteKey.OTHER, new byte[] {1}));

    /** With Ed25519. */
    static final LogTerms REAL_TERMS = new LogTerms(ORIGIN, List.of(signer(ORIGIN)), 8 << 10);

    static final LogTerms TERMS = new LogTerms(ORIGIN, List.of(SIGNER), 4 << 10);

    private MadeUpLog() {}

    private record Checksum(NoteKey key) implements NoteSigner, NoteVerifier {
        @Override
        public NoteVerifier verifier() {
            return this;
        }

        @Override
        public byte[] sign(byte[] text) {
            return Hash.leaf(text).bytes();
        }

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return Arrays.equals(sign(text), signature);
        }
    }

    /** The published key pair of Go's tests, under a name. */
    static NoteSigner signer(String name) {
        NoteKey peter = NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] seed = peter.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        return Ed25519.signer(new NoteKey(name, NoteKey.ED25519, peter.material()), seed);
    }

    static Entry entry(long number) {
        byte[] salt = ByteBuffer.allocate(Opening.SALT_BYTES).putLong(number).array();
        EntryKind[] kinds = EntryKind.values();
        return new Opening(kinds[(int) (number % kinds.length)], salt, new byte[0]).entry();
    }

    static List<Entry> entries(long from, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(from + i));
        }
        return entries;
    }

    static List<byte[]> bytes(List<Entry> entries) {
        return entries.stream().map(Entry::bytes).toList();
    }

    /** Mostly small, now and then one that fills tiles. */
    static int batchSize(Random random) {
        return 1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 30);
    }
}
