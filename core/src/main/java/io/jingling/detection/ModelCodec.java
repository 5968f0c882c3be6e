package io.jingling.detection;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@link Model} as bytes: a first line that says what it is, the model, and the SHA-256 of both. The same model has the
 * same bytes.
 */
public final class ModelCodec {
    private static final byte[] FIRST_LINE = "JINGLING MODEL 3\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM_BYTES = 32;
    private static final int ARRAY_MAX = 1 << 22;
    private static final int NAME_MAX = 200;
    private static final String FEATURES = names(Feature.values());
    private static final String SIGNALS = names(Signal.values());
    private static final String CLUES = names(Clue.values());

    private ModelCodec() {}

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).collect(Collectors.joining(","));
    }

    public static byte[] write(Model model) {
        ByteBuffer out = ByteBuffer.allocate(size(model)).put(FIRST_LINE);
        text(out, model.name());
        text(out, FEATURES);
        trees(out, model.trees());
        out.put((byte) (model.sequence().isPresent() ? 1 : 0));
        model.sequence().ifPresent(sequence -> {
            floats(out, sequence.inputWeights());
            floats(out, sequence.stateWeights());
            floats(out, sequence.inputBiases());
            floats(out, sequence.stateBiases());
            floats(out, sequence.outputWeights());
            out.putFloat(sequence.outputBias());
        });
        meaning(out, model.calibration(), model.thresholds());
        out.put((byte) (model.linking().isPresent() ? 1 : 0));
        model.linking().ifPresent(linking -> {
            text(out, SIGNALS);
            text(out, CLUES);
            trees(out, linking.pairs());
            Linking.Limits limits = linking.limits();
            out.putFloat(limits.founding()).putFloat(limits.weak());
            out.putFloat(limits.strong()).putFloat(limits.suspicion());
            trees(out, linking.clues());
            meaning(out, linking.calibration(), linking.thresholds());
        });
        byte[] said = Arrays.copyOf(out.array(), out.position());
        byte[] whole = Arrays.copyOf(said, said.length + SUM_BYTES);
        System.arraycopy(sum(said), 0, whole, said.length, SUM_BYTES);
        return whole;
    }

    private static void trees(ByteBuffer out, Trees trees) {
        ints(out, trees.roots());
        ints(out, trees.features());
        floats(out, trees.values());
        ints(out, trees.lefts());
        floats(out, trees.means());
    }

    private static void meaning(ByteBuffer out, Calibration calibration, Thresholds thresholds) {
        floats(out, calibration.slopes());
        floats(out, calibration.shifts());
        levels(out, thresholds.ofNew());
        levels(out, thresholds.ofOthers());
    }

    private static void levels(ByteBuffer out, Thresholds.Levels levels) {
        out.putFloat(levels.reject()).putFloat(levels.challenge()).putFloat(levels.label());
    }

    private static int size(Model model) {
        int names = FEATURES.length() + SIGNALS.length() + CLUES.length();
        int fixed = FIRST_LINE.length + names + 4 * NAME_MAX + 1024;
        int sequence = 4 * 3 * SequenceModel.UNITS * (Step.COUNT + SequenceModel.UNITS + 3);
        int linking = model.linking()
                .map(one -> size(one.pairs()) + size(one.clues()))
                .orElse(0);
        return fixed + size(model.trees()) + linking + sequence;
    }

    private static int size(Trees trees) {
        return 4 * (4 * trees.features().length + trees.roots().length);
    }

    /** @throws IllegalArgumentException where the bytes are no model, are cut off, or are for other features */
    public static Model read(byte[] bytes) {
        if (bytes.length < FIRST_LINE.length + SUM_BYTES
                || !Arrays.equals(bytes, 0, FIRST_LINE.length, FIRST_LINE, 0, FIRST_LINE.length)) {
            throw new IllegalArgumentException("model: got " + bytes.length + " bytes of " + kind(bytes)
                    + ", want a file that begins with \"JINGLING MODEL 3\"");
        }
        int end = bytes.length - SUM_BYTES;
        if (!Arrays.equals(sum(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new IllegalArgumentException("model: got " + bytes.length
                    + " bytes that are cut off or changed, want them as they were written");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, FIRST_LINE.length, end - FIRST_LINE.length);
        try {
            return model(in);
        } catch (BufferUnderflowException shorter) {
            throw new IllegalArgumentException("model: got an end in the middle, want the whole", shorter);
        }
    }

    private static String kind(byte[] bytes) {
        int shown = Math.min(bytes.length, FIRST_LINE.length + Integer.BYTES);
        String begins = new String(bytes, 0, shown, StandardCharsets.US_ASCII);
        return begins.matches("JINGLING MODEL [0-9]+\n(?s:.*)")
                ? "\"" + begins.substring(0, begins.indexOf('\n')) + "\""
                : "something else";
    }

    private static Model model(ByteBuffer in) {
        String name = text(in);
        want(in, FEATURES);
        Trees trees = trees(in, Feature.COUNT);
        Optional<SequenceModel> sequence = in.get() == 0 ? Optional.empty() : Optional.of(sequence(in));
        Calibration calibration = calibration(in);
        Thresholds thresholds = thresholds(in);
        Optional<Linking> linking = in.get() == 0 ? Optional.empty() : Optional.of(linking(in));
        return new Model(name, trees, sequence, calibration, thresholds, linking);
    }

    private static Linking linking(ByteBuffer in) {
        want(in, SIGNALS);
        want(in, CLUES);
        Trees pairs = trees(in, Signal.COUNT);
        Linking.Limits limits = new Linking.Limits(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat());
        Trees clues = trees(in, Clue.COUNT);
        return new Linking(pairs, limits, clues, calibration(in), thresholds(in));
    }

    private static void want(ByteBuffer in, String names) {
        if (!text(in).equals(names)) {
            throw new IllegalArgumentException(
                    "model: got one over other features, want one that was learned with this version");
        }
    }

    private static Trees trees(ByteBuffer in, int width) {
        return new Trees(width, ints(in), ints(in), floats(in), ints(in), floats(in));
    }

    private static Calibration calibration(ByteBuffer in) {
        return new Calibration(floats(in), floats(in));
    }

    private static Thresholds thresholds(ByteBuffer in) {
        return new Thresholds(levels(in), levels(in));
    }

    private static Thresholds.Levels levels(ByteBuffer in) {
        return new Thresholds.Levels(in.getFloat(), in.getFloat(), in.getFloat());
    }

    private static SequenceModel sequence(ByteBuffer in) {
        return new SequenceModel(floats(in), floats(in), floats(in), floats(in), floats(in), in.getFloat());
    }

    private static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[length(in, 1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void ints(ByteBuffer out, int[] values) {
        out.putInt(values.length);
        for (int value : values) {
            out.putInt(value);
        }
    }

    private static int[] ints(ByteBuffer in) {
        int[] values = new int[length(in, Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getInt();
        }
        return values;
    }

    private static void floats(ByteBuffer out, float[] values) {
        out.putInt(values.length);
        for (float value : values) {
            out.putFloat(value);
        }
    }

    private static float[] floats(ByteBuffer in) {
        float[] values = new float[length(in, Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getFloat();
        }
        return values;
    }

    /** Of what follows; never more than there is. */
    private static int length(ByteBuffer in, int bytesEach) {
        int length = in.getInt();
        if (length < 0 || length > ARRAY_MAX || (long) length * bytesEach > in.remaining()) {
            throw new IllegalArgumentException("model: got a length of " + length + " with " + in.remaining()
                    + " bytes left, want no more than there is");
        }
        return length;
    }

    private static byte[] sum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
