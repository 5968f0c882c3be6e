package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.records.Rejected;
import io.jingling.records.Row;
import io.jingling.records.Row.Taken;
import io.jingling.records.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sends a file's good rows in batches, so that memory is bounded and a run that breaks off has not been
 * in vain. What the platform rejects is found again in the file, whatever stood between.
 *
 * @param <T> what a row says
 */
final class Upload<T> {
    /** Of so many rows the platform names each that it rejects. */
    static final int BATCH = 10_000;

    static final int BATCH_CHARS = 1 << 22;
    private final Form<T> form;
    private final Function<byte[], JsonNode> post;
    private final SideFile rejects;
    private final Progress progress;
    private final List<Sent> batch = new ArrayList<>();
    private long chars;
    private long accepted;
    private long added;
    private long known;

    /**
     * How rows are sent.
     *
     * @param header the first line, or empty where there is none
     * @param line a row as text, which may go over several lines
     */
    record Form<T>(String header, Function<Taken<T>, String> line) {
        /** Rows as they stand in the file. */
        static <T> Form<T> asInFile(Rows<T> rows) {
            return new Form<>(rows.header(), Taken::raw);
        }
    }

    /** What became of a file. */
    record Outcome(long accepted, long added, long known, long rejected) {}

    /** A row on its way: where it stood in the file, how it stood there, how it is sent. */
    private record Sent(long line, String raw, String text) {}

    /** @param post sends a body; the platform's answer */
    Upload(Form<T> form, Function<byte[], JsonNode> post, SideFile rejects, Progress progress) {
        this.form = form;
        this.post = post;
        this.rejects = rejects;
        this.progress = progress;
    }

    Outcome run(Rows<T> rows) {
        while (rows.hasNext()) {
            switch (rows.next()) {
                case Row.Refused<T>(Rejected why) -> rejects.add(why);
                case Taken<T> taken -> add(new Sent(taken.line(), taken.raw(), form.line.apply(taken)));
            }
            progress.rows(accepted + batch.size() + rejects.rejected(), rejects.rejected());
        }
        sendBatch();
        return new Outcome(accepted, added, known, rejects.rejected());
    }

    private void add(Sent row) {
        batch.add(row);
        chars += row.text.length();
        if (batch.size() == BATCH || chars >= BATCH_CHARS) {
            sendBatch();
        }
    }

    private void sendBatch() {
        if (batch.isEmpty()) {
            return;
        }
        JsonNode answer = post.apply(body(batch));
        accepted += answer.path("accepted").asLong();
        added += answer.path("added").asLong();
        known += answer.path("known").asLong();
        keep(answer.path("rejects"), batch);
        batch.clear();
        chars = 0;
    }

    private byte[] body(List<Sent> rows) {
        StringBuilder body = new StringBuilder();
        if (!form.header.isEmpty()) {
            body.append(form.header).append('\n');
        }
        rows.forEach(row -> body.append(row.text).append('\n'));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void keep(JsonNode named, List<Sent> sent) {
        for (JsonNode why : named) {
            Sent row = at(why.path("line").asLong(), sent);
            rejects.add(new Rejected(
                    row.line,
                    why.path("field").asText(),
                    why.path("got").asText(),
                    why.path("want").asText(),
                    row.raw));
        }
    }

    /** The row that began at a line of what was sent. */
    private Sent at(long wanted, List<Sent> sent) {
        long line = form.header.isEmpty() ? 1 : 2;
        for (Sent row : sent) {
            line += 1 + row.text.chars().filter(c -> c == '\n').count();
            if (wanted < line) {
                return row;
            }
        }
        return sent.getLast();
    }
}
