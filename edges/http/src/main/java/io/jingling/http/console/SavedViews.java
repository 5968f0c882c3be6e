package io.jingling.http.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Views of the cases that a visitor gave a name. They are in a cookie of this browser: a view is nothing but an address.
 *
 * @param all the first first
 */
record SavedViews(List<View> all) {
    static final String COOKIE = "jingling_case_views";
    static final int VIEWS_MAX = 6;
    static final int NAME_MAX = 20;

    private static final int COOKIE_MAX = 3_500;
    private static final SavedViews NONE = new SavedViews(List.of());

    record View(String name, CaseFilter filter) {}

    SavedViews {
        all = List.copyOf(all);
    }

    /** What a cookie says; nothing where it is none of ours. */
    static SavedViews of(String cookie) {
        if (cookie == null || cookie.isEmpty() || cookie.length() > COOKIE_MAX) {
            return NONE;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            return new SavedViews(text.lines()
                    .map(line -> line.split("\t", 2))
                    .filter(parts -> parts.length == 2 && !parts[0].isBlank() && parts[0].length() <= NAME_MAX)
                    .limit(VIEWS_MAX)
                    .map(parts -> new View(parts[0], CaseFilter.read(parts[1]).lasting()))
                    .toList());
        } catch (IllegalArgumentException notOurs) {
            return NONE;
        }
    }

    String cookie() {
        StringBuilder text = new StringBuilder();
        all.forEach(view -> text.append(view.name())
                .append('\t')
                .append(view.filter().query())
                .append('\n'));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    boolean mayTake(String name, CaseFilter filter) {
        boolean isName =
                !name.isBlank() && name.length() <= NAME_MAX && name.chars().noneMatch(Character::isISOControl);
        return isName
                && without(name).all().size() < VIEWS_MAX
                && with(name, filter).cookie().length() <= COOKIE_MAX;
    }

    /** In place of the one of that name. */
    SavedViews with(String name, CaseFilter filter) {
        List<View> then = new ArrayList<>(without(name).all());
        then.add(new View(name, filter.lasting()));
        return new SavedViews(then);
    }

    SavedViews without(String name) {
        return new SavedViews(
                all.stream().filter(view -> !view.name().equals(name)).toList());
    }
}
