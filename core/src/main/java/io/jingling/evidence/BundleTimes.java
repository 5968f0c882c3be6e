package io.jingling.evidence;

import io.jingling.evidence.BundleReport.Judgement;
import io.jingling.evidence.BundleReport.TimeSaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Who says that a bundle was there at a time.
 *
 * @param said earliest first
 * @param refusals timestamps that are none
 * @param asked whether anybody is believed
 */
record BundleTimes(List<TimeSaid> said, List<Refusal> refusals, boolean asked) {
    private static final String FOLDER = "time/";
    private static final String OF_MANIFEST = FOLDER + "manifest.";

    BundleTimes {
        said = said.stream().sorted(Comparator.comparing(TimeSaid::at)).toList();
        refusals = List.copyOf(refusals);
    }

    static BundleTimes of(SortedMap<String, byte[]> files, Trust trust, LogProof proof, Seals seals) {
        List<TimeSaid> said = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (String path : files.keySet()) {
            if (!path.startsWith(FOLDER)) {
                continue;
            }
            String stamped = path.startsWith(OF_MANIFEST) ? BundlePath.MANIFEST : BundlePath.PROOF;
            Hash hash = Hash.sha256(files.get(stamped));
            switch (seals.timestamp(files.get(path), hash, trust.authorities())) {
                case Timestamp.Believed(Instant at, String signer, Authority authority) ->
                    said.add(new TimeSaid(
                            at,
                            authority.name() + " (" + signer + ")",
                            authority.independent() ? Verdict.HOLDS : Verdict.OWN_WORD));
                case Timestamp.Unknown(Instant at, String signer) ->
                    said.add(new TimeSaid(at, signer, Verdict.UNKNOWN));
                case Timestamp.Refused(String reason) -> refusals.add(new Refusal(path, reason));
            }
        }
        said.addAll(witnesses(trust, proof));
        return new BundleTimes(said, refusals, !trust.isEmpty());
    }

    /** The best that anybody says; nothing where nobody is believed. */
    Judgement judgement() {
        Verdict best = said.stream()
                .map(TimeSaid::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.UNKNOWN);
        return Judgement.of(asked ? best : Verdict.UNKNOWN, refusals);
    }

    private static List<TimeSaid> witnesses(Trust trust, LogProof proof) {
        return BundleLog.policyOf(proof, trust).stream()
                .flatMap(policy -> policy.witnesses().stream())
                .flatMap(witness -> cosigned(witness, proof.checkpoint().note()).stream())
                .toList();
    }

    private static List<TimeSaid> cosigned(NoteVerifier witness, Note note) {
        return note.vouchers(List.of(witness)) instanceof Note.Trust.Vouched
                ? note.signatures().stream()
                        .filter(signature -> signature.isOf(witness.key()))
                        .map(signature -> Cosignature.of(signature.bytes()))
                        .map(cosignature ->
                                new TimeSaid(at(cosignature), witness.key().name(), Verdict.HOLDS))
                        .toList()
                : List.of();
    }

    private static Instant at(Cosignature cosignature) {
        return Instant.ofEpochSecond(Math.min(cosignature.seconds(), Instant.MAX.getEpochSecond()));
    }
}
