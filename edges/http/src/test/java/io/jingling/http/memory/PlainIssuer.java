package io.jingling.http.memory;

import io.jingling.evidence.Authority;
import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Custody;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Hash;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.Occurrence;
import io.jingling.evidence.Seals;
import io.jingling.evidence.Timestamp;
import io.jingling.platform.Issuer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Signs by the evidence's key alone, has no authorities, and writes the course of events as its one page. */
public final class PlainIssuer implements Issuer {
    /** SHA-256 in place of SM3: nothing here looks at it. */
    public static final Seals SEALS = new Seals() {
        @Override
        public Hash sm3(byte[] content) {
            return Hash.sha256(content);
        }

        @Override
        public NoteVerifier verifier(NoteKey key) {
            return Ed25519.verifier(key);
        }

        @Override
        public Timestamp timestamp(byte[] reply, Hash stamped, List<Authority> trusted) {
            return new Timestamp.Refused("got one, want none in this test");
        }
    };

    @Override
    public String name() {
        return MemoryEvidence.SIGNER.verifier().key().name();
    }

    @Override
    public Seals seals() {
        return SEALS;
    }

    @Override
    public List<NoteSigner> signers() {
        return List.of(MemoryEvidence.SIGNER);
    }

    @Override
    public Map<String, byte[]> pages(CaseFile caseFile, Custody custody, List<Occurrence> course) {
        return Map.of(BundlePath.VERIFY, course.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Stamp> stamps(String of, byte[] content) {
        return List.of();
    }

    @Override
    public String trust() {
        String key = MemoryEvidence.SIGNER.verifier().key().text();
        return "jingling/trust/v1\n\nlog PeterNeumann\nkey " + key + "\nquorum 0\n\nissuer PeterNeumann\nkey " + key
                + "\n";
    }
}
