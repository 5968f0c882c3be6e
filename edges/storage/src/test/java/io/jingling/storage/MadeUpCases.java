package io.jingling.storage;

import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Guess;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.Said;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CaseStore.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Cases of one report each. */
final class MadeUpCases {
    private final SplittableRandom random;

    MadeUpCases(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Kept, with one report. */
    Case opened(Storage storage, String reporter, String number, Instant at) {
        PhoneNumber by = PhoneNumber.parse(reporter);
        Report report = new Report(
                String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()),
                storage.reporters().idOf(by),
                ReportedNumber.read(number.equals("hidden") ? "未显示" : number),
                new CallTime(at, CallTime.Precision.MINUTE),
                new Said(
                        Optional.of(Category.LOANS),
                        Mode.ROBOT_AI,
                        AskedToStop.NO,
                        new Heard("演示某公司", Set.of(), ""),
                        "",
                        "广东"),
                new Report.Intake(at, Entrance.HTTP, Optional.empty(), false, Guess.UNSURE));
        CaseNumber drawn = CaseNumber.draw(at, random);
        Case opened = Case.opened(drawn, report, RoutingTable.standard().of(report));
        storage.cases(Deadlines.STANDARD)
                .take(List.of(new Taken(drawn, report, by, Contact.UNKNOWN)), List.of(opened), List.of());
        return opened;
    }
}
