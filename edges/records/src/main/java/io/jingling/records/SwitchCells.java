package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the records of all switches have in common. */
final class SwitchCells {
    private static final Pattern LONG_DIGITS = Pattern.compile("(\\d{3})\\d{4,}");
    private static final Pattern CHANNEL_NUMBER = Pattern.compile("-[0-9a-fA-F]{6,}(?:;[12])?$");

    private SwitchCells() {}

    /**
     * A call's three moments.
     *
     * @param answer empty where nobody took it
     */
    record Moments(Instant start, Optional<Instant> answer, Instant end) {
        Duration ring() {
            return Duration.between(start, answer.orElse(end));
        }

        Duration talk() {
            return answer.map(taken -> Duration.between(taken, end)).orElse(Duration.ZERO);
        }
    }

    /** Refuses moments in the wrong order or of a day and more. */
    static Moments inOrder(Moments moments, String answerColumn, String endColumn) {
        if (moments.end().isBefore(moments.start())) {
            throw new BadField(endColumn, moments.end() + ", before the start", "a time not before the start");
        }
        moments.answer().ifPresent(answer -> {
            if (answer.isBefore(moments.start()) || answer.isAfter(moments.end())) {
                throw new BadField(answerColumn, answer.toString(), "a time between the start and the end");
            }
        });
        return moments;
    }

    static CallRecord call(
            String callId, Moments moments, PhoneNumber caller, PhoneNumber callee, String cause, Origin origin) {
        return new CallRecord(
                callId,
                moments.start(),
                caller,
                callee,
                Direction.UNKNOWN,
                moments.answer().isPresent(),
                moments.ring(),
                moments.talk(),
                ReleasedBy.UNKNOWN,
                cause,
                origin);
    }

    /** A channel's technology and peer: {@code PJSIP/trunk-0000002a} gives {@code PJSIP/trunk}. */
    static String trunk(String channel) {
        return withoutNumbers(CHANNEL_NUMBER.matcher(channel).replaceFirst(""));
    }

    /** Names of trunks and accounts are often telephone numbers; they are kept masked. */
    static String withoutNumbers(String name) {
        return LONG_DIGITS.matcher(name).replaceAll("$1****");
    }

    /** The same text has the same name, which gives no number away. */
    static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: got none, want one in every JDK", e);
        }
    }
}
