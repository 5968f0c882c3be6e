package io.jingling.platform;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Step;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Cases, reports, reporters and appeals on plain maps, and a switch that makes them fail. */
final class InMemoryCases implements CaseStore, ReporterStore {
    final Map<String, Taken> reports = new LinkedHashMap<>();
    final Map<CaseNumber, Case> cases = new HashMap<>();
    final List<Label> labels = new ArrayList<>();
    private final Map<ReporterId, PhoneNumber> reporters = new HashMap<>();
    private final Map<String, Exhibit> exhibits = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<CaseNumber, Appeal> appeals = new LinkedHashMap<>();
    boolean away;

    private synchronized void answer() {
        if (away) {
            throw new StoreFailure("cases", new IllegalStateException("away"));
        }
    }

    @Override
    public ReporterId idOf(PhoneNumber number) {
        return new ReporterId("p" + Long.toHexString(number.key() * 0x9E3779B97F4A7C15L));
    }

    @Override
    public synchronized Optional<PhoneNumber> numberOf(ReporterId id) {
        return Optional.ofNullable(reporters.get(id));
    }

    @Override
    public synchronized Map<Key, Filed> known(Collection<Key> keys) {
        answer();
        Map<Key, Filed> found = new HashMap<>();
        reports.values().forEach(taken -> taken.report()
                .intake()
                .key()
                .map(key -> new Key(taken.report().by(), key))
                .filter(keys::contains)
                .ifPresent(key -> found.put(key, filed(taken))));
        return found;
    }

    private static Filed filed(Taken taken) {
        return new Filed(taken.number(), taken.report().id());
    }

    @Override
    public synchronized void take(List<Taken> taken, Collection<Case> changed, List<Label> learned) {
        answer();
        taken.forEach(one -> {
            reports.put(one.report().id(), one);
            reporters.put(one.report().by(), one.reporter());
        });
        changed.forEach(one -> cases.put(one.number(), one));
        labels.addAll(learned);
    }

    @Override
    public synchronized OptionalLong entryOf(String report) {
        return Stream.ofNullable(reports.get(report))
                .mapToLong(Taken::entry)
                .filter(entry -> entry != Taken.NOWHERE)
                .findFirst();
    }

    @Override
    public synchronized void remove(CaseNumber number, String report, Case then, List<Label> learned) {
        answer();
        Optional.ofNullable(reports.remove(report)).ifPresent(gone -> {
            if (of(gone.report().by(), 1).isEmpty()) {
                reporters.remove(gone.report().by());
            }
        });
        exhibits.values().removeIf(file -> file.report().equals(report));
        cases.put(number, then);
        labels.addAll(learned);
    }

    @Override
    public synchronized void save(Case changed, List<Label> learned) {
        answer();
        cases.put(changed.number(), changed);
        labels.addAll(learned);
    }

    @Override
    public synchronized Map<CaseNumber, Case> find(Collection<CaseNumber> numbers) {
        answer();
        Map<CaseNumber, Case> found = new HashMap<>(cases);
        found.keySet().retainAll(numbers);
        return found;
    }

    @Override
    public synchronized List<Report> reports(CaseNumber number, int limit) {
        return inTime().filter(one -> one.number().equals(number))
                .map(Taken::report)
                .limit(limit)
                .toList();
    }

    private Stream<Taken> inTime() {
        answer();
        return reports.values().stream()
                .sorted(Comparator.comparing(
                                (Taken one) -> one.report().intake().at())
                        .thenComparing(one -> one.report().id()));
    }

    @Override
    public synchronized List<Filed> of(ReporterId reporter, int limit) {
        return inTime()
                .filter(one -> one.report().by().equals(reporter))
                .map(InMemoryCases::filed)
                .toList()
                .reversed()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Report> reports(ReporterId by, PhoneNumber about) {
        return inTime().map(Taken::report)
                .filter(one -> about.isKnown()
                        && one.by().equals(by)
                        && one.about().number().equals(about))
                .toList();
    }

    @Override
    public synchronized List<Report> reports(CaseNumber number, ReporterId by) {
        return reports(number, Integer.MAX_VALUE).stream()
                .filter(one -> one.by().equals(by))
                .toList();
    }

    @Override
    public synchronized List<Case> list(Which which, int limit) {
        answer();
        Order order = which.work().order();
        return cases.values().stream()
                .filter(one -> which.holds(one, due(one)))
                .filter(one -> which.matching().isAny()
                        || reports.values().stream()
                                .anyMatch(taken -> taken.number().equals(one.number())
                                        && which.matching().holds(one, taken.report())))
                .sorted((one, other) -> order.compare(
                        order.place(one, due(one)).orElseThrow(),
                        order.place(other, due(other)).orElseThrow()))
                .limit(limit)
                .toList();
    }

    private static Optional<Instant> due(Case one) {
        return Deadlines.STANDARD.next(one).map(Deadline::due);
    }

    @Override
    public void reckonDue() {
        // What is due is worked out whenever it is asked for.
    }

    @Override
    public synchronized Optional<String> lastVerifier(PhoneNumber about) {
        answer();
        return cases.values().stream()
                .filter(one -> one.about().equals(about))
                .flatMap(one -> one.last(Step.Verified.class).stream())
                .max(Comparator.comparing(Step::at))
                .map(Step::by);
    }

    @Override
    public synchronized void readReports(Instant since, Consumer<Remembered> reader) {
        inTime().filter(one -> !one.report().intake().at().isBefore(since))
                .forEach(one -> reader.accept(new Remembered(
                        one.number(),
                        one.report(),
                        one.contact(),
                        !cases.get(one.number()).stage().isClosed())));
    }

    @Override
    public synchronized void readVerified(Instant since, Consumer<Case> reader) {
        answer();
        cases.values().stream()
                .filter(one -> one.last(Step.Verified.class)
                        .filter(step -> !step.at().isBefore(since))
                        .isPresent())
                .sorted(Comparator.comparing((Case one) ->
                        one.last(Step.Verified.class).orElseThrow().at()))
                .forEach(reader);
    }

    @Override
    public synchronized void addExhibit(CaseNumber number, Exhibit exhibit, byte[] content) {
        answer();
        exhibits.put(exhibit.id(), exhibit);
        contents.put(exhibit.id(), content.clone());
    }

    @Override
    public synchronized List<Exhibit> exhibits(CaseNumber number) {
        answer();
        return exhibits.values().stream()
                .filter(file -> Optional.ofNullable(reports.get(file.report()))
                        .filter(one -> one.number().equals(number))
                        .isPresent())
                .toList();
    }

    @Override
    public synchronized Optional<byte[]> content(CaseNumber number, String exhibit) {
        return exhibits(number).stream()
                .filter(file -> file.id().equals(exhibit))
                .findFirst()
                .map(file -> contents.get(file.id()));
    }

    final AppealStore appealStore = new AppealStore() {
        @Override
        public void save(Appeal appeal, List<Label> learned) {
            answer();
            appeals.put(appeal.number(), appeal);
            labels.addAll(learned);
        }

        @Override
        public Optional<Appeal> find(CaseNumber number) {
            answer();
            return Optional.ofNullable(appeals.get(number));
        }

        @Override
        public List<Appeal> about(PhoneNumber number) {
            return all().filter(one -> one.about().equals(number)).toList().reversed();
        }

        @Override
        public List<Appeal> list(boolean isOpen, int limit) {
            return all().filter(one -> !isOpen || !one.isDecided()).limit(limit).toList();
        }

        private Stream<Appeal> all() {
            answer();
            return appeals.values().stream()
                    .sorted(Comparator.comparing(Appeal::at).thenComparing(Appeal::number));
        }
    };
}
