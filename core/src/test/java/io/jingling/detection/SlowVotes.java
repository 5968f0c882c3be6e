package io.jingling.detection;

import io.jingling.detection.LabelledNumbers.Held;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is held of numbers, looked up from all labels again for each question. */
final class SlowVotes {
    private final List<Label> labels;
    private final Function<String, Optional<PhoneNumber>> callers;

    SlowVotes(List<Label> labels, Function<String, Optional<PhoneNumber>> callers) {
        this.labels = labels.stream()
                .sorted(Comparator.comparing(Label::at).thenComparing(Label::claim))
                .toList();
        this.callers = callers;
    }

    Map<PhoneNumber, Held> held() {
        Map<PhoneNumber, Held> held = new HashMap<>();
        for (PhoneNumber number :
                labels.stream().flatMap(this::number).distinct().toList()) {
            double harassment = sum(number, Claim.HARASSMENT);
            double trade = sum(number, Claim.LEGIT_TRADE);
            double benign = sum(number, Claim.BENIGN);
            double most = Math.max(harassment, Math.max(trade, benign));
            Claim claim = benign == most ? Claim.BENIGN : trade == most ? Claim.LEGIT_TRADE : Claim.HARASSMENT;
            double weight = 2 * most - harassment - trade - benign;
            if (weight > 1e-6) {
                held.put(number, new Held(claim, Optional.empty(), weight));
            }
        }
        return held;
    }

    private Stream<PhoneNumber> number(Label label) {
        return switch (label.about()) {
            case About.OfNumber(PhoneNumber number) -> Stream.of(number);
            case About.OfCall(String id) -> callers.apply(id).stream();
        };
    }

    private double sum(PhoneNumber number, Claim claim) {
        double sum = 0;
        double weak = 0;
        for (Label vote : votes(number)) {
            double weight =
                    switch (vote.by().source()) {
                        case REPORTER -> Math.max(0, 2 * reliability(vote.by().who()) - 1);
                        case IMPORTED -> 1;
                        case WEAK -> Math.min(0.1, 1 - weak);
                        case OFFICER -> officer(number).filter(vote::equals).isPresent() ? 10 : 0;
                    };
            weak += vote.by().source() == Source.WEAK ? weight : 0;
            sum += vote.claim() == claim ? weight : 0;
        }
        return sum;
    }

    /** What holds of each person, in order of time. */
    private List<Label> votes(PhoneNumber number) {
        List<Label> votes = new ArrayList<>();
        for (Label.By by : labels.stream().map(Label::by).distinct().toList()) {
            List<Label> own = labels.stream()
                    .filter(one -> one.by().equals(by) && number(one).anyMatch(number::equals))
                    .toList();
            int after = 0;
            for (int i = 0; i < own.size(); i++) {
                after = own.get(i).claim() == Claim.WITHDRAWN ? i + 1 : after;
            }
            List<Label> left = own.subList(after, own.size());
            while (!left.isEmpty()) {
                Instant end = left.getFirst().at().plus(Votes.ONE_VOTE);
                List<Label> window =
                        left.stream().filter(one -> one.at().isBefore(end)).toList();
                Label last = window.getLast();
                votes.add(new Label(
                        last.about(),
                        last.claim(),
                        last.category(),
                        by,
                        left.getFirst().at()));
                left = left.subList(window.size(), left.size());
            }
        }
        votes.sort(Comparator.comparing(Label::at)
                .thenComparing(Label::claim)
                .thenComparing(one -> one.by().source())
                .thenComparing(one -> one.by().who()));
        return votes;
    }

    private Optional<Label> officer(PhoneNumber number) {
        return votes(number).stream()
                .filter(one -> one.by().source() == Source.OFFICER)
                .reduce((earlier, later) -> later);
    }

    private double reliability(String who) {
        double right = 0;
        double wrong = 0;
        double rightByPeers = 0;
        double wrongByPeers = 0;
        for (PhoneNumber number :
                labels.stream().flatMap(this::number).distinct().toList()) {
            Optional<Boolean> own = lastWord(number, who);
            Optional<Label> officer = officer(number);
            if (own.isEmpty()) {
                continue;
            }
            if (officer.isPresent()) {
                boolean agrees = own.get() == (officer.get().claim() == Claim.HARASSMENT);
                right += agrees ? 1 : 0;
                wrong += agrees ? 0 : 1;
                continue;
            }
            List<Boolean> others = votes(number).stream()
                    .filter(one -> one.by().source() == Source.REPORTER)
                    .map(one -> one.by().who())
                    .filter(one -> !one.equals(who))
                    .distinct()
                    .map(one -> lastWord(number, one).orElseThrow())
                    .toList();
            long against = others.stream().filter(one -> one).count();
            if (others.size() >= 2 && 2 * against != others.size()) {
                boolean agrees = own.get() == (2 * against > others.size());
                rightByPeers += agrees ? 0.5 : 0;
                wrongByPeers += agrees ? 0 : 0.5;
            }
        }
        double part = Math.min(1, 4 / Math.max(1e-9, rightByPeers + wrongByPeers));
        double good = 3 + right + part * rightByPeers;
        return good / (good + 1 + wrong + part * wrongByPeers);
    }

    private Optional<Boolean> lastWord(PhoneNumber number, String who) {
        return votes(number).stream()
                .filter(one -> one.by().equals(new Label.By(Source.REPORTER, who)))
                .reduce((earlier, later) -> later)
                .map(one -> one.claim() == Claim.HARASSMENT);
    }
}
