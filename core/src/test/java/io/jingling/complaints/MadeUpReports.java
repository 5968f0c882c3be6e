package io.jingling.complaints;

import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Report.Intake;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reports for tests. */
final class MadeUpReports {
    /** A Monday, half past nine in China. */
    static final Instant AT = Instant.parse("2026-11-23T01:30:00Z");

    private MadeUpReports() {}

    static PhoneNumber mobile(int i) {
        return PhoneNumber.parse("1701234" + String.format(java.util.Locale.ROOT, "%04d", i));
    }

    static Report report(String who, String number, Said said) {
        return report(who, number, said, AT);
    }

    static Report report(String who, String number, Said said, Instant at) {
        return new Report(
                "r-" + who + "-" + at.toEpochMilli(),
                new ReporterId(who),
                ReportedNumber.read(number),
                new CallTime(at.minus(Duration.ofMinutes(3)), Precision.MINUTE),
                said,
                new Intake(at, Entrance.H5, Optional.empty(), true, Guess.UNSURE));
    }

    static Said said(Category category, Mode mode, String description) {
        return new Said(Optional.of(category), mode, AskedToStop.NO, Heard.NOTHING, description, "");
    }

    static Said loans() {
        return said(Category.LOANS, Mode.ROBOT_AI, "");
    }

    static Vote vote(int who, int number, Instant at) {
        return new Vote(
                new ReporterId("p-" + who), mobile(number), Optional.of(Category.LOANS), at, Vote.Contact.UNKNOWN);
    }
}
