package io.jingling.http.console;

/** The language of a page: Chinese unless a visitor asks for English. */
enum Language {
    CHINESE("zh-CN", "中文"),
    ENGLISH("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The language's tag of BCP 47, as the page's {@code lang} has it. */
    String tag() {
        return tag;
    }

    /** What its speakers call it; the switch to it says so. */
    String ownName() {
        return ownName;
    }

    Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    /** Reads a cookie's tag; anything unknown is Chinese. */
    static Language of(String tag) {
        return ENGLISH.tag.equals(tag) ? ENGLISH : CHINESE;
    }
}
