package io.jingling.http.memory;

import io.jingling.platform.ReviewPrinter;
import io.jingling.platform.Statistics;
import io.jingling.platform.StatisticsStore;
import io.jingling.statistics.Counts;
import io.jingling.statistics.Dimension;
import io.jingling.statistics.FiguresCsv;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
import io.jingling.statistics.Users;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statistics of a quarter that is made up, on plain maps. */
@Singleton
public class StatisticsMap implements StatisticsStore {
    private final Map<UUID, Naming> namings = new HashMap<>();
    private final Map<Period, String> openData = new HashMap<>();
    private final MemoryEvidence evidence;

    StatisticsMap(MemoryEvidence evidence) {
        this.evidence = evidence;
    }

    @Produces
    @Singleton
    Statistics statistics() {
        return new Statistics(this, evidence, Users.NONE, "");
    }

    @Produces
    @Singleton
    ReviewPrinter printer() {
        return (review, format, by, at) -> FiguresCsv.write(review, by, at).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Counts count(Period period, Instant asOf) {
        return new Counts(
                period,
                "测试",
                asOf,
                10,
                Map.of(
                        Dimension.CARRIER, Map.of("china_mobile", 6L, "resale", 4L),
                        Dimension.CATEGORY, Map.of("07", 9L, "F1", 1L),
                        Dimension.MODE, Map.of("human", 10L)),
                Map.of(),
                Counts.Handling.NONE);
    }

    @Override
    public Map<String, Map<String, Map<UUID, Long>>> byDay(Period period) {
        return period.equals(Period.parse("2026-07"))
                ? Map.of(
                        "2026-07-01", Map.of("07", people(9), "F1", people(1)),
                        "2026-07-02", Map.of("07", people(20), "F1", people(8)))
                : Map.of();
    }

    private static Map<UUID, Long> people(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(one -> new UUID(1, one), one -> 1L));
    }

    @Override
    public long peopleWhoNamed(String company, Period period) {
        return company.equals("演示某公司") ? 21 : 3;
    }

    @Override
    public synchronized boolean save(Naming naming) {
        Naming before = namings.get(naming.id());
        boolean fits = before == null || before.steps().size() == naming.steps().size() - 1;
        if (fits) {
            namings.put(naming.id(), naming);
        }
        return fits;
    }

    @Override
    public synchronized Optional<Naming> naming(UUID id) {
        return Optional.ofNullable(namings.get(id));
    }

    @Override
    public synchronized List<Naming> namings(int limit) {
        return new ArrayList<>(namings.values());
    }

    @Override
    public synchronized String keepOpenData(Period month, String csv, Instant at) {
        return openData.computeIfAbsent(month, first -> csv);
    }

    @Override
    public synchronized Optional<String> openData(Period month) {
        return Optional.ofNullable(openData.get(month));
    }

    @Override
    public void keep(Made made) {
        throw new UnsupportedOperationException("made: nothing is made here");
    }

    @Override
    public List<Made> made(int limit) {
        return List.of();
    }

    @Override
    public Optional<Made> made(Period period) {
        return Optional.empty();
    }
}
