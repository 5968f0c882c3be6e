package io.jingling.learning;

import io.jingling.detection.Detection;
import io.jingling.detection.Feature;
import io.jingling.domain.CallRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Calls that were seen to ring, with what was known then and who made them; and the steps of all calls that ended, in
 * order of time, so that a sequence model can be put in at any of the calls.
 */
public final class Examples implements Detection.Listener {
    private final Function<CallRecord, Maker> truth;
    private final Choice choice;
    private final Rows rows = new Rows(Feature.COUNT);
    private final Rows steps = new Rows(Detection.STEP_WIDTH);
    private final Map<Maker, Integer> makers = new HashMap<>();
    private final List<Maker> makersInOrder = new ArrayList<>();
    private final Map<Long, Integer> callers = new HashMap<>();
    private int callersBefore;
    private final Ints makerOfRow = new Ints();
    private final Ints callerOfRow = new Ints();
    private final Ints stepsBeforeRow = new Ints();
    private final Ints minuteOfRow = new Ints();
    private final Ints makerOfStep = new Ints();
    private final Ints callerOfStep = new Ints();

    /** Says how much a call counts; 0 leaves it out. */
    public interface Choice {
        float weight(CallRecord call, Maker maker);
    }

    public Examples(Function<CallRecord, Maker> truth, Choice choice) {
        this.truth = truth;
        this.choice = choice;
    }

    @Override
    public void rings(CallRecord call, float[] features) {
        Maker maker = truth.apply(call);
        float weight = choice.weight(call, maker);
        if (weight > 0) {
            rows.add(features, maker.isHarassment(), weight);
            makerOfRow.add(number(maker));
            callerOfRow.add(caller(call));
            stepsBeforeRow.add(steps.count());
            minuteOfRow.add((int) (call.start().getEpochSecond() / 60));
        }
    }

    @Override
    public void ends(CallRecord call, float[] step) {
        Maker maker = truth.apply(call);
        steps.add(step, maker.isHarassment(), 1);
        makerOfStep.add(number(maker));
        callerOfStep.add(caller(call));
    }

    @Override
    public void late(CallRecord call) {
        // Nothing is learned from it.
    }

    private int number(Maker maker) {
        return makers.computeIfAbsent(maker, added -> {
            makersInOrder.add(added);
            return makersInOrder.size() - 1;
        });
    }

    private int caller(CallRecord call) {
        return callers.computeIfAbsent(call.caller().key(), key -> callersBefore + callers.size());
    }

    /** Another town begins, in which the same number is somebody else. */
    public void beginTown() {
        callersBefore += callers.size();
        callers.clear();
    }

    /** How many callers there were, in all towns. */
    int callers() {
        return callersBefore + callers.size();
    }

    public Rows rows() {
        return rows;
    }

    Rows steps() {
        return steps;
    }

    public Maker maker(int row) {
        return makersInOrder.get(makerOfRow.get(row));
    }

    public int caller(int row) {
        return callerOfRow.get(row);
    }

    int stepsBefore(int row) {
        return stepsBeforeRow.get(row);
    }

    public int minute(int row) {
        return minuteOfRow.get(row);
    }

    Maker makerOfStep(int step) {
        return makersInOrder.get(makerOfStep.get(step));
    }

    int callerOfStep(int step) {
        return callerOfStep.get(step);
    }
}
