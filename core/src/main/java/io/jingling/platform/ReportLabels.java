package io.jingling.platform;

import io.jingling.complaints.Outcome;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What detection learns from reports and from what became of them. */
final class ReportLabels {
    private ReportLabels() {}

    static List<Label> said(Report report) {
        By by = new By(Source.REPORTER, report.by().id());
        return label(
                report.about().number(),
                Claim.HARASSMENT,
                report.said().category(),
                by,
                report.intake().at());
    }

    static List<Label> withdrawn(ReporterId by, PhoneNumber about, Instant at) {
        return label(about, Claim.WITHDRAWN, Optional.empty(), new By(Source.REPORTER, by.id()), at);
    }

    /** Nothing where it could not be told. */
    static List<Label> found(
            PhoneNumber about, Outcome outcome, Optional<Category> category, String officer, Instant at) {
        By by = new By(Source.OFFICER, officer);
        return switch (outcome) {
            case HARASSMENT -> label(about, Claim.HARASSMENT, category, by, at);
            case LEGIT_TRADE -> label(about, Claim.LEGIT_TRADE, Optional.empty(), by, at);
            case BENIGN -> label(about, Claim.BENIGN, Optional.empty(), by, at);
            case UNPROVEN, NOT_ACCEPTED -> List.of();
        };
    }

    /** What an officer had found is taken back. */
    static List<Label> unfound(PhoneNumber about, String officer, Instant at) {
        return label(about, Claim.WITHDRAWN, Optional.empty(), new By(Source.OFFICER, officer), at);
    }

    private static List<Label> label(PhoneNumber about, Claim claim, Optional<Category> category, By by, Instant at) {
        return about.isKnown() ? List.of(new Label(new About.OfNumber(about), claim, category, by, at)) : List.of();
    }
}
