package io.jingling.verifier;

import io.jingling.evidence.Authority;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.Refusal;
import io.jingling.evidence.Timestamp;
import io.jingling.evidence.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as a program reads it: one line of JSON. */
final class JsonReport {
    private JsonReport() {}

    /** @param renewal of what stands beside the bundle; empty for nothing */
    static String of(BundleReport report, List<Timestamp> renewal) {
        String said = of(report);
        String more = renewal.isEmpty() ? "" : ",\"renewal\":" + of(renewal.getFirst());
        return said.substring(0, said.length() - 1) + more + "}\n";
    }

    private static String of(Timestamp renewal) {
        return switch (renewal) {
            case Timestamp.Believed(Instant at, String signer, Authority authority) ->
                said(
                        at,
                        authority.name() + " (" + signer + ")",
                        authority.independent() ? Verdict.HOLDS : Verdict.OWN_WORD);
            case Timestamp.Unknown(Instant at, String signer) -> said(at, signer, Verdict.UNKNOWN);
            case Timestamp.Refused(String reason) ->
                object(List.of(pair("verdict", word(Verdict.FAILS)), pair("reason", reason)));
        };
    }

    private static String said(Instant at, String by, Verdict verdict) {
        return object(List.of(pair("at", at.toString()), pair("by", by), pair("verdict", word(verdict))));
    }

    private static String of(BundleReport report) {
        return switch (report) {
            case BundleReport.Altered(List<Refusal> refusals) ->
                object(List.of(
                        "\"good\":false",
                        "\"integrity\":\"fails\"",
                        "\"time\":\"unknown\"",
                        "\"origin\":\"unknown\"",
                        "\"refusals\":" + refusals(refusals)));
            case BundleReport.Whole whole -> whole(whole);
        };
    }

    private static String whole(BundleReport.Whole whole) {
        List<Refusal> refusals = new ArrayList<>(whole.time().refusals());
        refusals.addAll(whole.origin().refusals());
        List<String> times = whole.times().stream()
                .map(said -> said(said.at(), said.by(), said.verdict()))
                .toList();
        List<String> keys = whole.contents().issuerKeys().stream()
                .map(NoteKey::text)
                .map(JsonReport::string)
                .toList();
        return object(List.of(
                "\"good\":" + whole.isGood(),
                "\"integrity\":\"holds\"",
                pair("time", word(whole.time().verdict())),
                pair("origin", word(whole.origin().verdict())),
                "\"refusals\":" + refusals(refusals),
                "\"times\":" + array(times),
                pair("case", whole.contents().caseFile().head().caseId()),
                pair("issuer", whole.contents().caseFile().head().issuer()),
                "\"keys\":" + array(keys)));
    }

    private static String refusals(List<Refusal> refusals) {
        return array(refusals.stream()
                .map(refusal -> object(List.of(pair("file", refusal.file()), pair("reason", refusal.reason()))))
                .toList());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String pair(String name, String value) {
        return string(name) + ":" + string(value);
    }

    private static String object(Collection<String> pairs) {
        return "{" + String.join(",", pairs) + "}";
    }

    private static String array(Collection<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    private static String string(String text) {
        return text.chars()
                .mapToObj(letter -> letter < ' ' || letter == '"' || letter == '\\'
                        ? String.format(Locale.ROOT, "\\u%04x", letter)
                        : Character.toString((char) letter))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
