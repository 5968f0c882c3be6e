package io.jingling.server.demo;

import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.Said;
import io.jingling.complaints.Step;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseWork;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Receipted;
import io.jingling.platform.Intake.Sent;
import io.jingling.statistics.Period;
import io.jingling.statistics.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What the town reported in this quarter and the last: made up, in the mix that 12321 published (carriers 2023Q2, modes and
 * provinces 2020Q4; how classes split within the published ranks is ours). Taken by the real intake, and worked on as officers
 * would.
 */
public final class ReportedTown {
    /** As the press had them in 2023, so that rates are there to be seen. */
    public static final Users USERS = Users.read(List.of(
            "china_mobile; 970000000; 2023-06-30; people; 演示，取自 2023 年公开报道",
            "china_telecom; 400000000; 2023-06-30; people; 演示，取自 2023 年公开报道",
            "china_broadnet; 13200000; 2023-06-30; people; 演示，取自 2023 年公开报道",
            "china_unicom; 870000000; 2023-06-30; iot; 演示，取自 2023 年公开报道"));

    private static final int REPORTS = 2_000;
    private static final int AT_ONCE = 250;
    private static final long SEED = 20_261_129;
    private static final String BY = "demo";
    private static final int PEOPLE = 900;
    private static final int PEOPLE_A_CALLER_MAX = 9;
    private static final int WORKED_ON_PERCENT = 75;
    /** Of 1,000: as published, and 50 that are no mobiles. */
    private static final Map<String, Integer> CALLERS = inOrder(
            "13800135%03d",
            305,
            "17000135%03d",
            226,
            "13000135%03d",
            204,
            "13300135%03d",
            182,
            "19200135%03d",
            33,
            "95135%03d",
            20,
            "4000135%03d",
            15,
            "未显示",
            15);

    private static final Map<Mode, Integer> MODES =
            inOrder(Mode.HUMAN, 800, Mode.RECORDED, 166, Mode.BOMBING, 17, Mode.ONE_RING, 17);
    private static final Map<String, Integer> CLASSES = inOrder(
            "07", 330, "09", 210, "04", 120, "11", 70, "05", 60, "06", 50, "20", 40, "15", 30, "19", 25, "21", 15, "",
            20, "F1", 24, "02", 6);
    private static final Map<String, Integer> PROVINCES = inOrder(
            "广东", 160, "上海", 110, "山东", 90, "江苏", 85, "浙江", 80, "四川", 70, "河南", 65, "北京", 60, "湖南", 50, "辽宁", 45, "湖北",
            60, "福建", 50, "河北", 45, "", 30);
    private static final Map<Measure, Integer> MEASURES = inOrder(
            Measure.NUMBER_STOPPED,
            500,
            Measure.MARKED,
            220,
            Measure.WARNED,
            120,
            Measure.LINE_STOPPED,
            80,
            Measure.LEAD_SENT,
            40,
            Measure.NONE,
            40);

    private final Intake intake;
    private final CaseWork work;
    private final Instant now;
    private final SplittableRandom dice = new SplittableRandom(SEED);

    private ReportedTown(Intake intake, CaseWork work, Instant now) {
        this.intake = intake;
        this.work = work;
        this.now = now;
    }

    /**
     * Reports it all, once.
     *
     * @return how many reports were taken; 0 where they were there
     */
    public static int report(CaseStore cases, Intake intake, CaseWork work, Instant now) {
        var first = new CaseStore.Key(intake.idOf(person(0)), key(0));
        return cases.known(List.of(first)).isEmpty() ? new ReportedTown(intake, work, now).report() : 0;
    }

    private int report() {
        List<Sent> all = made();
        Map<CaseNumber, Instant> opened = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            for (Receipted receipt : intake.takeAll(all.subList(from, Math.min(all.size(), from + AT_ONCE)))) {
                opened.putIfAbsent(receipt.number(), receipt.about().opened());
            }
        }
        opened.forEach(this::workOn);
        return all.size();
    }

    /** Each caller is reported by some, within three days; all in the order of time. The first is there whatever was drawn. */
    private List<Sent> made() {
        Instant from =
                Period.quarterOf(LocalDate.ofInstant(now, Period.CHINA)).back(1).start();
        List<Sent> all = new ArrayList<>();
        for (int caller = 0; all.size() < REPORTS; caller++) {
            long span = Math.max(
                    1,
                    Duration.between(from, now).toMinutes() - Duration.ofDays(3).toMinutes());
            Instant begun = caller == 0 ? from : from.plus(Duration.ofMinutes(dice.nextLong(span)));
            String number = String.format(Locale.ROOT, drawn(CALLERS), caller % 1_000);
            Optional<Category> category =
                    Optional.of(drawn(CLASSES)).filter(code -> !code.isEmpty()).map(Category::of);
            Mode mode = drawn(MODES);
            for (int i = 1 + dice.nextInt(PEOPLE_A_CALLER_MAX); i > 0 && all.size() < REPORTS; i--) {
                all.add(sent(
                        all.size(),
                        number,
                        all.isEmpty() ? begun : begun.plus(Duration.ofMinutes(dice.nextLong(4_000))),
                        category,
                        mode));
            }
        }
        all.sort(Comparator.comparing(Sent::at));
        return all;
    }

    private Sent sent(int place, String number, Instant at, Optional<Category> category, Mode mode) {
        boolean isNamed = category.filter(one -> one == Category.LOANS).isPresent() && dice.nextInt(3) == 0;
        Heard heard = new Heard(isNamed ? "演示某金融公司" : "", Set.of(), "");
        return new Sent(
                person(place == 0 ? 0 : dice.nextInt(PEOPLE)),
                ReportedNumber.read(number),
                new CallTime(at.minus(Duration.ofMinutes(1 + dice.nextInt(90))), CallTime.Precision.MINUTE),
                new Said(category, mode, AskedToStop.NO, heard, "演示", drawn(PROVINCES)),
                dice.nextInt(4) == 0 ? Entrance.BATCH : Entrance.H5,
                Optional.of(key(place)),
                dice.nextBoolean(),
                at);
    }

    private void workOn(CaseNumber number, Instant opened) {
        Instant verified = opened.plus(Duration.ofMinutes(20 + dice.nextLong(3_400)));
        Instant acted = verified.plus(Duration.ofMinutes(5 + dice.nextLong(600)));
        Instant told = acted.plus(Duration.ofMinutes(30 + dice.nextLong(7_000)));
        if (dice.nextInt(100) >= WORKED_ON_PERCENT || told.isAfter(now)) {
            return;
        }
        Outcome outcome = dice.nextInt(100) < 88 ? Outcome.HARASSMENT : Outcome.LEGIT_TRADE;
        Measure measure = outcome == Outcome.HARASSMENT ? drawn(MEASURES) : Measure.NONE;
        work.take(number, new Step.Verified(verified, BY, outcome, "演示"));
        work.take(number, new Step.Acted(acted, BY, measure, "演示"));
        work.take(number, new Step.Told(told, BY, outcome, "演示"));
    }

    private static String key(int place) {
        return "demo-" + place;
    }

    private static PhoneNumber person(int i) {
        return PhoneNumber.parse(String.format(Locale.ROOT, "1380013%04d", i));
    }

    /** By weights of a thousand. */
    private <T> T drawn(Map<T, Integer> weights) {
        int left = dice.nextInt(
                weights.values().stream().mapToInt(Integer::intValue).sum());
        T last = null;
        for (Map.Entry<T, Integer> one : weights.entrySet()) {
            last = one.getKey();
            left -= one.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<T, Integer> inOrder(Object... pairs) {
        Map<T, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((T) pairs[i], (Integer) pairs[i + 1]);
        }
        return map;
    }
}
