package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Entrance;
import io.jingling.complaints.Mode;
import io.jingling.complaints.PersonalData;
import io.jingling.domain.Purpose;
import io.jingling.platform.Intake.Sent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportsFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static List<Row<Sent>> rows(String csv) {
        List<Row<Sent>> rows = new ArrayList<>();
        try (Rows<Sent> read = ReportsFile.csv(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), NOW)) {
            read.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void aRowIsAReport() {
        List<Row<Sent>> rows =
                rows(ReportsFile.HEADER + "\ncc-1,13700137000,(010) 1234 5678转801,2026-11-23T09:30:00+08:00,"
                        + "about_an_hour,7,robot_ai,true,2026-11-20,某某金融,name|loan,某App,\"两行\n描述\",广东,true\n");
        assertThat(rows).hasSize(1);
        Sent sent = ((Row.Taken<Sent>) rows.getFirst()).value();
        assertThat(sent.about().number().revealTo(Purpose.TEST)).isEqualTo("01012345678");
        assertThat(sent.about().extension()).isEqualTo("801");
        assertThat(sent.said().mode()).isEqualTo(Mode.ROBOT_AI);
        assertThat(sent.said().heard().personalData()).containsOnly(PersonalData.NAME, PersonalData.LOAN);
        assertThat(sent.said().askedToStop().on()).contains(LocalDate.of(2026, 11, 20));
        assertThat(sent.said().description()).isEqualTo("两行\n描述");
        assertThat(sent.entrance()).isEqualTo(Entrance.BATCH);
        assertThat(sent.mayBeForwarded()).isTrue();
    }

    @Test
    void eachBadLineIsNamedWithItsFieldAndTheRestIsTaken() {
        List<Row<Sent>> rows = rows("""
                key,reporter,number,at,category,mode,asked_to_stop,personal_data
                ,13700137000,95588,2026-11-23T09:30:00+08:00,,,,
                b,137,95588,2026-11-23T09:30:00+08:00,,,,
                c,13700137000,不知道,2026-11-23T09:30:00+08:00,,,,
                d,13700137000,95588,2026-11-23 09:30,,,,
                e,13700137000,95588,2026-11-24T09:30:00+08:00,,,,
                f,13700137000,95588,2026-11-23T09:30:00+08:00,99,,,
                g,13700137000,95588,2026-11-23T09:30:00+08:00,,loud,,
                h,13700137000,95588,2026-11-23T09:30:00+08:00,,,perhaps,
                i,13700137000,95588,2026-11-23T09:30:00+08:00,,,,shoe size
                j,13700137000,未显示,2026-11-23T09:30:00+08:00,,,,
                """);
        assertThat(rows.stream()
                        .filter(row -> row instanceof Row.Refused<Sent>)
                        .map(row -> ((Row.Refused<Sent>) row).why().field()))
                .containsExactly(
                        "key", "reporter", "number", "at", "at", "category", "mode", "asked_to_stop", "personal_data");
        assertThat(rows.getLast()).isInstanceOf(Row.Taken.class);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        long seed = 5;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(120)];
            random.nextBytes(noise);
            byte[] head = (ReportsFile.HEADER + "\nk,13700137000,95588,").getBytes(StandardCharsets.UTF_8);
            byte[] all = Arrays.copyOf(head, head.length + noise.length);
            System.arraycopy(noise, 0, all, head.length, noise.length);
            try (Rows<Sent> read = ReportsFile.csv(new ByteArrayInputStream(all), NOW)) {
                read.forEachRemaining(row -> assertThat(row.line()).isGreaterThan(1));
            } catch (UnreadableFile whole) {
                assertThat(whole.want()).as("seed %d, %d", seed, i).isNotEmpty();
            }
        }
    }
}
