package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jingling.detection.Calibration;
import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Feature;
import io.jingling.detection.LinkScore;
import io.jingling.detection.Linking;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.Signal;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everybody is suspicious and all that call over one trunk are linked: what is wrong with that is told. */
class LinkEvaluationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Capacity SMALL = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);
    private static final Linking.Limits LIMITS = new Linking.Limits(0, 0, 4, 0.1f);
    private static final String CALLEE = "13900000000";

    private final LinkEvaluation evaluation = new LinkEvaluation(LIMITS);
    private int calls;

    @Test
    void numbersOfOneMakerAreCountedAsPairsAndABenignOneAmongThemAsWrong() {
        Detection detection = town(8);
        ring(detection, "13800000001", "a", "trunk-1");
        ring(detection, "13800010002", "a", "trunk-1");
        ring(detection, "13800020003", "a", "trunk-2");
        ring(detection, "13800030004", "b", "trunk-3");
        ring(detection, "13800040005", "benign", "trunk-1");
        ring(detection, "13800050006", "benign", "trunk-4");
        detection.finish();
        LinkEvaluation.Links links = evaluation.links();
        assertThat(links.numbers()).isEqualTo(4);
        assertThat(links.pairPrecision()).isEqualTo(1);
        assertThat(links.pairRecall()).isEqualTo(1 / 3.0);
        assertThat(links.benignNumbers()).isEqualTo(1);
        assertThat(links.benignCalls()).isEqualTo(2);
        assertThat(links.wronglyWeak()).isEqualTo(0.5);
        assertThat(links.wronglyStrong()).isEqualTo(0.5);
        // Groups {a a benign} {a} {b}: precision (2/3 + 2/3 + 1/3 + 1 + 1) / 5, recall (2/3 + 2/3 + 1/3 + 1 + 1) / 5.
        assertThat(links.groups().precision()).isCloseTo(11 / 15.0, within(1e-12));
        assertThat(links.groups().recall()).isCloseTo(11 / 15.0, within(1e-12));
    }

    @Test
    void aWeakLinkIsWrongButNotStronglyAndTheSameCampaignIdInAnotherTownIsAnother() {
        for (String maker : new String[] {"a", "b"}) {
            Detection detection = town(2);
            ring(detection, "13800000001", maker, "trunk-1");
            ring(detection, "13800010002", maker, "trunk-1");
            ring(detection, "13800020003", "benign", "trunk-1");
            detection.finish();
        }
        LinkEvaluation.Links links = evaluation.links();
        assertThat(links.pairPrecision()).isEqualTo(1);
        assertThat(links.pairRecall()).isEqualTo(1);
        assertThat(links.wronglyWeak()).isEqualTo(1);
        assertThat(links.wronglyStrong()).isZero();
    }

    @Test
    void withoutHarassersThereIsNothingToTell() {
        assertThatThrownBy(evaluation::links).hasMessageContaining("got 0 found");
    }

    private Detection town(float link) {
        LinkEvaluation.Town town = evaluation.town(LinkEvaluationTest::maker);
        LinkScore byTrunk = (call, signals, campaign) -> signals[Signal.TRUNK.ordinal()] > 0 ? link : -link;
        return Detection.linking(SMALL, Duration.ZERO, model(), byTrunk, LIMITS, town);
    }

    private static Maker maker(CallRecord call) {
        return new Maker(call.cause(), call.cause().equals("benign") ? "benign_person" : "harass_ai");
    }

    /** One callee and a trunk are two signals; who calls over another trunk has one. */
    private void ring(Detection detection, String caller, String maker, String trunk) {
        detection.observe(new CallRecord(
                "c" + calls,
                START.plusSeconds(60L * calls++),
                PhoneNumber.parse(caller),
                PhoneNumber.parse(CALLEE),
                Direction.OUT,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                ReleasedBy.CALLEE,
                maker,
                new Origin(trunk, "", "", "", "")));
    }

    private static Model model() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Trees always = new Trees(
                Feature.COUNT, new int[] {0}, new int[] {-1}, new float[] {0}, new int[] {0}, new float[] {5});
        return new Model(
                "test",
                always,
                Optional.empty(),
                new Calibration(slopes, new float[Segment.COUNT]),
                Thresholds.same(3, 2, 1),
                Optional.empty());
    }
}
