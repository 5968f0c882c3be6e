package io.jingling.http.console;

import io.jingling.domain.Action;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the calls of a number into days and sentences. */
final class FoundCalls {
    private FoundCalls() {}

    static WhyView.Found of(Search search, List<PastDecision> calls, Words words) {
        List<PastDecision> shown = calls.stream().limit(PastCalls.CALLS_MAX).toList();
        Map<String, List<WhyView.Call>> days = shown.stream()
                .map(past -> call(search, past, words))
                .collect(Collectors.groupingBy(call -> call.decision().day(), LinkedHashMap::new, Collectors.toList()));
        return new WhyView.Found(
                words.of(search.number()),
                words.of(search.number().kind()),
                Times.day(search.from()) + " " + Times.minute(search.from()) + " – " + Times.day(search.to()) + " "
                        + Times.minute(search.to()),
                shown.size(),
                calls.size() > shown.size(),
                shares(shown, words),
                days.entrySet().stream()
                        .map(day -> new WhyView.Day(day.getKey(), day.getValue()))
                        .toList());
    }

    private static WhyView.Call call(Search search, PastDecision past, Words words) {
        boolean called = past.callee().equals(search.number());
        String sentence =
                called ? words.say("cameFrom", words.of(past.caller())) : words.say("wentTo", words.of(past.callee()));
        return new WhyView.Call(DecisionView.of(past, words), sentence);
    }

    private static List<Share> shares(List<PastDecision> calls, Words words) {
        return Share.of(action -> count(calls, action), words).stream()
                .filter(share -> share.width() > 0)
                .toList();
    }

    private static long count(List<PastDecision> calls, Action action) {
        return calls.stream().filter(past -> past.decision().action() == action).count();
    }
}
