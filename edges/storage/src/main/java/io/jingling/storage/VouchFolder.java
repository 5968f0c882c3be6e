package io.jingling.storage;

import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Stamping.Stamped;
import io.jingling.platform.StoreFailure;
import io.jingling.platform.Vouchers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What others said of the log's checkpoints, in a folder: {@code cosigned}, and in {@code stamps} a {@code SIZE.checkpoint} with a
 * {@code SIZE.AUTHORITY.tsr} of each authority.
 */
public final class VouchFolder implements Vouchers.Store {
    private static final String COSIGNED = "cosigned";
    private static final String STAMPS = "stamps/";
    private static final Pattern STAMP = Pattern.compile("\\d{1,18}\\.(checkpoint|[a-z0-9-]{1,64}\\.tsr)");
    private static final Comparator<String> BY_SIZE = Comparator.<String>comparingLong(
                    name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
            .thenComparing(Comparator.naturalOrder());

    private final LogFolder files;

    private VouchFolder(LogFolder files) {
        this.files = files;
    }

    /** @param folder made where missing */
    public static VouchFolder in(Path folder) {
        return new VouchFolder(new LogFolder(folder.toAbsolutePath()));
    }

    @Override
    public Optional<SignedCheckpoint> cosigned() {
        try {
            return files.read(COSIGNED).map(SignedCheckpoint::read);
        } catch (IOException | IllegalArgumentException failure) {
            throw new StoreFailure(COSIGNED, failure);
        }
    }

    @Override
    public void saveCosigned(SignedCheckpoint cosigned) {
        save(COSIGNED, cosigned.note().bytes());
    }

    @Override
    public synchronized List<String> stamps() {
        try {
            return files.names(STAMPS).stream()
                    .map(name -> name.substring(STAMPS.length()))
                    .filter(name -> STAMP.matcher(name).matches())
                    .sorted(BY_SIZE)
                    .toList();
        } catch (IOException failure) {
            throw new StoreFailure("stamps", failure);
        }
    }

    @Override
    public Optional<byte[]> stamp(String name) {
        try {
            return STAMP.matcher(name).matches() ? files.read(STAMPS + name) : Optional.empty();
        } catch (IOException failure) {
            throw new StoreFailure("stamps", failure);
        }
    }

    /** The checkpoint last: where it is, all of its timestamps are. */
    @Override
    public void saveStamps(SignedCheckpoint stamped, List<Stamped> stamps) {
        String start = STAMPS + stamped.head().size() + ".";
        stamps.forEach(stamp -> save(start + stamp.authority() + ".tsr", stamp.reply()));
        save(start + "checkpoint", stamped.note().bytes());
    }

    private void save(String name, byte[] bytes) {
        try {
            files.replace(name, bytes);
        } catch (IOException failure) {
            throw new StoreFailure("vouchers", failure);
        }
    }
}
