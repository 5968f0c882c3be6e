package io.jingling.platform;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.FileCheck;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.evidence.Receipt;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Takes files that belong to reports: checked, in evidence, then durable. */
public final class Exhibits {
    /** How many files one person has in a case at most: nobody can take up the room of others. */
    public static final int OF_ONE_MAX = 20;
    /** How many files a case has at most. */
    public static final int OF_A_CASE_MAX = 1_000;

    private static final int TURNS = 64;

    private final CaseStore store;
    private final EvidenceKeeper evidence;
    private final RandomGenerator random;
    /** Of one case one file is taken at a time, so that the same file sent twice at once is one. */
    private final Object[] turns = new Object[TURNS];

    /** @param random for ids; safe for several threads */
    public Exhibits(CaseStore store, EvidenceKeeper evidence, RandomGenerator random) {
        this.store = store;
        this.evidence = evidence;
        this.random = random;
        Arrays.setAll(turns, turn -> new Object());
    }

    /**
     * Durable on return. A file that the same person handed in already is taken once.
     *
     * @param by whose report it belongs to
     * @return empty where that one reported nothing in this case
     * @throws IllegalArgumentException where the file is refused
     */
    public Optional<Exhibit> add(CaseNumber number, ReporterId by, String name, byte[] content, Instant at) {
        Exhibit.Type type = FileCheck.typeOf(content);
        synchronized (turns[Math.floorMod(number.hashCode(), TURNS)]) {
            return add(number, by, new Sent(name, type, content), at);
        }
    }

    private record Sent(String name, Exhibit.Type type, byte[] content) {}

    private Optional<Exhibit> add(CaseNumber number, ReporterId by, Sent sent, Instant at) {
        List<Report> own = store.reports(number, by);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String sha256 = Hash.sha256(sent.content()).toString();
        List<Exhibit> there = store.exhibits(number);
        Set<String> mine = own.stream().map(Report::id).collect(Collectors.toSet());
        List<Exhibit> ofMine =
                there.stream().filter(one -> mine.contains(one.report())).toList();
        Optional<Exhibit> same =
                ofMine.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
        if (same.isPresent()) {
            return same;
        }
        if (ofMine.size() >= OF_ONE_MAX || there.size() >= OF_A_CASE_MAX) {
            throw new IllegalArgumentException("file: got one more than a case takes, want at most " + OF_ONE_MAX
                    + " of one person and " + OF_A_CASE_MAX + " of all");
        }
        Lines lines = new Lines("exhibit")
                .with("case", number.digits())
                .with("report", own.getFirst().id())
                .with("type", sent.type().mediaType())
                .with("bytes", sent.content().length)
                .with("sha256", sha256)
                .with("at", at);
        List<Receipt> receipts = evidence.keep(List.of(Statement.of(EntryKind.REPORT, lines.said())));
        String id = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
        Exhibit exhibit = new Exhibit(
                id,
                own.getFirst().id(),
                sent.type(),
                sent.name(),
                sent.content().length,
                sha256,
                receipts.getFirst().index(),
                at);
        store.addExhibit(number, exhibit, sent.content());
        return Optional.of(exhibit);
    }

    public List<Exhibit> of(CaseNumber number) {
        return store.exhibits(number);
    }

    public Optional<byte[]> content(CaseNumber number, String exhibit) {
        return store.content(number, exhibit);
    }
}
