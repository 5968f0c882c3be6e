package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.NumberKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A decision for a person to read: what, by which rule, and every reason in two languages. */
final class DecisionPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final int CODE_WIDTH = 26;

    private final JsonNode decision;
    private final Terminal terminal;

    DecisionPage(JsonNode decision, Terminal terminal) {
        this.decision = decision;
        this.terminal = terminal;
    }

    String text() {
        StringBuilder page = new StringBuilder(heading());
        row(page, "rule", word("rule"));
        row(page, "suspicion", suspicion());
        row(page, "number", kind());
        row(page, "version", "policy " + word("policyVersion") + ", lists " + word("listVersion"));
        row(page, "recorded", decision.path("recorded").asBoolean() ? "yes" : "no, a rehearsal");
        page.append(System.lineSeparator()).append(terminal.coloured("@|bold reasons|@"));
        decision.path("reasons").forEach(reason -> reason(page, reason));
        return page.toString();
    }

    private String heading() {
        Action action = Action.of(word("action"));
        String colour =
                switch (action) {
                    case PASS -> "green";
                    case LABEL, SILENT -> "yellow";
                    case CHALLENGE, REJECT -> "red";
                };
        String shown = action.word().toUpperCase(Locale.ROOT) + " " + action.chinese();
        return terminal.coloured("@|bold," + colour + " " + shown + "|@") + "  " + word("caller") + " → "
                + word("callee") + "  " + TIME.format(Instant.parse(word("at")));
    }

    private String suspicion() {
        String code = word("category");
        if (code.isEmpty()) {
            return "none";
        }
        Category category = Category.of(code);
        return category.code() + " " + category.chinese() + " (" + category.english() + "), score " + word("score");
    }

    private String kind() {
        NumberKind kind = NumberKind.valueOf(word("kind"));
        return kind.chinese() + " (" + kind.english() + ")";
    }

    private void reason(StringBuilder page, JsonNode reason) {
        String code = reason.path("code").asText();
        String indent = " ".repeat(2 + CODE_WIDTH);
        page.append(System.lineSeparator())
                .append("  ")
                .append(terminal.coloured("@|cyan " + code + "|@"))
                .append(" ".repeat(Math.max(1, CODE_WIDTH - code.length())))
                .append(reason.path("zh").asText())
                .append(System.lineSeparator())
                .append(indent)
                .append(reason.path("en").asText());
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append(System.lineSeparator())
                .append("  ")
                .append(name)
                .append(" ".repeat(12 - name.length()))
                .append(value);
    }

    private String word(String field) {
        return decision.path(field).asText();
    }
}
