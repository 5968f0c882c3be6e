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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Takes files that belong to reports: checked, in evidence, then durable. */
public final class Exhibits {
    /** How many files a case has at most. */
    public static final int OF_A_CASE_MAX = 50;

    private final CaseStore store;
    private final EvidenceKeeper evidence;
    private final RandomGenerator random;

    /** @param random for ids; safe for several threads */
    public Exhibits(CaseStore store, EvidenceKeeper evidence, RandomGenerator random) {
        this.store = store;
        this.evidence = evidence;
        this.random = random;
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
        List<Report> own = store.reports(number, by);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String sha256 = Hash.sha256(content).toString();
        List<Exhibit> there = store.exhibits(number);
        Set<String> mine = own.stream().map(Report::id).collect(Collectors.toSet());
        Optional<Exhibit> same = there.stream()
                .filter(one -> one.sha256().equals(sha256) && mine.contains(one.report()))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        if (there.size() >= OF_A_CASE_MAX) {
            throw new IllegalArgumentException(
                    "file: got one more than " + OF_A_CASE_MAX + ", want at most " + OF_A_CASE_MAX + " a case");
        }
        Lines lines = new Lines("exhibit")
                .with("case", number.digits())
                .with("report", own.getFirst().id())
                .with("type", type.mediaType())
                .with("bytes", content.length)
                .with("sha256", sha256)
                .with("at", at);
        List<Receipt> receipts = evidence.keep(List.of(Statement.of(EntryKind.REPORT, lines.said())));
        String id = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
        Exhibit exhibit = new Exhibit(
                id,
                own.getFirst().id(),
                type,
                name,
                content.length,
                sha256,
                receipts.getFirst().index(),
                at);
        store.addExhibit(number, exhibit, content);
        return Optional.of(exhibit);
    }

    public List<Exhibit> of(CaseNumber number) {
        return store.exhibits(number);
    }

    public Optional<byte[]> content(CaseNumber number, String exhibit) {
        return store.content(number, exhibit);
    }
}
