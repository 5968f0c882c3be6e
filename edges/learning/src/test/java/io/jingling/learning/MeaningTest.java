package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Calibration;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CALLS = 60_000;
    private static final int OF_WHICH_ONE_IS_NEW = 100;

    private final Random random = new Random(5);
    private final Cases cases = new Cases(1);

    @Test
    void aBenignNumberIsSeldomLabelledForBeingNewThoughNewOnesLookWorseThanAllOthers() {
        for (int i = 0; i < CALLS; i++) {
            boolean isNew = i % OF_WHICH_ONE_IS_NEW == 0;
            add(i, isNew ? Segment.NEW : Segment.MOBILE, false, isNew ? 3 + random.nextFloat() : random.nextFloat());
            add(CALLS + i, isNew ? Segment.NEW : Segment.MOBILE, true, 3 + random.nextFloat());
        }
        int[] all = IntStream.range(0, cases.rows().count()).toArray();
        Meaning meaning = new Meaning(cases, all, row -> row[0]);
        Calibration calibration = meaning.calibration();
        Thresholds thresholds = meaning.thresholds(calibration, Learning.Bounds.of(1e-4));
        assertThat(share(calibration, Segment.NEW, thresholds.label()))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(0.05);
        assertThat(share(calibration, Segment.NEW, thresholds.challenge())).isLessThanOrEqualTo(0.005);
        assertThat(thresholds.reject()).isGreaterThanOrEqualTo(thresholds.challenge());
    }

    /** Of benign calls of a segment, how many reach a threshold. */
    private double share(Calibration calibration, Segment segment, float least) {
        int[] its = cases.where(
                row -> cases.segment(row) == segment && !cases.rows().isHarassment(row));
        float[] row = new float[1];
        long above = IntStream.of(its)
                .filter(place -> {
                    cases.rows().copy(place, row);
                    return calibration.logOdds(row[0], segment) >= least;
                })
                .count();
        return above / (double) its.length;
    }

    private void add(int number, Segment segment, boolean isHarassment, float score) {
        Maker maker = new Maker("m" + number, isHarassment ? "harass_ai_naive" : "benign_person");
        CallRecord call = new CallRecord(
                "c" + number,
                START.plusSeconds(number),
                PhoneNumber.parse(String.format("138%08d", number)),
                PhoneNumber.parse("13900000000"),
                Direction.OUT,
                false,
                Duration.ofSeconds(20),
                Duration.ZERO,
                ReleasedBy.CALLER,
                "",
                new Origin("", "", "", "", ""));
        cases.add(new float[] {score}, call, new Cases.Who(maker, isHarassment, 1), segment);
    }
}
