package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.statistics.Counts;
import io.jingling.statistics.Dimension;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
import io.jingling.statistics.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is made of periods that are over. */
class StatisticsTest {
    private static final Instant NOW = Instant.parse("2026-11-03T02:00:00Z");

    private final Kept store = new Kept();
    private final Statistics statistics = new Statistics(store, new InMemoryEvidence(), Users.NONE, "演示数据；");

    @Test
    void whereNothingWasReportedNothingIsMade() {
        assertThat(statistics.makeWhatIsOver(NOW)).isEmpty();
        assertThat(store.made).isEmpty();
    }

    @Test
    void whatWasMissedWhileNothingRanIsMadeUpForAndNothingTwice() {
        store.reports.put("2026-08-05", 9L);
        store.reports.put("2026-09-05", 9L);
        store.reports.put("2026-10-05", 9L);
        assertThat(statistics.makeWhatIsOver(NOW))
                .extracting(Period::word)
                .containsExactly("2026-10", "2026-09", "2026-08", "2026Q3");
        assertThat(statistics.makeWhatIsOver(NOW)).isEmpty();
        assertThat(store.open.keySet()).extracting(Period::word).contains("2026-07", "2026-08", "2026-09", "2026-10");
    }

    @Test
    void openDataStaysAsItWasMadeWhateverIsWithdrawn() {
        store.reports.put("2026-08-05", 9L);
        String first = statistics.openData(Period.parse("2026Q3"), NOW);
        store.reports.put("2026-08-05", 8L);
        assertThat(statistics.openData(Period.parse("2026Q3"), NOW)).isEqualTo(first);
        assertThat(first).contains("2026-08,total,total,合计,9,complaint/1,").contains("演示数据；未核实");
        assertThat(statistics.openData(Period.parse("2026-08"), NOW).lines().skip(1))
                .isSubsetOf(first.lines().toList());
    }

    @Test
    void openDataOfWhatIsNotOverThereIsNone() {
        assertThatThrownBy(() -> statistics.openData(Period.parse("2026Q4"), NOW))
                .hasMessage("period: got one that is not over, want one that is");
    }

    private static final class Kept implements StatisticsStore {
        final Map<String, Long> reports = new HashMap<>();
        final Map<Period, Made> made = new HashMap<>();
        final Map<Period, String> open = new HashMap<>();

        @Override
        public Counts count(Period period, Instant asOf) {
            long total = reports.entrySet().stream()
                    .filter(day ->
                            period.all().stream().anyMatch(month -> day.getKey().startsWith(month.toString())))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            Map<Dimension, Map<String, Long>> by =
                    total == 0 ? Map.of() : Map.of(Dimension.CARRIER, Map.of("resale", total));
            return new Counts(period, "试", asOf, total, by, Map.of(), Counts.Handling.NONE);
        }

        @Override
        public Map<String, Map<String, Map<UUID, Long>>> byDay(Period period) {
            Map<String, Map<String, Map<UUID, Long>>> days = new HashMap<>();
            reports.forEach((day, count) -> {
                if (day.startsWith(period.word())) {
                    Map<UUID, Long> people = new HashMap<>();
                    for (long who = 0; who < count; who++) {
                        people.put(new UUID(1, who), 1L);
                    }
                    days.put(day, Map.of("07", people));
                }
            });
            return days;
        }

        @Override
        public long peopleWhoNamed(String company, Period period) {
            return 0;
        }

        @Override
        public boolean save(Naming naming) {
            return false;
        }

        @Override
        public Optional<Naming> naming(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Naming> namings(int limit) {
            return List.of();
        }

        @Override
        public void keep(Made one) {
            made.putIfAbsent(one.period(), one);
        }

        @Override
        public List<Made> made(int limit) {
            return new ArrayList<>(made.values());
        }

        @Override
        public Optional<Made> made(Period period) {
            return Optional.ofNullable(made.get(period));
        }

        @Override
        public String keepOpenData(Period month, String csv, Instant at) {
            return open.computeIfAbsent(month, first -> csv);
        }

        @Override
        public Optional<String> openData(Period month) {
            return Optional.ofNullable(open.get(month));
        }
    }
}
