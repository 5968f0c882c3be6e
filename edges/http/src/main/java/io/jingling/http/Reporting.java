package io.jingling.http;

import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Mode;
import io.jingling.complaints.PersonalData;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.Said;
import io.jingling.domain.Category;
import io.jingling.domain.Masking;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.Intake.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as it is sent; all but the number may be absent. */
@Schema(name = "Report", description = "What one person says of one call. All but number may be absent.")
record Reporting(
        @Schema(
                required = true,
                description = "As people write it, or 未显示 where the display showed none.",
                examples = "170 1234 5678")
        String number,

        @Schema(description = "When it called; now where absent.", examples = "2026-11-23T09:30:00+08:00")
        String at,

        @Schema(description = "second, minute, about_an_hour or day; minute where absent.", examples = "minute")
        String precision,

        @Schema(description = "01 to 21 or F1; absent: 不清楚.", examples = "07")
        String category,

        @Schema(description = "human, robot_ai, recorded, one_ring, bombing, silent or unknown.", examples = "robot_ai")
        String mode,

        @Schema(description = "Whether the caller was told not to call again.", examples = "true")
        Boolean askedToStop,

        @Schema(description = "When, if that is known.", examples = "2026-11-20")
        String askedToStopOn,

        @Schema(description = "Whom the caller said to call for.", examples = "某某金融")
        String brand,

        @Schema(
                description = "What the caller knew: name, phone, id_number, address, vehicle, property, loan, order,"
                        + " health, schooling, whereabouts, other.",
                examples = "[\"name\",\"loan\"]")
        List<String> personalData,

        @Schema(description = "An App named in the call, or installed shortly before.", examples = "某炒股App")
        String app,

        @Schema(description = "At most 2,000 characters.", examples = "机器人推销贷款")
        String description,

        @Schema(description = "The province in which one was called.", examples = "广东")
        String region,

        @Schema(
                description = "Whether it may be passed on to who is responsible, under a pseudonym (PIPL §23).",
                examples = "true")
        Boolean mayBeForwarded,

        @Schema(description = "h5, http, sms, sip_607, batch or android; http where absent.", examples = "h5")
        String entrance,

        @Schema(description = "Who reports; only where the key is not that one's own.", examples = "13700137000")
        String reporter,

        @Schema(
                description = "What the sender calls it, 1 to 100 characters: sent again it is the same report.",
                examples = "b7f2c1e0-1")
        String key) {
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);
    private static final Duration BACK_MAX = Duration.ofDays(731);
    private static final int PERSONAL_DATA_MAX = PersonalData.values().length;

    /** @param by the number of who reports */
    Sent toSent(PhoneNumber by, Instant now) {
        String written = Numbers.present("number", number);
        ReportedNumber about = BadInput.in("number", () -> ReportedNumber.read(written));
        return BadInput.in(
                "reporter",
                () -> new Sent(
                        by,
                        about,
                        when(now),
                        said(),
                        entrance == null ? Entrance.HTTP : BadInput.in("entrance", () -> Entrance.of(entrance)),
                        sendersKey(),
                        Boolean.TRUE.equals(mayBeForwarded),
                        now));
    }

    private CallTime when(Instant now) {
        Instant called = at == null ? now : Moment.read("at", at);
        // 35号令 takes nothing of more than two years ago.
        if (called.isAfter(now.plus(AHEAD_MAX)) || called.isBefore(now.minus(BACK_MAX))) {
            throw new BadInput("at", called.toString(), "at most two years ago, and not to come");
        }
        return new CallTime(
                called, precision == null ? Precision.MINUTE : BadInput.in("precision", () -> Precision.of(precision)));
    }

    private Said said() {
        Optional<Category> about = category == null || category.isEmpty()
                ? Optional.empty()
                : Optional.of(BadInput.in("category", () -> Category.of(category)));
        Mode how = mode == null ? Mode.UNKNOWN : BadInput.in("mode", () -> Mode.of(mode));
        Heard heard = heard();
        return BadInput.named(() -> new Said(about, how, asked(), heard, text(description), text(region)));
    }

    private AskedToStop asked() {
        if (askedToStopOn == null) {
            return Boolean.TRUE.equals(askedToStop) ? new AskedToStop(true, Optional.empty()) : AskedToStop.NO;
        }
        if (Boolean.FALSE.equals(askedToStop)) {
            throw new BadInput("askedToStopOn", "a date though askedToStop is false", "none, or askedToStop true");
        }
        try {
            return new AskedToStop(true, Optional.of(LocalDate.parse(askedToStopOn)));
        } catch (DateTimeParseException wrong) {
            throw new BadInput("askedToStopOn", '"' + Masking.clip(askedToStopOn) + '"', "a day such as 2026-11-20");
        }
    }

    private Heard heard() {
        if (personalData != null && personalData.size() > PERSONAL_DATA_MAX) {
            throw new BadInput("personalData", personalData.size() + " words", "at most " + PERSONAL_DATA_MAX);
        }
        Set<PersonalData> known = new HashSet<>();
        for (int i = 0; personalData != null && i < personalData.size(); i++) {
            String field = "personalData[" + i + "]";
            String word = Numbers.present(field, personalData.get(i), "a word such as name");
            known.add(BadInput.in(field, () -> PersonalData.of(word)));
        }
        return BadInput.named(() -> new Heard(text(brand), known, text(app)));
    }

    private Optional<String> sendersKey() {
        if (key != null && (key.isBlank() || key.length() > 100)) {
            throw new BadInput("key", key.length() + " characters", "1 to 100");
        }
        return Optional.ofNullable(key);
    }

    private static String text(String sent) {
        return sent == null ? "" : sent;
    }
}
