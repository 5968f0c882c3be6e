package io.jingling.http.console;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cases as a table, and by what they were looked for.
 *
 * @param views the house's own
 * @param own the visitor's
 * @param mayKeep whether what is asked for may be kept under a name
 * @param kept what the form hands on without showing it
 * @param all what a view of this is made of
 * @param more the address of those behind; empty where there are none
 * @param csv the address of all of them as a file
 * @param about the number that was searched for, masked; empty where none was
 * @param problem what could not be read; empty where all could
 */
record CasesView(
        List<ViewLink> views,
        List<ViewLink> own,
        boolean mayKeep,
        List<Choice> orders,
        List<Choice> stages,
        List<Choice> desks,
        String from,
        String to,
        boolean isOpen,
        boolean isOverdue,
        List<Kept> kept,
        List<Kept> all,
        List<Row> rows,
        String more,
        String csv,
        String about,
        String problem) {
    private static final List<String> NOT_SHOWN = List.of(
            "unverified",
            "urgent",
            "category",
            "mode",
            "region",
            "carrier",
            "segment",
            "by",
            "nature",
            "handler",
            "measure",
            "outcome",
            "search");
    /** Named by a word of ours; 全部 is the one without any wish. */
    private static final Map<String, String> VIEWS = Map.of(
            "viewUnverified", "open=true&order=due&unverified=true",
            "viewOverdue", "order=due&overdue=true",
            "viewUrgent", "open=true&order=due&urgent=true",
            "viewOwn", "desk=own_officer&open=true&order=due",
            "viewAll", "");

    record Choice(String word, String name, boolean isChosen) {}

    record Kept(String field, String word) {}

    record ViewLink(String name, String address, boolean isHere) {}

    /** A case; its number is masked. */
    record Row(
            String number,
            String digits,
            String caller,
            String kind,
            String category,
            String mode,
            int reports,
            String stage,
            String desk,
            String due,
            String what,
            String basis,
            boolean isMissed,
            boolean isUrgent,
            String opened) {
        static Row of(Case one, Optional<Deadline> next, Instant now, Words words) {
            CaseWords say = new CaseWords(words);
            return new Row(
                    one.number().toString(),
                    one.number().digits(),
                    words.of(one.about()),
                    one.about().isKnown() ? words.of(one.about().kind()) : "",
                    say.about(one.topic()),
                    say.of(one.topic().mode()),
                    one.reports(),
                    say.of(one.stage()),
                    say.of(one.responsible()),
                    next.map(deadline -> Times.moment(deadline.due())).orElse(""),
                    next.map(deadline -> say.of(deadline.what())).orElse(""),
                    next.map(deadline -> say.of(deadline.what().basis())).orElse(""),
                    next.filter(deadline -> deadline.isMissed(now)).isPresent(),
                    one.topic().isUrgent(),
                    Times.moment(one.opened()));
        }
    }

    static CasesView of(
            CaseFilter filter,
            SavedViews saved,
            List<Row> rows,
            String more,
            String about,
            String problem,
            Words words) {
        CaseWords say = new CaseWords(words);
        String here = filter.lasting().query();
        boolean isHouse = VIEWS.containsValue(here);
        return new CasesView(
                Stream.of("viewUnverified", "viewOverdue", "viewUrgent", "viewOwn", "viewAll")
                        .map(view -> link(words.say(view), CaseFilter.read(VIEWS.get(view)), filter))
                        .toList(),
                saved.all().stream()
                        .map(view -> link(view.name(), view.filter(), filter))
                        .toList(),
                !isHouse && saved.all().size() < SavedViews.VIEWS_MAX,
                Stream.of("opened", "due")
                        .map(word -> new Choice(
                                word,
                                words.say(word.equals("due") ? "orderDue" : "orderOpened"),
                                word.equals(filter.word("order").orElse("opened"))))
                        .toList(),
                Arrays.stream(Stage.values())
                        .map(one -> choice(filter, "stage", one.word(), say.of(one)))
                        .toList(),
                Arrays.stream(Desk.Kind.values())
                        .map(one -> choice(filter, "desk", one.word(), say.of(one)))
                        .toList(),
                filter.word("from").orElse(""),
                filter.word("to").orElse(""),
                filter.is("open"),
                filter.is("overdue"),
                kept(filter, NOT_SHOWN),
                kept(filter.lasting(), CaseFilter.FIELDS),
                rows,
                more,
                CaseFilter.HERE + "/list.csv" + (filter.asked().isEmpty() ? "" : "?" + filter.query()),
                about,
                problem);
    }

    private static List<Kept> kept(CaseFilter filter, List<String> fields) {
        return fields.stream()
                .flatMap(field -> filter.word(field).map(word -> new Kept(field, word)).stream())
                .toList();
    }

    private static ViewLink link(String name, CaseFilter view, CaseFilter here) {
        boolean isHere = here.word("search").isEmpty()
                && view.query().equals(here.lasting().query());
        return new ViewLink(name, view.address(), isHere);
    }

    private static Choice choice(CaseFilter filter, String field, String word, String name) {
        return new Choice(word, name, word.equals(filter.word(field).orElse("")));
    }
}
