package io.jingling.complaints;

import io.jingling.complaints.Weighed.Doubt;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What reports say of numbers, and how far each who reports is believed.
 *
 * <p>A person has one vote a number in thirty days; a withdrawal removes it. It counts in full for thirty days and half for
 * sixty more. Who was right before counts by how often, people who act together count as one, all who were never right yet
 * as four at most, acquaintances not at all. So however many accounts somebody buys, without officers who agree their
 * reports may label a number and never refuse it. One thread at a time.
 */
public final class Trust {
    public static final Duration ONE_VOTE = Duration.ofDays(30);
    public static final Duration FORGOTTEN = Duration.ofDays(90);
    /** For so long an officer's word holds against further reports. */
    public static final Duration CLEARED = Duration.ofDays(90);
    /** So many numbers reported on the same days, and half of all that either reported, tie two people. */
    static final int TIE_MIN = 2;
    /** From there an officer's finding counts, whatever reports say. */
    static final int CONFIRMED_SCORE = 90;

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Map<PhoneNumber, Map<ReporterId, Vote>> votes = new HashMap<>();
    private final Map<ReporterId, Map<PhoneNumber, LocalDate>> histories = new HashMap<>();
    /** By what was found in which case or appeal; the last word is the last of them. */
    private final Map<PhoneNumber, Map<String, Found>> found = new HashMap<>();

    private final Set<PhoneNumber> relieved = new HashSet<>();

    private record Found(boolean isHarassment, Instant at) {}

    private final Weighing.Reporters reporters = new Weighing.Reporters() {
        @Override
        public Credit creditOf(ReporterId who) {
            return Trust.this.creditOf(who);
        }

        @Override
        public boolean areTied(Vote one, Vote another) {
            return Trust.this.areTied(one, another);
        }
    };

    /** A report; of a hidden number it says nothing. */
    public void report(Vote vote) {
        if (vote.about().isKnown()) {
            Vote now = votes.computeIfAbsent(vote.about(), number -> new LinkedHashMap<>())
                    .merge(vote.by(), vote, Vote::saidAgain);
            histories
                    .computeIfAbsent(vote.by(), who -> new HashMap<>())
                    .put(vote.about(), now.at().atOffset(CHINA).toLocalDate());
        }
    }

    /** It is as if that one had never reported the number. */
    public void withdraw(ReporterId who, PhoneNumber number) {
        Optional.ofNullable(votes.get(number)).ifPresent(ofNumber -> {
            ofNumber.remove(who);
            if (ofNumber.isEmpty()) {
                votes.remove(number);
            }
        });
        Optional.ofNullable(histories.get(who)).ifPresent(history -> {
            history.remove(number);
            if (history.isEmpty()) {
                histories.remove(who);
            }
        });
    }

    /** What that one says of the number; empty where nothing is remembered. */
    public Optional<Vote> vote(ReporterId who, PhoneNumber number) {
        return Optional.ofNullable(votes.getOrDefault(number, Map.of()).get(who));
    }

    /**
     * An officer found what a number's calls are; the last word holds, one for each case or appeal.
     *
     * @param in which case or appeal
     * @return the numbers of which something else may hold now, as those who reported it are believed more or less
     */
    public Set<PhoneNumber> found(PhoneNumber number, String in, boolean isHarassment, Instant at) {
        if (!number.isKnown()) {
            return Set.of();
        }
        Map<String, Found> words = found.computeIfAbsent(number, first -> new LinkedHashMap<>());
        words.remove(in);
        words.put(in, new Found(isHarassment, at));
        return touchedBy(number);
    }

    /** What was found in a case or an appeal holds no more; what was found in others does. Returns the same. */
    public Set<PhoneNumber> unfound(PhoneNumber number, String in) {
        found.computeIfPresent(number, (same, words) -> {
            words.remove(in);
            return words.isEmpty() ? null : words;
        });
        return number.isKnown() ? touchedBy(number) : Set.of();
    }

    private Optional<Found> word(PhoneNumber number) {
        return found.getOrDefault(number, Map.of()).values().stream()
                .reduce((one, further) -> further.at().isBefore(one.at()) ? one : further);
    }

    private Set<PhoneNumber> touchedBy(PhoneNumber number) {
        Set<PhoneNumber> touched = new HashSet<>(Set.of(number));
        votes.getOrDefault(number, Map.of())
                .keySet()
                .forEach(who ->
                        touched.addAll(histories.getOrDefault(who, Map.of()).keySet()));
        return Set.copyOf(touched);
    }

    /** Whether what reports say of a number is set aside. */
    public void relieve(PhoneNumber number, boolean isSetAside) {
        if (isSetAside) {
            relieved.add(number);
        } else {
            relieved.remove(number);
        }
    }

    /** What all reports of a number come to. */
    public Weighed weigh(PhoneNumber number, Instant now) {
        Optional<Found> word =
                word(number).filter(last -> now.isBefore(last.at().plus(CLEARED)));
        List<Vote> all = List.copyOf(votes.getOrDefault(number, Map.of()).values());
        Weighed weighed = new Weighing(reporters, now).of(all);
        if (word.filter(Found::isHarassment).isPresent()) {
            return new Weighed(
                    all.size(),
                    weighed.independent(),
                    weighed.weight(),
                    relieved.contains(number) ? 0 : Math.max(CONFIRMED_SCORE, weighed.score()),
                    weighed.category(),
                    true,
                    relieved.contains(number) ? Set.of(Doubt.RELIEVED) : weighed.doubts());
        }
        if (word.isPresent()) {
            return set(weighed, Doubt.CLEARED);
        }
        return relieved.contains(number) ? set(weighed, Doubt.RELIEVED) : weighed;
    }

    private static Weighed set(Weighed aside, Doubt why) {
        return new Weighed(aside.people(), 0, 0, 0, aside.category(), false, Set.of(why));
    }

    /** Drops votes that count nothing any more; to be called once a day. */
    public void forget(Instant now) {
        votes.values().stream()
                .flatMap(ofNumber -> List.copyOf(ofNumber.values()).stream())
                .filter(vote -> !now.isBefore(vote.at().plus(FORGOTTEN)))
                .toList()
                .forEach(vote -> withdraw(vote.by(), vote.about()));
        found.values().forEach(words -> words.values()
                .removeIf(word -> !now.isBefore(word.at().plus(CLEARED))));
        found.values().removeIf(Map::isEmpty);
    }

    private Credit creditOf(ReporterId who) {
        Credit credit = Credit.NONE;
        for (PhoneNumber number : histories.getOrDefault(who, Map.of()).keySet()) {
            Optional<Found> word = word(number);
            credit = word.isEmpty() ? credit : credit.and(word.get().isHarassment());
        }
        return credit;
    }

    /** The number that is weighed is no tie: many people are called by one robot. */
    private boolean areTied(Vote one, Vote another) {
        Map<PhoneNumber, LocalDate> first = histories.getOrDefault(one.by(), Map.of());
        Map<PhoneNumber, LocalDate> second = histories.getOrDefault(another.by(), Map.of());
        long shared = first.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(one.about()))
                .filter(entry -> entry.getValue().equals(second.get(entry.getKey())))
                .count();
        int longer = Math.max(first.size(), second.size()) - 1;
        return shared >= TIE_MIN && 2 * shared >= longer;
    }

    /** How many report a number. */
    public int people(PhoneNumber number) {
        return votes.getOrDefault(number, Map.of()).size();
    }

    /** Of which somebody said something. */
    public Set<PhoneNumber> numbers() {
        Set<PhoneNumber> all = new HashSet<>(votes.keySet());
        all.addAll(found.keySet());
        return Set.copyOf(all);
    }

    /** How many numbers are reported. */
    public int size() {
        return votes.size();
    }
}
