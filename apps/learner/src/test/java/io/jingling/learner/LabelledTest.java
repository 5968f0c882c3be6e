package io.jingling.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallRecord;
import io.jingling.learning.Learning;
import io.jingling.learning.Maker;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import io.jingling.records.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTest {
    private static final String CALLS = """
            call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause
            a,2026-11-22T10:00:00+08:00,17012345678,13700137000,in,true,4200,61000,caller,16
            b,2026-11-22T10:00:01+08:00,95338,13700137001,in,true,4200,61000,caller,16
            c,2026-11-22T10:00:02+08:00,13800138000,13700137002,in,true,4200,61000,caller,16
            d,2026-11-22T10:00:03+08:00,13900139000,13700137003,in,true,4200,60000,caller,16
            """;
    private static final String LABELS = """
            number,call_id,claim,category,source,who,at
            17012345678,,harassment,07,reporter,r1,2026-11-23T10:00:00+08:00
            ,b,legit_trade,,officer,,2026-11-23T10:00:00+08:00
            """;
    private static final String TRUTH = """
            caller,actor,campaign,type
            17012345678,li,,benign_person
            13800138000,wang,,benign_person
            """;

    @TempDir
    private Path folder;

    private final Map<String, CallRecord> calls = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("calls.csv"), CALLS);
        Files.writeString(folder.resolve("labels.csv"), LABELS);
        try (Rows<CallRecord> rows = CallFormat.GENERIC.read(
                Files.newInputStream(folder.resolve("calls.csv")), new Times(ZoneOffset.UTC, Instant.now()))) {
            rows.forEachRemaining(row -> {
                if (row instanceof Row.Taken<CallRecord> taken) {
                    calls.put(taken.value().callId(), taken.value());
                }
            });
        }
    }

    @Test
    void whatPeopleSayHasTheWordBeforeTheTruth() throws IOException {
        Files.writeString(folder.resolve("truth.csv"), TRUTH);
        Town town = town();
        Truth truth = town.readTruth();
        assertThat(town.maker(truth, calls.get("a"))).isEqualTo(new Maker("labelled/2", "harass_labelled"));
        assertThat(town.maker(truth, calls.get("b")).type()).isEqualTo("benign_legit_trade");
        assertThat(town.maker(truth, calls.get("c")).type()).isEqualTo("benign_person");
    }

    @Test
    void aReportCountsAsFarAsItIsBelievedAndWhatNobodyKnowsCountsNothing() throws IOException {
        Town town = town();
        Truth nothing = town.readTruth();
        assertThat(weight(town, nothing, "a")).as("a report less a long talk").isEqualTo(0.4f);
        assertThat(weight(town, nothing, "b")).isEqualTo(1);
        assertThat(weight(town, nothing, "d")).isZero();
    }

    @Test
    void whoIsTalkedToForLongIsWelcomeALittleWhereTheTruthSaysNothing() throws IOException {
        Town town = town();
        Truth nothing = town.readTruth();
        assertThat(town.maker(nothing, calls.get("c")).type()).isEqualTo("benign_labelled");
        assertThat(weight(town, nothing, "c")).isEqualTo(0.1f);
        Files.writeString(folder.resolve("truth.csv"), TRUTH);
        assertThat(town().maker(town.readTruth(), calls.get("c")).type()).isEqualTo("benign_person");
    }

    @Test
    void withoutLabelsTheTruthMustBeThere() {
        Town town = new Town(folder.resolve("calls.csv"), folder.resolve("truth.csv"));
        assertThatThrownBy(town::readTruth).hasMessageStartingWith("truth: got none at");
    }

    @Test
    void aBadLineIsNamed() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), "number,claim,at\n17012345678,nuisance,2026-11-23T10:00:00Z\n");
        assertThatThrownBy(this::town)
                .hasMessageContaining("line 2: claim: got \"nuisance\", want one of [harassment, legit_trade, benign");
    }

    private Town town() throws IOException {
        List<Town> towns = Town.in(folder);
        return towns.getFirst().with(Labelled.read(folder.resolve("labels.csv"), towns));
    }

    private float weight(Town town, Truth truth, String call) {
        return town.choice(truth, Learning.choice(1, 1)).weight(calls.get(call), town.maker(truth, calls.get(call)));
    }
}
