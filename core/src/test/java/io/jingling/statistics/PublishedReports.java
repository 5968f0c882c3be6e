package io.jingling.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was published, and counts made up so that they have these shares. */
final class PublishedReports {
    static final Instant AS_OF = Instant.parse("2026-10-05T02:00:00Z");
    static final Names NAMES = new Names(
            Map.of(
                    Dimension.CARRIER,
                    List.of(
                            new Names.Name("china_mobile", "中国移动"),
                            new Names.Name("china_unicom", "中国联通"),
                            new Names.Name("china_telecom", "中国电信"),
                            new Names.Name("resale", "移动转售"),
                            new Names.Name("china_broadnet", "中国广电"))),
            List.of(),
            List.of(),
            List.of());

    private PublishedReports() {}

    /** A quarter and its shares in tenths of a percent. */
    record Published(Period period, Map<String, Integer> tenths, String source) {
        int sum() {
            return tenths.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Exactly so many a thousand of the total. */
        Map<String, Long> counts(long thousands) {
            Map<String, Long> counts = new LinkedHashMap<>();
            tenths.forEach((carrier, share) -> counts.put(carrier, share * thousands));
            return counts;
        }
    }

    static List<Published> all() {
        List<String> lines =
                lines().stream().filter(line -> !line.startsWith("#")).toList();
        String[] head = lines.getFirst().split(";");
        return lines.subList(1, lines.size()).stream()
                .map(line -> published(head, line.split(";")))
                .toList();
    }

    private static Published published(String[] head, String[] cells) {
        Map<String, Integer> tenths = new LinkedHashMap<>();
        for (int i = 1; i < head.length - 1; i++) {
            tenths.put(head[i], Integer.parseInt(cells[i].replace(".", "")));
        }
        return new Published(Period.parse(cells[0]), tenths, cells[cells.length - 1]);
    }

    private static List<String> lines() {
        try (InputStream in = PublishedReports.class.getResourceAsStream("published.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** With one class, one kind, one mode and one province, so that all adds up. */
    static Counts counts(Period period, Map<String, Long> carriers) {
        long total = carriers.values().stream().mapToLong(Long::longValue).sum();
        Map<Dimension, Map<String, Long>> by = new EnumMap<>(Dimension.class);
        by.put(Dimension.CARRIER, carriers);
        by.put(Dimension.CATEGORY, Map.of("07", total));
        by.put(Dimension.SEGMENT, Map.of("mobile", total));
        by.put(Dimension.MODE, Map.of("human", total));
        by.put(Dimension.REGION, Map.of("广东", total));
        return new Counts(period, "测试", AS_OF, total, by, Map.of(), Counts.Handling.NONE);
    }
}
