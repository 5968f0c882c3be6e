package io.jingling.platform;

import io.jingling.complaints.CallTime;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Docket;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Guess;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Routing;
import io.jingling.complaints.Said;
import io.jingling.complaints.Step;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Parts;
import io.jingling.evidence.Receipt;
import io.jingling.platform.CaseStore.Filed;
import io.jingling.platform.CaseStore.Key;
import io.jingling.platform.CaseStore.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Takes reports: in evidence first, then durable in a case, then in force. The number of who reports goes no further than here.
 */
public final class Intake {
    private final Ports ports;
    private final Reported reported;
    private final RandomGenerator random;
    private final Together<Sent, Receipted> together = new Together<>("reports", this::take);

    /** What it asks others for. */
    public record Ports(
            CaseStore cases,
            ReporterStore reporters,
            EvidenceKeeper evidence,
            Routing routing,
            ReportReader reader,
            CampaignOf campaigns) {}

    /**
     * A report as it comes.
     *
     * @param reporter the number of who reports
     * @param key what the sender calls it; the same from the same person is taken once
     */
    public record Sent(
            PhoneNumber reporter,
            ReportedNumber about,
            CallTime when,
            Said said,
            Entrance entrance,
            Optional<String> key,
            boolean mayBeForwarded,
            Instant at) {
        public Sent {
            if (!reporter.isKnown()) {
                throw new IllegalArgumentException("reporter: got " + reporter + ", want a whole number");
            }
        }
    }

    /**
     * What a sender gets.
     *
     * @param about the case with it
     * @param isRepeated whether it was taken before
     */
    public record Receipted(Case about, String report, boolean isRepeated) {
        public CaseNumber number() {
            return about.number();
        }
    }

    /** @param random that nobody can foretell: case numbers are drawn from it */
    public Intake(Ports ports, Reported reported, RandomGenerator random) {
        this.ports = ports;
        this.reported = reported;
        this.random = random;
    }

    /** Durable, in evidence and in force on return. */
    public Receipted take(Sent sent) {
        return together.ask(sent);
    }

    /** The same for many, all or none. */
    public List<Receipted> takeAll(List<Sent> sent) {
        return together.askAll(sent);
    }

    /** Nothing is taken meanwhile: cases are changed by one at a time. */
    <T> T alone(Supplier<T> change) {
        return together.alone(change);
    }

    /** Who that is, to other rooms. */
    public ReporterId idOf(PhoneNumber reporter) {
        return ports.reporters().idOf(reporter);
    }

    private List<Receipted> take(List<Sent> batch) {
        Batch taking = new Batch(batch);
        List<Receipted> receipts = batch.stream().map(taking::place).toList();
        if (!taking.taken.isEmpty()) {
            ports.cases()
                    .take(
                            inEvidence(taking.taken),
                            taking.cases.values(),
                            taking.taken.stream()
                                    .flatMap(taken -> ReportLabels.said(taken.report()).stream())
                                    .toList());
            taking.draft.keep();
            reported.reported(
                    taking.taken, taking.taken.getLast().report().intake().at());
        }
        return receipts;
    }

    /** The same, each with its place in the log. */
    private List<Taken> inEvidence(List<Taken> taken) {
        List<Receipt> receipts = ports.evidence()
                .keep(Statement.all(
                        EntryKind.REPORT, taken.stream().map(CaseTestimony::of).toList()));
        List<Taken> placed = new ArrayList<>();
        for (Taken one : taken) {
            placed.add(one.in(receipts.get(placed.size() / Parts.COUNT_MAX).index()));
        }
        return placed;
    }

    /** Reports that are kept together. */
    private final class Batch {
        private final Docket.Draft draft = reported.docket().draft();
        private final Map<Key, Filed> known;
        private final List<Taken> taken = new ArrayList<>();
        private final Map<CaseNumber, Case> cases = new LinkedHashMap<>();

        private Batch(List<Sent> sent) {
            List<Key> keys = sent.stream().flatMap(one -> key(one).stream()).toList();
            known = new HashMap<>(keys.isEmpty() ? Map.of() : ports.cases().known(keys));
        }

        private Receipted place(Sent sent) {
            Optional<Key> key = key(sent);
            Optional<Filed> before = key.map(known::get);
            if (before.isPresent()) {
                Case about = find(before.get().number())
                        .orElseThrow(() -> new IllegalStateException("report: got one without a case, want one"));
                return new Receipted(about, before.get().report(), true);
            }
            Report report = report(sent);
            Optional<String> campaign = ports.campaigns().of(report.about().number());
            CaseNumber number =
                    draft.placeOf(report, campaign, open -> join(open, report)).orElseGet(() -> open(report));
            draft.put(number, report, campaign);
            Contact contact = reported.contact(sent.reporter(), report.about().number());
            taken.add(new Taken(number, report, sent.reporter(), contact));
            key.ifPresent(said -> known.put(said, new Filed(number, report.id())));
            return new Receipted(cases.get(number), report.id(), false);
        }

        /** False where it was closed meanwhile, or another would be responsible, or by an earlier time, for what it says. */
        private boolean join(CaseNumber number, Report report) {
            Optional<Case> open =
                    find(number).filter(found -> !found.stage().isClosed()).filter(found -> staysWhere(found, report));
            open.ifPresent(found -> cases.put(number, found.joined(report)));
            return open.isPresent();
        }

        private boolean staysWhere(Case open, Report report) {
            Case.Topic then = open.joined(report).topic();
            if (then.equals(open.topic())) {
                return true;
            }
            String rule =
                    open.first(Step.HandedOver.class).map(Step.HandedOver::rule).orElse("");
            return then.isUrgent() == open.topic().isUrgent()
                    && ports.routing().of(report).rule().equals(rule);
        }

        private Optional<Case> find(CaseNumber number) {
            return Optional.ofNullable(cases.get(number))
                    .or(() -> Optional.ofNullable(
                            ports.cases().find(List.of(number)).get(number)));
        }

        private CaseNumber open(Report report) {
            CaseNumber number = CaseNumber.draw(report.intake().at(), random);
            cases.put(number, Case.opened(number, report, ports.routing().of(report)));
            return number;
        }

        private Optional<Key> key(Sent sent) {
            return sent.key().map(said -> new Key(idOf(sent.reporter()), said));
        }
    }

    private Report report(Sent sent) {
        String description = sent.said().description();
        Guess guess = description.isEmpty() ? Guess.UNSURE : ports.reader().read(description);
        String id = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
        return new Report(
                id,
                idOf(sent.reporter()),
                sent.about(),
                sent.when(),
                sent.said(),
                new Report.Intake(sent.at(), sent.entrance(), sent.key(), sent.mayBeForwarded(), guess));
    }
}
