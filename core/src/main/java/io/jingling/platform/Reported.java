package io.jingling.platform;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Contacts;
import io.jingling.complaints.Docket;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Trust;
import io.jingling.complaints.Vote;
import io.jingling.complaints.Vote.Contact;
import io.jingling.complaints.Weighed;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.CaseStore.Taken;
import io.jingling.screening.ReportedCallers;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reports come to, in memory: which cases are open, what is said of each number, who called whom. It is made anew from
 * what is kept at each start. A change is in force with the next call. Safe for several threads.
 */
public final class Reported {
    /** A score below says nothing of a call. */
    static final int SCORE_MIN = 50;

    private static final int CONTACT_PLACES = 1 << 20;
    /** So many votes are weighed at each further one. */
    private static final int FEW = 1_000;

    private static final int FEW_PART = 100;

    private final ReportedCallers inForce;
    private final Trust trust = new Trust();
    private final Docket docket = new Docket();
    private final Contacts contacts = new Contacts(CONTACT_PLACES);
    private final Set<PhoneNumber> said = new HashSet<>();
    /** With how many votes a number of more than {@link #FEW} was weighed last. */
    private final Map<PhoneNumber, Integer> weighedAt = new HashMap<>();

    /** @param inForce what screening asks */
    public Reported(ReportedCallers inForce) {
        this.inForce = inForce;
    }

    /** Calls that have happened: who knows whom is told by them. */
    public synchronized void observe(Collection<CallRecord> records) {
        records.forEach(contacts::observe);
    }

    synchronized Contact contact(PhoneNumber reporter, PhoneNumber about) {
        return contacts.of(reporter, about);
    }

    /** Open cases; only for who has its turn. */
    Docket docket() {
        return docket;
    }

    /** Each number is weighed once, however many reports are of it. */
    synchronized void reported(Collection<Taken> taken, Instant now) {
        Set<PhoneNumber> touched = new LinkedHashSet<>();
        taken.forEach(one -> {
            remember(one.report(), one.contact());
            touched.add(one.report().about().number());
        });
        touched.stream().filter(this::isDue).forEach(number -> weigh(number, now));
    }

    /** Of thousands of votes one more changes nothing: then a number is weighed again where they are a hundredth more. */
    private boolean isDue(PhoneNumber number) {
        int people = trust.people(number);
        return people <= FEW || people - weighedAt.getOrDefault(number, 0) >= people / FEW_PART;
    }

    synchronized void remember(Report report, Contact contact) {
        trust.report(new Vote(
                report.by(),
                report.about().number(),
                report.said().category(),
                report.intake().at(),
                contact));
    }

    /** @param left what that one still says of the number in other cases, the first first */
    synchronized void withdrawn(ReporterId who, PhoneNumber number, List<Report> left, Instant now) {
        Contact contact = trust.vote(who, number).map(Vote::contact).orElse(Contact.UNKNOWN);
        trust.withdraw(who, number);
        left.forEach(report -> remember(report, contact));
        weigh(number, now);
    }

    /**
     * An officer found what a number's calls are.
     *
     * @param in which case or appeal
     */
    synchronized void found(PhoneNumber number, CaseNumber in, boolean isHarassment, Instant at, Instant now) {
        trust.found(number, in.digits(), isHarassment, at).forEach(touched -> weigh(touched, now));
    }

    /** It holds no more. */
    synchronized void unfound(PhoneNumber number, CaseNumber in, Instant now) {
        trust.unfound(number, in.digits()).forEach(touched -> weigh(touched, now));
    }

    synchronized void relieve(PhoneNumber number, boolean isSetAside, Instant now) {
        trust.relieve(number, isSetAside);
        weigh(number, now);
    }

    /** What all reports of a number come to. */
    public synchronized Weighed weighed(PhoneNumber number, Instant now) {
        return trust.weigh(number, now);
    }

    /** As time goes by votes count less: to be called once a day, and after all was remembered. */
    public synchronized void refresh(Instant now) {
        trust.forget(now);
        weighedAt.keySet().retainAll(trust.numbers());
        Set<PhoneNumber> all = new HashSet<>(said);
        all.addAll(trust.numbers());
        all.forEach(number -> weigh(number, now));
    }

    /** How many numbers are reported, of how many something is said in force, and how many cases are open. */
    public synchronized Sizes sizes() {
        return new Sizes(trust.size(), inForce.size(), docket.size());
    }

    /** What is held in memory. */
    public record Sizes(int numbers, int inForce, int openCases) {}

    private void weigh(PhoneNumber number, Instant now) {
        if (!number.isKnown()) {
            return;
        }
        int people = trust.people(number);
        if (people > FEW) {
            weighedAt.put(number, people);
        } else {
            weighedAt.remove(number);
        }
        Weighed weighed = trust.weigh(number, now);
        if (weighed.score() < SCORE_MIN) {
            inForce.remove(number);
            said.remove(number);
            return;
        }
        Evidence evidence =
                weighed.isConfirmed() ? Evidence.LISTED : new Evidence(Evidence.Kind.REPORTS, weighed.independent());
        Category category = weighed.category().orElse(Category.OTHER_MARKETING);
        inForce.put(number, new Standing.Suspected(category, weighed.score(), evidence, now.plus(Trust.FORGOTTEN)));
        said.add(number);
    }
}
