package io.jingling.http.citizen;

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
import io.jingling.domain.PhoneNumber;
import io.jingling.http.citizen.Views.Draft;
import io.jingling.http.citizen.Views.HeardSoFar;
import io.jingling.platform.Intake.Sent;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a report from its form, and tells in plain words what is wrong. */
final class ReportForm {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);
    private static final Duration BACK_MAX = Duration.ofDays(731);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private ReportForm() {}

    static String field(Instant at) {
        return FIELD.format(at.atZone(CHINA));
    }

    /** As it was sent; a draft without a key gets one, so that sending it twice makes one report. */
    static Draft draft(MultivaluedMap<String, String> form, Instant now) {
        String key = text(form, "key");
        String at = text(form, "at");
        return new Draft(
                text(form, "number"),
                at.isEmpty() ? field(now) : at,
                text(form, "precision").equals("about_an_hour") ? "about_an_hour" : "minute",
                mode(form),
                text(form, "asked"),
                text(form, "category"),
                text(form, "description"),
                text(form, "forward"),
                key.isEmpty() ? "h5-" + Drawn.secret() : key,
                text(form, "ward"),
                new HeardSoFar(text(form, "brand"), text(form, "app"), form.getOrDefault("data", List.of())));
    }

    /** The button that sends at once says the mode that it is for. */
    private static String mode(MultivaluedMap<String, String> form) {
        String said = text(form, "alarm").isEmpty() ? text(form, "mode") : text(form, "alarm");
        return said.isEmpty() ? "unknown" : said;
    }

    /** What is wrong with number and time; empty where nothing is. */
    static Optional<String> problem(Draft draft, Instant now) {
        try {
            ReportedNumber.read(draft.number());
        } catch (IllegalArgumentException nonsense) {
            return Optional.of("这个号码不完整或不像电话号码。请照手机上显示的完整填写:手机 11 位、010-…、95…、400…、+1… 都可以;没有显示号码就填“未显示”。");
        }
        try {
            Instant at = at(draft);
            return at.isAfter(now.plus(AHEAD_MAX)) || at.isBefore(now.minus(BACK_MAX))
                    ? Optional.of("来电时间应在最近两年内,不能晚于现在。")
                    : Optional.empty();
        } catch (DateTimeParseException nonsense) {
            return Optional.of("请填写来电日期和时间;记不清可勾选“大概”。");
        }
    }

    /** @throws IllegalArgumentException where something does not fit, which no page of ours sends */
    static Sent sent(Draft draft, PhoneNumber by, Instant now) {
        Said said = new Said(
                draft.category().isEmpty() ? Optional.empty() : Optional.of(Category.of(draft.category())),
                Mode.of(draft.mode()),
                draft.asked().isEmpty() ? AskedToStop.NO : new AskedToStop(true, Optional.empty()),
                heard(draft),
                draft.description(),
                "");
        return new Sent(
                by,
                ReportedNumber.read(draft.number()),
                new CallTime(at(draft), Precision.of(draft.precision())),
                said,
                Entrance.H5,
                Optional.of(draft.key()),
                !draft.forward().isEmpty(),
                now);
    }

    private static Heard heard(Draft draft) {
        return new Heard(
                draft.heard().brand(),
                draft.heard().data().stream().map(PersonalData::of).collect(Collectors.toSet()),
                draft.heard().app());
    }

    private static Instant at(Draft draft) {
        return LocalDateTime.parse(draft.at()).atZone(CHINA).toInstant();
    }

    static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
