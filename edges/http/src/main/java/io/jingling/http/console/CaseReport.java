package io.jingling.http.console;

import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A report as officers read it: under a pseudonym within its case, and with long rows of digits masked wherever somebody
 * wrote them, since people write down their own numbers too.
 *
 * @param facts what else was said, a line each
 * @param guess what the model of texts takes the description for; empty where it is unsure
 */
record CaseReport(
        String who,
        String called,
        String received,
        String about,
        String description,
        List<String> facts,
        String guess,
        String confidence,
        List<String> guessWords) {
    private static final Pattern NUMBER = Pattern.compile("(?<digits>\\p{Nd}(?:[\\s().·—–-]{0,2}\\p{Nd}){6,})");
    private static final int SHOWN = 3;

    static List<CaseReport> of(List<Report> reports, Words words) {
        Map<ReporterId, String> names = new HashMap<>();
        return reports.stream()
                .map(one -> of(
                        one, names.computeIfAbsent(one.by(), who -> words.say("reporterNo", names.size() + 1)), words))
                .toList();
    }

    private static CaseReport of(Report report, String who, Words words) {
        CaseWords say = new CaseWords(words);
        var said = report.said();
        var guess = report.intake().guess();
        return new CaseReport(
                who,
                Times.moment(report.when().at()) + " (" + say.of(report.when().precision()) + ")",
                Times.moment(report.intake().at()) + " · "
                        + say.of(report.intake().entrance()),
                said.category().map(words::of).orElseGet(() -> words.say("unclear")) + " · " + say.of(said.mode()),
                masked(said.description()),
                facts(report, words),
                guess.category().map(words::of).orElse(""),
                Math.round(guess.confidence() * 100) + "%",
                guess.words().stream().map(CaseReport::masked).toList());
    }

    private static List<String> facts(Report report, Words words) {
        CaseWords say = new CaseWords(words);
        var said = report.said();
        List<String> facts = new ArrayList<>();
        if (said.askedToStop().asked()) {
            facts.add(words.say(
                    "saidStop", said.askedToStop().on().map(LocalDate::toString).orElse("")));
        }
        if (!said.heard().brand().isEmpty()) {
            facts.add(words.say("saidBrand", masked(said.heard().brand())));
        }
        if (!said.heard().app().isEmpty()) {
            facts.add(words.say("saidApp", masked(said.heard().app())));
        }
        if (!said.heard().personalData().isEmpty()) {
            facts.add(words.say(
                    "saidKnew",
                    said.heard().personalData().stream().sorted().map(say::of).collect(Collectors.joining(", "))));
        }
        if (!said.region().isEmpty()) {
            facts.add(words.say("saidRegion", said.region()));
        }
        facts.add(words.say(report.intake().mayBeForwarded() ? "mayForward" : "mayNotForward"));
        return facts;
    }

    /** With all but the first three digits of whatever may be a number masked. */
    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> {
            StringBuilder shown = new StringBuilder();
            int digits = 0;
            for (char c : found.group().toCharArray()) {
                boolean isDigit = Character.isDigit(c);
                digits += isDigit ? 1 : 0;
                shown.append(isDigit && digits > SHOWN ? '*' : c);
            }
            return shown.toString();
        });
    }
}
