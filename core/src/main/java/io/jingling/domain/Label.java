package io.jingling.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says of a number or a call.
 *
 * @param about which number or call
 * @param claim what is said
 * @param category what the calls are about, where it was said
 * @param by who says it
 * @param at when
 */
public record Label(About about, Claim claim, Optional<Category> category, By by, Instant at) {
    private static final int CALL_ID_MAX = 200;
    private static final int WHO_MAX = 100;

    /** What is labelled. */
    public sealed interface About {
        /** All calls of a number. */
        record OfNumber(PhoneNumber number) implements About {
            public OfNumber {
                if (!number.isKnown()) {
                    throw new IllegalArgumentException("number: got " + number + ", want one that can be called back");
                }
            }
        }

        /** One call, and so its caller; the id as its record has it. */
        record OfCall(String callId) implements About {
            public OfCall {
                within("call_id", callId, 1, CALL_ID_MAX);
            }
        }
    }

    /** What is said. */
    public enum Claim {
        HARASSMENT("骚扰"),
        /** Trade that the person called agreed to, or that the law allows: not harassment, and not a private call. */
        LEGIT_TRADE("合规外呼"),
        BENIGN("正常来电"),
        /** What the same person said before does not hold any more. */
        WITHDRAWN("撤回");

        private final String chinese;

        Claim(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** The word used in files: {@code legit_trade}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a word of a file or a request, in any case. */
        public static Claim of(String word) {
            return find(values(), word, "claim");
        }
    }

    /** Where a label comes from, and how far it is believed. */
    public enum Source {
        /** A person that was called; believed as far as that one was right before. */
        REPORTER,
        /** A case officer; decides. */
        OFFICER,
        /** A list of somebody else. */
        IMPORTED,
        /** Not said but inferred, such as from a long talk. */
        WEAK;

        /** The word used in files: {@code reporter}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a word of a file or a request, in any case. */
        public static Source of(String word) {
            return find(values(), word, "source");
        }
    }

    /**
     * Who says it.
     *
     * @param who an opaque id, never a number; a reporter has one, others may
     */
    public record By(Source source, String who) {
        public By {
            within("who", who, source == Source.REPORTER ? 1 : 0, WHO_MAX);
        }
    }

    private static void within(String field, String text, int least, int most) {
        if (text.strip().length() < least || text.length() > most) {
            throw new IllegalArgumentException(
                    field + ": got " + text.length() + " characters, want " + least + " to " + most);
        }
    }

    private static <E extends Enum<E>> E find(E[] all, String word, String field) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(field + ": got \"" + Masking.clip(word) + "\", want one of "
                                + Arrays.stream(all)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }
}
