package io.jingling.learning;

import io.jingling.detection.Detection;
import io.jingling.detection.Feature;
import io.jingling.detection.Segment;
import io.jingling.detection.Sighting;
import io.jingling.domain.CallRecord;
import java.util.function.Function;

/**
 * Calls that were seen to ring, with what was known then and who made them; and the steps of all calls that ended, in
 * order of time, so that a sequence model can be put in at any of the calls.
 */
public final class Examples implements Detection.Listener {
    private final Function<CallRecord, Maker> truth;
    private final Choice choice;
    private final Cases cases = new Cases(Feature.COUNT);
    private final Rows steps = new Rows(Detection.STEP_WIDTH);
    private final Ints stepsBeforeRow = new Ints();
    private final Ints makerOfStep = new Ints();
    private final Ints callerOfStep = new Ints();

    /** Says how much a call counts; 0 leaves it out. */
    public interface Choice {
        /** @param isHard whether it looks like harassment to those who only look where it comes from */
        float weight(CallRecord call, Maker maker, boolean isHard);
    }

    public Examples(Function<CallRecord, Maker> truth, Choice choice) {
        this.truth = truth;
        this.choice = choice;
    }

    @Override
    public void rings(Sighting seen) {
        Maker maker = truth.apply(seen.call());
        float weight = choice.weight(seen.call(), maker, false);
        if (weight > 0) {
            Cases.Who who = new Cases.Who(maker, maker.isHarassment(), weight);
            cases.add(seen.features(), seen.call(), who, Segment.of(seen.features()));
            stepsBeforeRow.add(steps.count());
        }
    }

    @Override
    public void ends(CallRecord call, float[] step) {
        Maker maker = truth.apply(call);
        steps.add(step, maker.isHarassment(), 1);
        makerOfStep.add(cases.number(maker));
        callerOfStep.add(cases.number(call));
    }

    @Override
    public void late(CallRecord call) {
        // Nothing is learned from it.
    }

    /** Takes over another town's, where the same number is somebody else. */
    public void absorb(Examples other) {
        int callersBefore = cases.callers();
        int stepsBefore = steps.count();
        cases.absorb(other.cases);
        for (int i = 0; i < other.rows().count(); i++) {
            stepsBeforeRow.add(stepsBefore + other.stepsBefore(i));
        }
        float[] step = new float[Detection.STEP_WIDTH];
        for (int i = 0; i < other.steps.count(); i++) {
            other.steps.copy(i, step);
            steps.add(step, other.steps.isHarassment(i), 1);
            makerOfStep.add(cases.number(other.makerOfStep(i)));
            callerOfStep.add(callersBefore + other.callerOfStep(i));
        }
    }

    Cases cases() {
        return cases;
    }

    public Rows rows() {
        return cases.rows();
    }

    Rows steps() {
        return steps;
    }

    int callers() {
        return cases.callers();
    }

    public Maker maker(int row) {
        return cases.maker(row);
    }

    int caller(int row) {
        return cases.caller(row);
    }

    int stepsBefore(int row) {
        return stepsBeforeRow.get(row);
    }

    Maker makerOfStep(int step) {
        return cases.makerNumbered(makerOfStep.get(step));
    }

    int callerOfStep(int step) {
        return callerOfStep.get(step);
    }
}
