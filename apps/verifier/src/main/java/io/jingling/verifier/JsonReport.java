package io.jingling.verifier;

import io.jingling.evidence.BundleReport;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.Refusal;
import io.jingling.evidence.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as a program reads it: one line of JSON. */
final class JsonReport {
    private JsonReport() {}

    static String of(BundleReport report) {
        return switch (report) {
            case BundleReport.Altered(List<Refusal> refusals) ->
                object(List.of(
                                "\"good\":false",
                                "\"integrity\":\"fails\"",
                                "\"time\":\"unknown\"",
                                "\"origin\":\"unknown\"",
                                "\"refusals\":" + refusals(refusals)))
                        + "\n";
            case BundleReport.Whole whole -> whole(whole) + "\n";
        };
    }

    private static String whole(BundleReport.Whole whole) {
        List<Refusal> refusals = new ArrayList<>(whole.time().refusals());
        refusals.addAll(whole.origin().refusals());
        List<String> times = whole.times().stream()
                .map(said -> object(List.of(
                        pair("at", said.at().toString()),
                        pair("by", said.by()),
                        pair("verdict", word(said.verdict())))))
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
