package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Calibration;
import io.jingling.detection.CampaignView;
import io.jingling.detection.Capacity;
import io.jingling.detection.Clue;
import io.jingling.detection.Feature;
import io.jingling.detection.Linking;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.Signal;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.Rebuild;
import io.jingling.platform.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is killed in the middle knows afterwards what it would have known. */
class RestartTest {
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration LATENESS = Duration.ofSeconds(5);
    private static final int CALLS = 1_200;
    private static final int NUMBERS = 60;

    @TempDir
    Path folder;

    @Test
    void standingsAndCampaignsAreTheSameAsWithoutTheCrash() {
        List<CallRecord> calls = calls(new Random(4));
        StorageSettings settings = SharedServer.settings(folder);
        Watch spared = watch();
        try (Storage storage = Storage.open(settings)) {
            Watch killed = watch();
            List<CallRecord> before = calls.subList(0, CALLS / 2);
            take(before, storage.callRecords(), killed);
            spared.observe(before, soonAfter(before));
        }
        try (Storage storage = Storage.open(settings)) {
            Watch restarted = watch();
            Rebuild rebuild = restarted.rebuild(storage.callRecords(), Duration.ofDays(7));
            List<CallRecord> rest = calls.subList(CALLS / 2, CALLS);
            // The feed goes on while the past is read.
            for (int i = 0; i < 20; i++) {
                take(rest.subList(i, i + 1), storage.callRecords(), restarted);
                rebuild.step();
            }
            while (rebuild.step()) {
                assertThat(rebuild.isTaken()).isFalse();
            }
            take(rest.subList(20, rest.size()), storage.callRecords(), restarted);
            spared.observe(rest, soonAfter(rest));
            assertThat(rebuild.isTaken()).isTrue();
            assertThat(restarted.counts().calls().late()).isZero();
            assertThat(known(restarted)).isEqualTo(known(spared));
            assertThat(restarted.campaigns(START, 2, 100)).isNotEmpty();
        }
    }

    /** Durable first, then observed. */
    private static void take(List<CallRecord> calls, CallRecordStore store, Watch watch) {
        store.append("switch", calls);
        watch.observe(calls, soonAfter(calls));
    }

    private static Instant soonAfter(List<CallRecord> calls) {
        return calls.getLast().end().plusMillis(50);
    }

    /** What is said of every number, and all campaigns. */
    private static List<Object> known(Watch watch) {
        Instant end = START.plus(Duration.ofDays(1));
        watch.passed(end);
        List<Object> known = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            CallAttempt call = new CallAttempt(
                    Numbers.mobile(i),
                    Numbers.mobile(999),
                    end.toEpochMilli(),
                    false,
                    0,
                    CallAttempt.nameOf("trunk-" + i % 3),
                    0);
            known.add(watch.of(call));
        }
        for (CampaignView brief : watch.campaigns(end, 1, 1_000)) {
            known.add(watch.campaign(brief.id(), end).orElseThrow());
        }
        return known;
    }

    private static Watch watch() {
        Capacity capacity = new Capacity(500, 500, 1 << 12, 1 << 10, 1 << 12, 1 << 6);
        return new Watch(new Watch.Terms(capacity, LATENESS, true), Optional.of(model()));
    }

    /** In the order of their ends; every third number calls often, over a trunk of its like. */
    private static List<CallRecord> calls(Random random) {
        return IntStream.range(0, CALLS)
                .mapToObj(i -> call(i, random))
                .sorted(Comparator.comparing(CallRecord::end).thenComparing(CallRecord::callId))
                .toList();
    }

    private static CallRecord call(int i, Random random) {
        int caller = random.nextInt(3) == 0 ? random.nextInt(NUMBERS) : random.nextInt(NUMBERS / 20) * 20;
        boolean answered = random.nextBoolean();
        return new CallRecord(
                "call-" + i,
                START.plusMillis(i * 9_000L + random.nextInt(9_000)),
                Numbers.mobile(caller),
                Numbers.mobile(100 + random.nextInt(200)),
                Direction.OUT,
                answered,
                Duration.ofMillis(random.nextInt(30_000)),
                answered ? Duration.ofMillis(random.nextInt(300_000)) : Duration.ZERO,
                ReleasedBy.CALLER,
                "16",
                new Origin("trunk-" + caller % 3, "", "", "", ""));
    }

    /** Rejects who called three times within an hour, and who calls over the line of such ones. */
    private static Model model() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Calibration neutral = new Calibration(slopes, new float[Segment.COUNT]);
        Thresholds thresholds = Thresholds.same(3, 2, 1);
        Linking linking = new Linking(
                question(Signal.COUNT, Signal.LINE.ordinal(), 0.1f, 2),
                new Linking.Limits(0, 1, 3, 0.1f),
                question(Clue.COUNT, Clue.LINK.ordinal(), 1, 4),
                neutral,
                thresholds);
        Trees rate = question(Feature.COUNT, Feature.CALLS_IN_HOUR.ordinal(), 1.9f, 4);
        return new Model("rate and line", rate, Optional.empty(), neutral, thresholds, Optional.of(linking));
    }

    private static Trees question(int width, int feature, float value, float from) {
        return new Trees(
                width,
                new int[] {0},
                new int[] {feature, -1, -1},
                new float[] {value, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -4, from});
    }
}
