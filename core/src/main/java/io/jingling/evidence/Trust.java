package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Paragraph;
import io.jingling.evidence.Paragraphs.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whom one who verifies believes, from a file that did not come with the bundle.
 *
 * @param logs whose checkpoints count
 * @param issuers who may seal, each under all of its keys
 * @param authorities whose timestamps count
 */
public record Trust(List<LogPolicy> logs, List<Issuer> issuers, List<Authority> authorities) {
    /** Nobody: then only what was altered can be told. */
    public static final Trust NONE = new Trust(List.of(), List.of(), List.of());

    private static final String FORMAT = "jingling/trust/v1";

    /**
     * Who may seal bundles.
     *
     * @param name as the keys are named
     * @param keys a seal has exactly these
     */
    public record Issuer(String name, Set<NoteKey> keys) {
        public Issuer {
            keys = Set.copyOf(keys);
        }
    }

    public Trust {
        logs = List.copyOf(logs);
        issuers = List.copyOf(issuers);
        authorities = List.copyOf(authorities);
    }

    /** @throws IllegalArgumentException where it is no trust file */
    public static Trust read(byte[] file, Seals seals) {
        List<LogPolicy> logs = new ArrayList<>();
        List<Issuer> issuers = new ArrayList<>();
        List<Authority> authorities = new ArrayList<>();
        for (Paragraph paragraph : Paragraphs.read(FORMAT, file).all()) {
            Walk lines = paragraph.walk();
            if (paragraph.begins("log")) {
                logs.add(log(lines, seals));
            } else if (paragraph.begins("issuer")) {
                String name = lines.next("issuer");
                issuers.add(new Issuer(name, Set.copyOf(keys(lines, "key"))));
            } else {
                authorities.add(authority(lines));
            }
            lines.end();
        }
        return new Trust(logs, issuers, authorities);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    private static LogPolicy log(Walk lines, Seals seals) {
        String origin = lines.next("log");
        List<NoteVerifier> keys = verifiers(lines, "key", seals);
        List<NoteVerifier> witnesses = verifiers(lines, "witness", seals);
        return new LogPolicy(origin, keys, witnesses, (int)
                Math.min(Decimal.parse("quorum", lines.next("quorum")), Integer.MAX_VALUE));
    }

    private static List<NoteVerifier> verifiers(Walk lines, String name, Seals seals) {
        return keys(lines, name).stream().map(seals::verifier).toList();
    }

    private static List<NoteKey> keys(Walk lines, String name) {
        return lines.every(name).stream().map(NoteKey::of).toList();
    }

    private static Authority authority(Walk lines) {
        String name = lines.next("authority");
        byte[] certificate = Base64Text.decode("certificate", lines.next("certificate"));
        String independent = lines.next("independent");
        if (!Set.of("yes", "no").contains(independent)) {
            throw new IllegalArgumentException("independent: got " + Shown.of(independent) + ", want yes or no");
        }
        return new Authority(name, certificate, independent.equals("yes"));
    }
}
