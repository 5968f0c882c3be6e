package io.jingling.http.console;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

/** Lets a template say {@code {w:liveTitle}} or {@code {w:callsSoFar(7)}}, in the visitor's language. */
@TemplateExtension(namespace = "w", matchName = TemplateExtension.ANY)
final class WordsInTemplates {
    private WordsInTemplates() {}

    static String say(String key, @TemplateAttribute("words") Object words) {
        return ((Words) words).say(key);
    }

    static String say(String key, Object value, @TemplateAttribute("words") Object words) {
        return ((Words) words).say(key, value);
    }

    static String say(String key, Object first, Object second, @TemplateAttribute("words") Object words) {
        return ((Words) words).say(key, first, second);
    }
}
