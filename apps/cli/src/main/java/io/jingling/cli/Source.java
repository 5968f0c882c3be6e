package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.cli.Upload.Form;
import io.jingling.cli.Upload.Outcome;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import io.jingling.records.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** A file that a user names, plain or packed by gzip, sent row by row. */
final class Source {
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final Path file;
    private final Terminal terminal;

    /** @throws Trouble where there is no such file */
    Source(Path file, Surroundings surroundings) {
        this.file = file;
        this.terminal = surroundings.terminal();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            String got =
                    Files.isDirectory(file) ? "a folder" : Files.exists(file) ? "one that may not be read" : "none";
            throw Trouble.badInput("file: got " + got + " at " + file + ", want a file");
        }
    }

    /** At most so many bytes of its beginning. */
    byte[] head(int most) {
        try (InputStream in = unpacked(Files.newInputStream(file))) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Sends its good rows and keeps the others.
     *
     * @param rejected where to; beside the file where empty
     * @param open the rows of its bytes
     * @param form how rows are sent
     * @param post sends a body
     */
    <T> Result send(
            String rejected,
            Function<InputStream, Rows<T>> open,
            Function<Rows<T>, Form<T>> form,
            Function<byte[], JsonNode> post) {
        long begun = System.nanoTime();
        Path side = side(rejected);
        try (InputStream in = Files.newInputStream(file);
                Progress progress = new Progress(terminal, String.valueOf(file.getFileName()), Files.size(file));
                Rows<T> rows = open.apply(unpacked(progress.counting(in)));
                SideFile rejects = new SideFile(side)) {
            Outcome outcome = new Upload<>(form.apply(rows), post, rejects, progress).run(rows);
            return new Result(file, side, outcome, (System.nanoTime() - begun) / 1e9);
        } catch (UnreadableFile e) {
            throw Trouble.badInput(file + ": " + e.getMessage());
        } catch (java.io.UncheckedIOException e) {
            throw broken(e.getCause());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Reads its good rows and keeps the others.
     *
     * @param rejected where to; beside the file where empty
     * @param open the rows of its bytes
     * @return how many were good, and how many not
     */
    <T> Read read(String rejected, Function<InputStream, Rows<T>> open, Consumer<T> good) {
        Path side = side(rejected);
        long taken = 0;
        try (InputStream in = Files.newInputStream(file);
                Progress progress = new Progress(terminal, String.valueOf(file.getFileName()), Files.size(file));
                Rows<T> rows = open.apply(unpacked(progress.counting(in)));
                SideFile rejects = new SideFile(side)) {
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Row.Taken<T> row -> {
                        good.accept(row.value());
                        taken++;
                    }
                    case Row.Refused<T> row -> rejects.add(row.why());
                }
                progress.rows(taken, rejects.rejected());
            }
            return new Read(taken, rejects.rejected(), side);
        } catch (UnreadableFile e) {
            throw Trouble.badInput(file + ": " + e.getMessage());
        } catch (java.io.UncheckedIOException e) {
            throw broken(e.getCause());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What was read of a file, and where the lines are that were not good. */
    record Read(long taken, long rejected, Path side) {}

    private Path side(String rejected) {
        Path side = Path.of(rejected.isEmpty() ? file + ".rejected" : rejected);
        if (isSame(side)) {
            throw Trouble.badInput("--rejected: got " + side + ", the file that is read, want another");
        }
        return side;
    }

    private boolean isSame(Path side) {
        try {
            return Files.exists(side) && Files.isSameFile(side, file);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What became of a file, and how long it took. */
    record Result(Path file, Path side, Outcome outcome, double seconds) {
        /** Where nothing at all could be taken, the file was no file of this kind. */
        int exitCode() {
            return outcome.accepted() == 0 && outcome.rejected() > 0 ? Trouble.BAD_INPUT : 0;
        }

        ObjectNode json() {
            ObjectNode json = Client.JSON.createObjectNode();
            json.put("file", file.toString()).put("accepted", outcome.accepted());
            json.put("rejected", outcome.rejected());
            json.put("rejectedFile", outcome.rejected() > 0 ? side.toString() : "");
            return json.put("seconds", Math.round(seconds * 1e3) / 1e3);
        }

        /** {@code , 3 rejected (see FILE.rejected)}, or nothing. */
        String rejectedPart() {
            return outcome.rejected() == 0
                    ? ", none rejected"
                    : ", " + Text.count(outcome.rejected()) + " rejected (see " + side + ")";
        }
    }

    private InputStream unpacked(InputStream in) throws IOException {
        byte[] first = in.readNBytes(2);
        InputStream whole = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(first), in);
        boolean packed = Arrays.equals(first, new byte[] {(byte) GZIP_FIRST, (byte) GZIP_SECOND});
        return packed ? new GZIPInputStream(whole, 1 << 16) : whole;
    }

    private Trouble broken(IOException e) {
        return Trouble.worldFailed(
                file + ": got a failure while reading (" + e.getMessage() + "), want the whole file");
    }
}
