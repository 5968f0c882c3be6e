package io.jingling.records;

import io.jingling.detection.Model;
import io.jingling.platform.ModelStore;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Models in a folder: each in a file named by the beginning of its SHA-256, {@code published} with the ids in force one
 * after the other, {@code trusted.keys}, and {@code signing.key}, the platform's own. A file is there whole or not at all.
 */
public final class ModelShelf implements ModelStore {
    static final int MODELS_MAX = 64;

    private static final String PORT = "models";
    private static final String ENDING = ".model";
    private static final String PUBLISHED = "published";
    private static final int ID_LENGTH = 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + ID_LENGTH + "}");

    private final Path folder;
    private final TrustedKeys trusted;

    private final long holdOutKey;

    private ModelShelf(Path folder, SigningKey own) {
        this.folder = folder;
        this.holdOutKey = own.secretFor("hold-out");
        this.trusted = new TrustedKeys(folder.resolve("trusted.keys"));
    }

    /** The first time it makes a key of its own and trusts it. */
    public static ModelShelf in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path own = folder.resolve("signing.key");
        if (!Files.exists(own)) {
            SigningKey.make().write(own);
        }
        SigningKey key = SigningKey.read(own);
        ModelShelf shelf = new ModelShelf(folder, key);
        shelf.trusted.begin(key.signer(), "this platform");
        return shelf;
    }

    /** By which calls are held out from models: secret, and the same after a restart. */
    public long holdOutKey() {
        return holdOutKey;
    }

    @Override
    public Kept add(byte[] file, Instant at) {
        SignedModel model = SignedModel.read(file);
        return guarded(() -> {
            Kept kept = kept(model, at);
            Path path = path(kept.id());
            if (Files.exists(path)) {
                return kept(SignedModel.read(Files.readAllBytes(path)), sent(path));
            }
            if (all().size() >= MODELS_MAX) {
                throw new IllegalArgumentException("models: got " + MODELS_MAX + " already, want fewer; take out files"
                        + " of old ones from " + folder.getFileName());
            }
            write(path, file, at);
            return kept;
        });
    }

    private Kept kept(SignedModel model, Instant at) throws IOException {
        Signer signer = model.signer()
                .orElseThrow(() -> new IllegalArgumentException(
                        "model: got one that nobody signed, want one of a key in trusted.keys; ./jingling models sign FILE"
                                + " --key KEYFILE signs it"));
        String name = trusted.nameOf(signer);
        return new Kept(model.sha256().substring(0, ID_LENGTH), model.model().name(), model.sha256(), name, at);
    }

    /** Those that can be read and whose key is still trusted. */
    @Override
    public List<Kept> all() {
        return guarded(() -> {
            List<Kept> all = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(ModelShelf::isModel).sorted().toList()) {
                    addReadable(file, all);
                }
            }
            all.sort(Comparator.comparing(Kept::at).thenComparing(Kept::id));
            return List.copyOf(all);
        });
    }

    private void addReadable(Path file, List<Kept> all) throws IOException {
        try {
            all.add(kept(ModelFile.open(file), sent(file)));
        } catch (IllegalArgumentException spoilt) {
            // It opens nothing; asked for by its id it says why.
        }
    }

    private static boolean isModel(Path file) {
        return String.valueOf(file.getFileName()).endsWith(ENDING);
    }

    private static Instant sent(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    @Override
    public Model open(String id) {
        return guarded(() -> {
            Path path = path(id);
            try {
                SignedModel model = ModelFile.open(path);
                kept(model, sent(path));
                return model.model();
            } catch (NoSuchFileException none) {
                throw new IllegalArgumentException("model: got id " + id + ", want one whose file is there", none);
            } catch (IllegalArgumentException bad) {
                throw new IllegalArgumentException(path.getFileName() + ": " + bad.getMessage(), bad);
            }
        });
    }

    private Path path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "model id: got something else, want " + ID_LENGTH + " hexadecimal digits as models list shows");
        }
        return folder.resolve(id + ENDING);
    }

    @Override
    public List<String> published() {
        return guarded(() -> {
            Path file = folder.resolve(PUBLISHED);
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.<String>of();
        });
    }

    @Override
    public void published(List<String> ids) {
        guarded(() -> {
            String lines = ids.isEmpty() ? "" : String.join("\n", ids) + "\n";
            write(folder.resolve(PUBLISHED), lines.getBytes(StandardCharsets.UTF_8), Instant.now());
            return ids;
        });
    }

    /** On the disk before its name is. */
    private void write(Path file, byte[] bytes, Instant at) throws IOException {
        Path fresh = folder.resolve(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.setLastModifiedTime(fresh, FileTime.from(at));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new StoreFailure(PORT, failure);
        }
    }
}
