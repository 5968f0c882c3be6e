package io.jingling.http.console;

import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is to be put on a list: one number, or many lines of {@code number, note}. */
final class ListForm {
    private static final int LINES_MAX = 2 * Wishes.LIST_MAX;
    private static final int PROBLEMS_SHOWN_MAX = 20;

    private ListForm() {}

    /**
     * What was read of many lines: the good ones are taken, the others come back to be put right.
     *
     * @param left the lines that were not taken
     * @param problems what is wrong with them, a sentence each; the first twenty
     */
    record Lines(List<ListEntry> good, String left, List<String> problems) {}

    /** One number; or, in {@code problems}, what is wrong with it under {@code number}. */
    static Optional<ListEntry> one(Form form, Words words, Map<String, String> problems) {
        return entry(form.text("number"), form.text("note"), words, problems);
    }

    static Lines many(String text, Words words) {
        List<ListEntry> good = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().limit(LINES_MAX).toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("[,,\\t;;]", 2);
            Map<String, String> wrong = new HashMap<>();
            Optional<ListEntry> entry = entry(parts[0], parts.length > 1 ? parts[1].strip() : "", words, wrong);
            entry.ifPresent(good::add);
            if (entry.isEmpty()) {
                left.add(line);
                problems.add(words.say("lineWrong", number, wrong.get("number")));
            }
        }
        return new Lines(
                good,
                String.join("\n", left),
                problems.stream().limit(PROBLEMS_SHOWN_MAX).toList());
    }

    /** Those that are not on the list yet; where one comes twice the first holds. */
    static List<ListEntry> notIn(List<ListEntry> list, List<ListEntry> added) {
        Set<PhoneNumber> known = list.stream().map(ListEntry::number).collect(Collectors.toCollection(HashSet::new));
        return added.stream().filter(entry -> known.add(entry.number())).toList();
    }

    private static Optional<ListEntry> entry(String number, String note, Words words, Map<String, String> problems) {
        if (note.length() > ListEntry.NOTE_MAX) {
            problems.put("number", words.say("noteTooLong", note.length(), ListEntry.NOTE_MAX));
            return Optional.empty();
        }
        return Numbers.read(number, "number", words, problems).map(known -> new ListEntry(known, note));
    }
}
