package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Thresholds.Levels;
import io.jingling.domain.Action;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Levels NEVER = new Levels(Float.POSITIVE_INFINITY, 2, 1);
    private static final Levels FROM_THREE = new Levels(3, 2, 1);
    private static final int CALLS_THAT_ARE_FEW = 2;
    private static final int CALLS_THAT_ARE_MANY = 30;

    @Test
    void aNumberAtItsFirstCallsIsNotRejectedForWhatItDoesThoughOthersWouldBe() {
        Model model = model(Optional.empty());
        assertThat(judge(model, CALLS_THAT_ARE_MANY, 9)).isEqualTo(Action.REJECT);
        assertThat(judge(model, CALLS_THAT_ARE_FEW, 9)).isEqualTo(Action.CHALLENGE);
    }

    @Test
    void whatItBelongsToMayStillRejectItsFirstCall() {
        Trees whoLinks = MadeUpModels.question(Clue.COUNT, Clue.LINK.ordinal(), 1, 4);
        Linking linking = new Linking(
                MadeUpModels.question(Signal.COUNT, 0, 0, 1),
                new Linking.Limits(0, 1, 3, 0),
                whoLinks,
                MadeUpModels.neutral(),
                Thresholds.same(3, 2, 1));
        Sighting seen = sighting(CALLS_THAT_ARE_FEW, 0);
        seen.clues[Clue.LINK.ordinal()] = 5;
        seen.families = 1 << Signal.Family.LINE.ordinal() | 1 << Signal.Family.SCRIPT.ordinal();
        assertThat(new Judge(model(Optional.of(linking))).judge(seen)).isEqualTo(Action.REJECT);
        seen.families = 1 << Signal.Family.LINE.ordinal();
        assertThat(new Judge(model(Optional.of(linking))).judge(seen)).isEqualTo(Action.LABEL);
    }

    @Test
    void aFirstCallIsNotLabelledWhereNothingSpeaksAgainstItButTheHour() {
        Model model = model(Optional.empty());
        assertThat(judge(model, 0, 1.5f)).isEqualTo(Action.PASS);
        assertThat(judge(model, 1, 1.5f)).isEqualTo(Action.LABEL);
    }

    @Test
    void aFirstCallIsLabelledWhereItsLineOrItsCampaignSpeaksAgainstIt() {
        Trees whoLinks = MadeUpModels.question(Clue.COUNT, Clue.OWN.ordinal(), 1, 4);
        Linking linking = new Linking(
                MadeUpModels.question(Signal.COUNT, 0, 0, 1),
                new Linking.Limits(0, 1, 3, 0),
                whoLinks,
                MadeUpModels.neutral(),
                Thresholds.same(9, 8, 1));
        Judge judge = new Judge(model(Optional.of(linking)));
        Sighting seen = sighting(0, 1.5f);
        seen.clues[Clue.OWN.ordinal()] = 1.5f;
        assertThat(judge.judge(seen)).isEqualTo(Action.PASS);
        seen.families = 1 << Signal.Family.SCRIPT.ordinal();
        assertThat(judge.judge(seen)).isEqualTo(Action.LABEL);
        seen.families = 0;
        seen.clues[Clue.LINE_SUSPICION.ordinal()] = 0.4f;
        assertThat(judge.judge(seen)).isEqualTo(Action.LABEL);
    }

    private static Model model(Optional<Linking> linking) {
        Trees any = MadeUpModels.question(Feature.COUNT, 0, 0, 1);
        Thresholds thresholds = new Thresholds(NEVER, FROM_THREE);
        return new Model("any", any, Optional.empty(), MadeUpModels.neutral(), thresholds, linking);
    }

    private static Action judge(Model model, int calls, float own) {
        return new Judge(model).judge(sighting(calls, own));
    }

    private static Sighting sighting(int calls, float own) {
        Sighting seen = new Sighting(Optional.empty());
        seen.features[Feature.CALLS_IN_FORTNIGHT.ordinal()] = Curves.log(calls);
        seen.own = own;
        return seen;
    }
}
