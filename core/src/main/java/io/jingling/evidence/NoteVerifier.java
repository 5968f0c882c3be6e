package io.jingling.evidence;

/** Tells whether a key signed a note's text. An edge may bring types of its own, such as SM2. */
public interface NoteVerifier {
    NoteKey key();

    /**
     * @param text the note's text as {@link Note#text} has it, in UTF-8
     * @param signature what stands behind the key's id; any bytes whatever
     * @return false for whatever is no signature of this key over this text; never throws
     */
    boolean verifies(byte[] text, byte[] signature);
}
