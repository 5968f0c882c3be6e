package io.jingling.http.console;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Stage;
import io.jingling.domain.Category;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cases as a table, and by what they were looked for.
 *
 * @param kept what the form hands on without showing it
 * @param more the address of those before; empty where there are none
 * @param problem what could not be read; empty where all could
 */
record CasesView(
        List<Choice> stages,
        List<Choice> desks,
        String from,
        String to,
        boolean isOpen,
        List<Kept> kept,
        List<Row> rows,
        String more,
        String problem) {
    /** What an address may ask for. */
    static final Set<String> FIELDS =
            Set.of("stage", "desk", "open", "before", "from", "to", "category", "mode", "region", "carrier", "segment");

    private static final List<String> NOT_SHOWN = List.of("category", "mode", "region", "carrier", "segment");

    record Choice(String word, String name, boolean isChosen) {}

    record Kept(String field, String word) {}

    /** A case; its number is masked. */
    record Row(
            String number,
            String caller,
            String kind,
            String category,
            String mode,
            int reports,
            String stage,
            String desk,
            String due,
            String what,
            String basis,
            boolean isMissed,
            boolean isUrgent,
            String opened) {
        static Row of(Case one, Optional<Deadline> next, Instant now) {
            return new Row(
                    one.number().toString(),
                    one.about().isKnown() ? one.about().toString() : "未显示号码",
                    one.about().isKnown() ? one.about().kind().chinese() : "",
                    one.topic().category().map(Category::chinese).orElse("不清楚"),
                    one.topic().mode().chinese(),
                    one.reports(),
                    one.stage().chinese(),
                    one.responsible().chinese(),
                    next.map(deadline -> Times.moment(deadline.due())).orElse(""),
                    next.map(deadline -> deadline.what().chinese()).orElse(""),
                    next.map(deadline -> deadline.what().basis().chinese()).orElse(""),
                    next.filter(deadline -> deadline.isMissed(now)).isPresent(),
                    one.topic().isUrgent(),
                    Times.moment(one.opened()));
        }
    }

    static CasesView of(Map<String, String> asked, List<Row> rows, Optional<Instant> more, String problem) {
        return new CasesView(
                Arrays.stream(Stage.values())
                        .map(one -> choice(asked, "stage", one.word(), one.chinese()))
                        .toList(),
                Arrays.stream(Desk.Kind.values())
                        .map(one -> choice(asked, "desk", one.word(), one.chinese()))
                        .toList(),
                asked.getOrDefault("from", ""),
                asked.getOrDefault("to", ""),
                asked.getOrDefault("open", "").equals("true"),
                NOT_SHOWN.stream()
                        .filter(asked::containsKey)
                        .map(field -> new Kept(field, asked.get(field)))
                        .toList(),
                rows,
                more.map(before -> address(asked, before)).orElse(""),
                problem);
    }

    private static Choice choice(Map<String, String> asked, String field, String word, String name) {
        return new Choice(word, name, word.equals(asked.get(field)));
    }

    private static String address(Map<String, String> asked, Instant before) {
        Map<String, String> fields = new HashMap<>(asked);
        fields.put("before", before.toString());
        StringBuilder address = new StringBuilder("/console/cases");
        new TreeMap<>(fields).forEach((field, word) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(field)
                .append('=')
                .append(URLEncoder.encode(word, StandardCharsets.UTF_8)));
        return address.toString();
    }
}
