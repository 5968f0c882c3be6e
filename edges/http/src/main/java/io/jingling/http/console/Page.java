package io.jingling.http.console;

/**
 * What a page shows around its own content.
 *
 * @param language the page's
 * @param here which entry of the navigation it is under
 * @param path where the language switch comes back to
 * @param csrf goes into every form; empty where nobody is logged in
 * @param who the key's name
 * @param role what the key opens, in words
 * @param mayChange whether this visitor may change what the page is about
 */
record Page(Language language, String here, String path, String csrf, String who, String role, boolean mayChange) {
    public String lang() {
        return language.tag();
    }

    public String otherLang() {
        return language.other().tag();
    }

    public String otherName() {
        return language.other().ownName();
    }

    public boolean isLoggedIn() {
        return !csrf.isEmpty();
    }
}
