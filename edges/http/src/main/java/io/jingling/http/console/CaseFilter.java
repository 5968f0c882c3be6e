package io.jingling.http.console;

import io.jingling.complaints.Desk;
import io.jingling.complaints.Stage;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CaseStore.Facet;
import io.jingling.platform.CaseStore.Matching;
import io.jingling.platform.CaseStore.Order;
import io.jingling.platform.CaseStore.Place;
import io.jingling.platform.CaseStore.Time;
import io.jingling.platform.CaseStore.Wanted;
import io.jingling.platform.CaseStore.Which;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * By what cases are looked for, as an address says it; a number never is in it.
 *
 * @param asked words by field
 */
record CaseFilter(Map<String, String> asked) {
    static final String HERE = "/console/cases";
    /** All that an address may ask for. */
    static final List<String> FIELDS = List.of(
            "stage",
            "desk",
            "open",
            "order",
            "overdue",
            "unverified",
            "urgent",
            "from",
            "to",
            "category",
            "mode",
            "region",
            "carrier",
            "segment",
            "by",
            "nature",
            "handler",
            "measure",
            "outcome",
            "before",
            "after",
            "search");

    static final CaseFilter ALL = new CaseFilter(Map.of());

    /** Where in the list one is, and what only this visitor can ask for: no part of a view. */
    private static final List<String> PASSING = List.of("before", "after", "search");
    /** Nothing was reported before. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final List<String> FACETS =
            Arrays.stream(Facet.values()).map(Facet::word).toList();

    private static final int WORD_MAX = 60;

    CaseFilter {
        asked = Map.copyOf(asked);
    }

    static CaseFilter of(MultivaluedMap<String, String> query) {
        return of(query::getFirst);
    }

    static CaseFilter of(Function<String, String> sent) {
        return new CaseFilter(FIELDS.stream()
                .filter(field -> isAsked(field, sent.apply(field)))
                .collect(Collectors.toMap(field -> field, sent)));
    }

    /** Only of what reports say an empty word is one: not known. */
    private static boolean isAsked(String field, String sent) {
        return sent != null && sent.length() <= WORD_MAX && !(sent.isEmpty() && !FACETS.contains(field));
    }

    /** @param query of an address, behind its question mark */
    static CaseFilter read(String query) {
        Map<String, String> fields = new TreeMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            int end = Math.max(0, part.indexOf('='));
            fields.put(
                    part.substring(0, end),
                    URLDecoder.decode(part.substring(Math.min(part.length(), end + 1)), StandardCharsets.UTF_8));
        }
        return of(fields::get);
    }

    /**
     * What is to be listed.
     *
     * @param searched the number that was searched for under a name
     * @throws IllegalArgumentException where a word is not known
     * @throws java.time.DateTimeException where a time is none
     */
    Which which(Instant now, Function<String, Optional<PhoneNumber>> searched) {
        Wanted work = new Wanted(
                word("order").map(Order::of).orElse(Order.OPENED),
                word("after").map(Place::of),
                is("overdue") ? Optional.of(now) : Optional.empty(),
                is("unverified"),
                is("urgent"),
                word("search").map(name -> searched.apply(name)
                        .orElseThrow(() -> new IllegalArgumentException("search: got one that is forgotten"))));
        return new Which(
                word("stage").map(Stage::of),
                word("desk").map(Desk.Kind::of),
                is("open"),
                word("before").map(Instant::parse).orElse(now.plusSeconds(1)),
                matching(now),
                work);
    }

    private Matching matching(Instant now) {
        Map<Facet, String> words = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            word(facet.word()).ifPresent(word -> words.put(facet, word));
        }
        if (words.isEmpty() && word("from").isEmpty() && word("to").isEmpty()) {
            return Matching.ANY;
        }
        LocalDate tomorrow = LocalDate.ofInstant(now, Times.ZONE).plusDays(1);
        Time by = word("by").filter("opened"::equals).isPresent() ? Time.OPENED : Time.RECEIVED;
        return new Matching(by, day("from", FIRST), day("to", tomorrow), words);
    }

    Optional<String> word(String field) {
        return Optional.ofNullable(asked.get(field));
    }

    boolean is(String field) {
        return "true".equals(asked.get(field));
    }

    private Instant day(String field, LocalDate none) {
        return word(field)
                .map(LocalDate::parse)
                .orElse(none)
                .atStartOfDay(Times.ZONE)
                .toInstant();
    }

    /** The same without what is no part of a view. */
    CaseFilter lasting() {
        Map<String, String> kept = new TreeMap<>(asked);
        PASSING.forEach(kept::remove);
        return new CaseFilter(kept);
    }

    CaseFilter with(String field, String word) {
        Map<String, String> then = new TreeMap<>(asked);
        then.put(field, word);
        return new CaseFilter(then);
    }

    /** In the order of the fields' names, so that equal filters have equal addresses. */
    String query() {
        return new TreeMap<>(asked)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    String address() {
        return asked.isEmpty() ? HERE : HERE + "?" + query();
    }
}
