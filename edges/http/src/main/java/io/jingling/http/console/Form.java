package io.jingling.http.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * What came in the body of a POST.
 *
 * @param fields by name; a field may come more than once
 */
record Form(Map<String, List<String>> fields) {
    static final Form EMPTY = new Form(Map.of());

    static Form of(FormData data) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String name : data) {
            fields.put(
                    name,
                    data.get(name).stream()
                            .filter(value -> !value.isFileItem())
                            .map(value -> value.getValue())
                            .toList());
        }
        return new Form(fields);
    }

    /** The field's text without white space around it; empty where it did not come. */
    String text(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst().strip();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }
}
