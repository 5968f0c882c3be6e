package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroundsPropertyTest {
    private static final float WORTH_TELLING = 0.2f;

    @Test
    void askingWhyChangesNothingAboutTheJudgement() {
        for (long seed = 1; seed <= 200; seed++) {
            Model model = MadeUpModels.model(seed, true, seed % 2 == 0);
            Sighting seen = anySighting(model, new Random(seed));
            Judge plain = new Judge(model);
            Judge telling = new Judge(model);
            Action action = plain.judge(seen);
            assertThat(telling.judge(seen, new Grounds())).as("seed %d", seed).isEqualTo(action);
            assertThat(telling.logOdds()).as("seed %d", seed).isEqualTo(plain.logOdds());
        }
    }

    @Test
    void groundsAreThoseOfASortedListWhateverWasToldBefore() {
        Grounds why = new Grounds();
        int told = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Model model = MadeUpModels.model(seed, true, seed % 2 == 0);
            Sighting seen = anySighting(model, new Random(seed));
            new Judge(model).judge(seen, why);
            List<Ground> naive = naive(model, seen);
            assertThat(why.list()).as("seed %d", seed).isEqualTo(naive);
            assertThat(why.count()).as("seed %d", seed).isEqualTo(naive.size());
            for (int i = 0; i < naive.size(); i++) {
                assertThat(why.get(i)).as("seed %d", seed).isEqualTo(naive.get(i));
            }
            told += naive.size();
        }
        assertThat(told).as("some have several").isGreaterThan(300);
    }

    @Test
    void groundsThatWeighTheSameKeepTheirOrder() {
        Grounds why = new Grounds();
        float[] parts = new float[Feature.COUNT];
        parts[Feature.CALLS_IN_HOUR.ordinal()] = 1;
        parts[Feature.LAST_GAP.ordinal()] = 1;
        parts[Feature.IS_MOBILE.ordinal()] = 1;
        parts[Feature.ENDED.ordinal()] = 2;
        why.begin(parts);
        why.sort();
        assertThat(why.list()).containsExactly(Ground.ANSWERS, Ground.NUMBER, Ground.RATE, Ground.RHYTHM);
    }

    @Test
    void whatIsNotWorthTellingIsNotToldNorHadByItsPlace() {
        Grounds why = new Grounds();
        float[] parts = new float[Feature.COUNT];
        parts[Feature.CALLS_IN_HOUR.ordinal()] = 0.19f;
        parts[Feature.LAST_GAP.ordinal()] = -3;
        why.begin(parts);
        why.sort();
        assertThat(why.list()).isEmpty();
        assertThatThrownBy(() -> why.get(0)).hasMessage("ground: got 0, want less than 0");
    }

    private static Sighting anySighting(Model model, Random random) {
        Sighting seen = new Sighting(Optional.empty());
        MadeUpModels.fill(seen.features, random);
        MadeUpModels.fill(seen.clues, random);
        seen.families = random.nextInt(1 << 6);
        seen.own = model.logOdds(seen.features);
        return seen;
    }

    /** What the trees say of each ground, added up and sorted. */
    private static List<Ground> naive(Model model, Sighting seen) {
        float[] weights = new float[Ground.values().length];
        float[] parts = new float[Feature.COUNT];
        model.trees().score(seen.features, parts);
        for (Feature feature : Feature.values()) {
            weights[feature.ground().ordinal()] += parts[feature.ordinal()];
        }
        model.linking().ifPresent(linking -> addClues(linking, seen, weights));
        return Arrays.stream(Ground.values())
                .filter(ground -> weights[ground.ordinal()] >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(ground -> -weights[ground.ordinal()]))
                .toList();
    }

    private static void addClues(Linking linking, Sighting seen, float[] weights) {
        float[] parts = new float[Clue.COUNT];
        linking.clues().score(seen.clues, parts);
        float against = 0;
        for (float weight : weights) {
            against += Math.max(0, weight);
        }
        float own = Math.max(0, parts[Clue.OWN.ordinal()]);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= against == 0 ? 0 : own / against;
        }
        for (Clue clue : Clue.values()) {
            weights[clue.ground().ordinal()] += clue == Clue.OWN ? 0 : parts[clue.ordinal()];
        }
    }
}
