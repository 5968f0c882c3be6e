package io.jingling.learning;

import io.jingling.detection.Change;
import io.jingling.detection.Clue;
import io.jingling.detection.Detection;
import io.jingling.detection.LinkScore;
import io.jingling.detection.Segment;
import io.jingling.detection.Sighting;
import io.jingling.detection.Signal;
import io.jingling.detection.Trees;
import io.jingling.domain.CallRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls that were compared with campaigns, and whether they belong to them; and what was known of each call in the end.
 * Where nobody has learned to link yet, it links by the truth itself; where somebody has, it keeps no pairs.
 */
public final class LinkExamples implements Detection.Listener, LinkScore {
    private static final float SURE = 8;
    private static final float SUSPICIOUS = 0.3f;

    private final Function<CallRecord, Maker> truth;
    private final Examples.Choice choice;
    private final Optional<Trees> learned;
    private final Cases pairs = new Cases(Signal.COUNT);
    private final Ints callOfPair = new Ints();
    private final Cases clues = new Cases(Clue.COUNT);
    private final Map<Integer, String> groups = new HashMap<>();

    /** @param learned judges signals; links are true where it is empty */
    public LinkExamples(Function<CallRecord, Maker> truth, Examples.Choice choice, Optional<Trees> learned) {
        this.truth = truth;
        this.choice = choice;
        this.learned = learned;
    }

    /** Takes over another town's, with other campaigns. */
    public void absorb(LinkExamples other) {
        int callsBefore = clues.rows().count();
        pairs.absorb(other.pairs);
        clues.absorb(other.clues);
        for (int i = 0; i < other.pairs.rows().count(); i++) {
            callOfPair.add(callsBefore + other.callOfPair(i));
        }
    }

    @Override
    public float logOdds(CallRecord call, float[] signals, int campaign) {
        return learned.map(trees -> trees.score(signals))
                .orElseGet(() -> isOf(truth.apply(call), campaign) ? SURE : -SURE);
    }

    private boolean isOf(Maker maker, int campaign) {
        return maker.group().equals(groups.get(campaign));
    }

    @Override
    public void rings(Sighting seen) {
        Maker maker = truth.apply(seen.call());
        Segment segment = Segment.of(seen.features());
        float weight = choice.weight(seen.call(), maker, segment == Segment.NEW || isInBadCompany(seen.clues()));
        if (weight == 0) {
            return;
        }
        // Whoever links by what was learned has no more to learn about links.
        int pairsSeen = learned.isPresent() ? 0 : seen.candidates();
        for (int i = 0; i < pairsSeen; i++) {
            Cases.Who who = new Cases.Who(maker, isOf(maker, seen.candidate(i)), weight);
            pairs.add(seen.signals(i), seen.call(), who, segment);
            callOfPair.add(clues.rows().count());
        }
        clues.add(seen.clues(), seen.call(), new Cases.Who(maker, maker.isHarassment(), weight), segment);
    }

    private static boolean isInBadCompany(float[] clues) {
        return Math.max(clues[Clue.LINE_SUSPICION.ordinal()], clues[Clue.BLOCK_SUSPICION.ordinal()]) >= SUSPICIOUS;
    }

    @Override
    public void changed(CallRecord call, Change change) {
        if (change.kind() == Change.Kind.FOUNDED) {
            groups.put(change.campaign(), truth.apply(call).group());
        }
    }

    @Override
    public void late(CallRecord call) {
        // Nothing is learned from it.
    }

    Cases pairs() {
        return pairs;
    }

    /** The row of {@link #clues} that a pair was of. */
    int callOfPair(int row) {
        return callOfPair.get(row);
    }

    Cases clues() {
        return clues;
    }
}
