package io.jingling.platform;

import io.jingling.statistics.Review;
import java.time.Instant;
import java.util.Locale;

/** Makes files of reports; each says who exported it and when. */
public interface ReviewPrinter {
    /** As what. */
    enum Format {
        HTML("text/html;charset=UTF-8"),
        PDF("application/pdf"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8"),
        PNG("image/png");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }

        /** Also how its file's name ends. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Format of(String word) {
            for (Format format : values()) {
                if (format.word().equals(word)) {
                    return format;
                }
            }
            throw new IllegalArgumentException("format: got another, want html, pdf, xlsx, csv or png");
        }
    }

    /** @throws StoreFailure where the machine has no font for it */
    byte[] print(Review review, Format format, String by, Instant at);
}
