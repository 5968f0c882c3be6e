package io.jingling.seals;

import io.jingling.evidence.Cosigning.Said;
import io.jingling.evidence.Cosigning.WitnessCall;
import java.net.URI;
import java.time.Duration;

/** Any witness, by its URL (C2SP tlog-witness). */
public final class WitnessClient implements WitnessCall, AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Outside witness;

    /**
     * @param url before {@code /add-checkpoint}
     * @param timeMax for each whole answer
     */
    public WitnessClient(URI url, Duration timeMax) {
        String folder = url.toString().replaceAll("/+$", "");
        this.witness = Outside.of("witness", URI.create(folder + "/add-checkpoint"), timeMax);
    }

    /** @throws SealFailure where none came */
    @Override
    public Said add(byte[] request) {
        return witness.post(request, TEXT, "text/plain");
    }

    @Override
    public void close() {
        witness.close();
    }
}
