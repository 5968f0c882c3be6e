package io.jingling.complaints;

import io.jingling.complaints.Vote.Contact;
import io.jingling.complaints.Weighed.Doubt;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of trust written down as plainly as they can be; slow, and shares no code. */
final class SlowTrust {
    /** What was done, in order of time. */
    sealed interface Deed {
        record Reported(Vote vote) implements Deed {}

        record Withdrawn(ReporterId who, PhoneNumber number, Instant at) implements Deed {}

        record Found(PhoneNumber number, String in, boolean isHarassment, Instant at) implements Deed {}

        record Unfound(PhoneNumber number, String in) implements Deed {}
    }

    private SlowTrust() {}

    static Weighed weigh(List<Deed> done, PhoneNumber number, Instant now) {
        List<Vote> all = votes(done);
        List<Vote> here =
                all.stream().filter(vote -> vote.about().equals(number)).toList();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        List<Vote> proven = new ArrayList<>();
        List<Vote> newcomers = new ArrayList<>();
        Map<Category, Double> categories = new EnumMap<>(Category.class);
        for (Vote vote : here) {
            if (vote.contact() == Contact.ACQUAINTED) {
                doubts.add(Doubt.ACQUAINTED);
            } else if (weight(done, all, vote, now) > 0) {
                (isProven(done, all, vote.by()) ? proven : newcomers).add(vote);
                vote.category().ifPresent(c -> categories.merge(c, weight(done, all, vote, now), Double::sum));
            }
        }
        boolean burst = isBurst(newcomers);
        if (burst) {
            doubts.add(Doubt.BURST);
        } else if (newcomers.size() > 4) {
            doubts.add(Doubt.NEWCOMERS);
        }
        double ofGroups = 0;
        int groups = 0;
        Set<Vote> left = new HashSet<>(proven);
        for (Vote first : proven) {
            if (left.remove(first)) {
                Set<Vote> group = new HashSet<>(Set.of(first));
                while (true) {
                    List<Vote> more = left.stream()
                            .filter(vote -> group.stream().anyMatch(one -> areTied(all, one, vote)))
                            .toList();
                    if (more.isEmpty()) {
                        break;
                    }
                    group.addAll(more);
                    left.removeAll(more);
                }
                groups++;
                ofGroups += group.stream()
                        .mapToDouble(v -> weight(done, all, v, now))
                        .max()
                        .orElseThrow();
            }
        }
        if (groups < proven.size()) {
            doubts.add(Doubt.TIED);
        }
        int most = burst ? 1 : 4;
        double sum =
                newcomers.stream().mapToDouble(v -> weight(done, all, v, now)).sum();
        double weight = rounded(ofGroups + Math.min(most, sum));
        int independent = groups + Math.min(most, newcomers.size());
        int score = (int) Math.round(100 * (1 - Math.pow(0.75, weight)));
        Optional<Category> category = Optional.empty();
        double best = 0;
        for (Map.Entry<Category, Double> one : categories.entrySet()) {
            if (one.getValue() > best) {
                best = one.getValue();
                category = Optional.of(one.getKey());
            }
        }
        Optional<Boolean> word = word(done, number)
                .filter(found -> now.isBefore(found.at().plus(Duration.ofDays(90))))
                .map(Deed.Found::isHarassment);
        if (word.isPresent() && !word.get()) {
            return new Weighed(here.size(), 0, 0, 0, category, false, Set.of(Doubt.CLEARED));
        }
        return word.isPresent()
                ? new Weighed(here.size(), independent, weight, Math.max(90, score), category, true, doubts)
                : new Weighed(here.size(), independent, weight, score, category, false, doubts);
    }

    /** One vote a person and number: the last that was opened. */
    private static List<Vote> votes(List<Deed> done) {
        Map<List<Object>, Vote> votes = new LinkedHashMap<>();
        for (Deed deed : done) {
            switch (deed) {
                case Deed.Reported(Vote vote) -> {
                    List<Object> key = List.of(vote.by(), vote.about());
                    Vote before = votes.get(key);
                    if (before == null || !vote.at().isBefore(before.at().plus(Duration.ofDays(30)))) {
                        votes.put(key, vote);
                    } else {
                        Optional<Category> category = vote.category().isPresent() ? vote.category() : before.category();
                        votes.put(key, new Vote(vote.by(), vote.about(), category, before.at(), before.contact()));
                    }
                }
                case Deed.Withdrawn(ReporterId who, PhoneNumber number, Instant at) ->
                    votes.remove(List.of(who, number));
                case Deed.Found found -> {}
                case Deed.Unfound unfound -> {}
            }
        }
        return List.copyOf(votes.values());
    }

    private static Optional<Deed.Found> word(List<Deed> done, PhoneNumber number) {
        List<Deed.Found> words = new ArrayList<>();
        for (Deed deed : done) {
            if (deed instanceof Deed.Found found && found.number().equals(number)) {
                words.removeIf(word -> word.in().equals(found.in()));
                words.add(found);
            } else if (deed instanceof Deed.Unfound unfound && unfound.number().equals(number)) {
                words.removeIf(word -> word.in().equals(unfound.in()));
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
    }

    private static long times(List<Deed> done, List<Vote> all, ReporterId who, boolean isHarassment) {
        return all.stream()
                .filter(vote -> vote.by().equals(who))
                .filter(vote -> word(done, vote.about())
                        .filter(f -> f.isHarassment() == isHarassment)
                        .isPresent())
                .count();
    }

    private static boolean isProven(List<Deed> done, List<Vote> all, ReporterId who) {
        long right = times(done, all, who, true);
        return right >= 2 && right > times(done, all, who, false);
    }

    private static double weight(List<Deed> done, List<Vote> all, Vote vote, Instant now) {
        double right = 3 + times(done, all, vote.by(), true);
        double wrong = 1 + times(done, all, vote.by(), false);
        long days = Duration.between(vote.at(), now).toDays();
        double fresh = days < 30 ? 1 : days < 90 ? 0.5 : 0;
        return Math.max(0, 2 * (right / (right + wrong)) - 1) * fresh;
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1e6) / 1e6;
    }

    private static boolean isBurst(List<Vote> newcomers) {
        for (Vote first : newcomers) {
            for (Vote last : newcomers) {
                List<Vote> between = newcomers.stream()
                        .filter(v -> !v.at().isBefore(first.at()) && !v.at().isAfter(last.at()))
                        .toList();
                long called = between.stream()
                        .filter(v -> v.contact() == Contact.CALLED)
                        .count();
                boolean within = Duration.between(first.at(), last.at()).compareTo(Duration.ofHours(1)) <= 0;
                if (within && between.size() >= 8 && 2 * called < between.size()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areTied(List<Vote> all, Vote one, Vote another) {
        long first = others(all, one).size();
        long second = others(all, another).size();
        long shared =
                others(all, one).stream().filter(others(all, another)::contains).count();
        return shared >= 2 && 2 * shared >= Math.max(first, second);
    }

    private static Set<List<Object>> others(List<Vote> all, Vote of) {
        Set<List<Object>> others = new HashSet<>();
        all.stream()
                .filter(vote -> vote.by().equals(of.by()) && !vote.about().equals(of.about()))
                .forEach(vote -> others.add(List.of(vote.about(), day(vote.at()))));
        return others;
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.ofHours(8)).toLocalDate();
    }
}
