package io.jingling.evidence;

/** Keys for tests: one key pair of the format's first implementation, under any name. */
final class Keys {
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final byte[] SEED =
            PETER.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    private Keys() {}

    static NoteSigner log(String name) {
        return Ed25519.signer(new NoteKey(name, NoteKey.ED25519, PETER.material()), SEED);
    }

    static NoteSigner witness(String name, long seconds) {
        return Ed25519.cosigner(new NoteKey(name, NoteKey.COSIGNATURE, PETER.material()), SEED, seconds);
    }
}
