package io.jingling.records;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a file's rows came to. */
record Reading<T>(List<T> values, List<Rejected> rejects) {
    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    static final CallFormat.Times SHANGHAI = new CallFormat.Times(ZoneId.of("Asia/Shanghai"), NOW);

    static <T> Reading<T> of(Rows<T> rows) {
        Reading<T> reading = new Reading<>(new ArrayList<>(), new ArrayList<>());
        try (rows) {
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Row.Taken<T> taken -> reading.values.add(taken.value());
                    case Row.Refused<T>(Rejected why) -> reading.rejects.add(why);
                }
            }
        }
        return reading;
    }

    static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was said of the bad lines. */
    List<String> sentences() {
        return rejects.stream().map(Rejected::sentence).toList();
    }
}
