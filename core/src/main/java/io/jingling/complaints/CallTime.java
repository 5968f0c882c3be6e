package io.jingling.complaints;

import java.time.Duration;
import java.time.Instant;

/**
 * When the call was, and how well that is known.
 *
 * @param at the time, or the middle of what is known
 * @param precision how far off it may be
 */
public record CallTime(Instant at, Precision precision) {
    /** How far a time may be off. */
    public enum Precision {
        /** Of a call log or a call record. */
        SECOND("准确", Duration.ofSeconds(1)),
        MINUTE("到分钟", Duration.ofMinutes(1)),
        /** 大概. */
        ABOUT_AN_HOUR("大概", Duration.ofHours(1)),
        /** Only the day is known. */
        DAY("仅知日期", Duration.ofDays(1));

        private final String chinese;
        private final Duration off;

        Precision(String chinese, Duration off) {
            this.chinese = chinese;
            this.off = off;
        }

        public String chinese() {
            return chinese;
        }

        public Duration off() {
            return off;
        }

        public String word() {
            return Words.of(this);
        }

        public static Precision of(String word) {
            return Words.read(values(), word, "precision");
        }
    }
}
