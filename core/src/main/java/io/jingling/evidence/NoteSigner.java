package io.jingling.evidence;

/** Signs notes with a key that it alone has. */
public interface NoteSigner {
    /** The half that may be shown. */
    NoteVerifier verifier();

    /**
     * @param text a note's text in UTF-8
     * @return the signature, without the key's id
     */
    byte[] sign(byte[] text);
}
