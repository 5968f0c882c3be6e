package io.jingling.learning;

import io.jingling.detection.Segment;
import io.jingling.domain.CallRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows to learn from, with who made the call of each, by which number, when, and whose scores mean the same. */
public final class Cases {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MANY = 1000;
    private static final Segment[] SEGMENTS = Segment.values();

    private final Rows rows;
    private final Map<Maker, Integer> makers = new HashMap<>();
    private final List<Maker> makersInOrder = new ArrayList<>();
    private final Map<Long, Integer> callers = new HashMap<>();
    private int callersAbsorbed;
    private final Ints makerOfRow = new Ints();
    private final Ints callerOfRow = new Ints();
    private final Ints minuteOfRow = new Ints();
    private final Ints segmentOfRow = new Ints();

    /** @param width features of each row */
    Cases(int width) {
        rows = new Rows(width);
    }

    void add(float[] row, CallRecord call, Who who, Segment segment) {
        rows.add(row, who.isYes(), who.weight());
        makerOfRow.add(number(who.maker()));
        callerOfRow.add(number(call));
        minuteOfRow.add((int) (call.start().getEpochSecond() / SECONDS_A_MINUTE));
        segmentOfRow.add(segment.ordinal());
    }

    /**
     * What is known of a case.
     *
     * @param isYes what is to be learned
     * @param weight how much it counts
     */
    record Who(Maker maker, boolean isYes, float weight) {}

    int number(Maker maker) {
        return makers.computeIfAbsent(maker, added -> {
            makersInOrder.add(added);
            return makersInOrder.size() - 1;
        });
    }

    int number(CallRecord call) {
        return callers.computeIfAbsent(call.caller().key(), key -> callersAbsorbed + callers.size());
    }

    /** Takes over another town's, where the same number is somebody else; nothing may be added any more but towns. */
    void absorb(Cases other) {
        int before = callers();
        float[] row = new float[rows.width()];
        for (int i = 0; i < other.rows.count(); i++) {
            other.rows.copy(i, row);
            rows.add(row, other.rows.isHarassment(i), other.rows.weight(i));
            makerOfRow.add(number(other.maker(i)));
            callerOfRow.add(before + other.caller(i));
            minuteOfRow.add(other.minute(i));
            segmentOfRow.add(other.segmentOfRow.get(i));
        }
        callersAbsorbed += other.callers();
    }

    /** How many callers there were, in all towns. */
    int callers() {
        return callersAbsorbed + callers.size();
    }

    public Rows rows() {
        return rows;
    }

    public Maker maker(int row) {
        return makersInOrder.get(makerOfRow.get(row));
    }

    Maker makerNumbered(int number) {
        return makersInOrder.get(number);
    }

    int caller(int row) {
        return callerOfRow.get(row);
    }

    int minute(int row) {
        return minuteOfRow.get(row);
    }

    Segment segment(int row) {
        return SEGMENTS[segmentOfRow.get(row)];
    }

    /** The rows that a predicate holds for, in order. */
    int[] where(IntPredicate holds) {
        return IntStream.range(0, rows.count()).filter(holds).toArray();
    }

    /** Those rows; of a maker with many, each counts for less, so that no campaign speaks for all. */
    Rows only(int[] some) {
        int[] ofMaker = new int[makersInOrder.size()];
        for (int one : some) {
            ofMaker[makerOfRow.get(one)]++;
        }
        Rows picked = new Rows(rows.width());
        float[] row = new float[rows.width()];
        for (int one : some) {
            rows.copy(one, row);
            int many = ofMaker[makerOfRow.get(one)];
            float part = many <= MANY ? 1 : (float) Math.sqrt(MANY / (double) many);
            picked.add(row, rows.isHarassment(one), rows.weight(one) * part);
        }
        return picked;
    }
}
