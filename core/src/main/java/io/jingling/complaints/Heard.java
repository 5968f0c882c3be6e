package io.jingling.complaints;

import java.util.Set;

/**
 * What the caller gave away.
 *
 * @param brand whom the caller said to call for; may be empty
 * @param personalData what the caller knew of the person called
 * @param app an App named in the call, or installed shortly before it; may be empty
 */
public record Heard(String brand, Set<PersonalData> personalData, String app) {
    public static final Heard NOTHING = new Heard("", Set.of(), "");

    private static final int NAME_MAX = 100;

    public Heard {
        brand = Words.within("brand", brand.strip(), NAME_MAX);
        app = Words.within("app", app.strip(), NAME_MAX);
        personalData = Set.copyOf(personalData);
    }
}
