package io.jingling.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A {@link TextModel} as bytes: a first line that says what it is, the model, and the SHA-256 of both. The same model has
 * the same bytes. Weights, which are most of it, are kept in 16 bits.
 */
public final class TextModelCodec {
    private static final String NAME = "JINGLING TEXT MODEL 1";
    private static final byte[] FIRST_LINE = (NAME + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final int SUM_BYTES = 32;
    private static final int QUESTIONS_MAX = 64;
    private static final int FIXED_BYTES = 256;

    private TextModelCodec() {}

    public static byte[] write(TextModel model) {
        ByteBuffer out = ByteBuffer.allocate(size(model)).put(FIRST_LINE);
        text(out, model.name());
        out.putInt(model.questions().size());
        for (Question question : model.questions()) {
            write(out, question);
        }
        byte[] said = Arrays.copyOf(out.array(), out.position());
        byte[] whole = Arrays.copyOf(said, said.length + SUM_BYTES);
        System.arraycopy(sum(said), 0, whole, said.length, SUM_BYTES);
        return whole;
    }

    private static int size(TextModel model) {
        int size = FIRST_LINE.length + FIXED_BYTES + bytes(model.name());
        for (Question question : model.questions()) {
            int features = question.features();
            size += FIXED_BYTES + bytes(question.name()) + 8 * features;
            size += 4
                    * (features + question.weights().length + question.labels().size());
            for (String label : question.labels()) {
                size += 4 + bytes(label);
            }
        }
        return size;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void write(ByteBuffer out, Question question) {
        text(out, question.name());
        int kinds = 0;
        for (TextKind kind : question.kinds()) {
            kinds |= 1 << kind.ordinal();
        }
        out.putInt(kinds).putInt(question.labels().size());
        question.labels().forEach(label -> text(out, label));
        Recipe recipe = question.recipe();
        out.putInt(recipe.whole()).putInt(recipe.head());
        out.put((byte) (recipe.edges() ? 1 : 0)).put((byte) (recipe.shape() ? 1 : 0));
        for (long[] keys : question.keys()) {
            out.putInt(keys.length);
            for (long key : keys) {
                out.putLong(key);
            }
        }
        floats(out, question.scales());
        out.putInt(question.weights().length);
        for (float weight : question.weights()) {
            out.putShort(Float.floatToFloat16(weight));
        }
        Question.Meaning meaning = question.meaning();
        floats(out, meaning.shifts());
        out.putFloat(meaning.slope()).putFloat(meaning.shift()).putFloat(meaning.sure());
    }

    /** @throws IllegalArgumentException where the bytes are no such model, are cut off or changed */
    public static TextModel read(byte[] bytes) {
        if (bytes.length < FIRST_LINE.length + SUM_BYTES
                || !Arrays.equals(bytes, 0, FIRST_LINE.length, FIRST_LINE, 0, FIRST_LINE.length)) {
            throw new IllegalArgumentException("text model: got " + bytes.length
                    + " bytes of something else, want a file that begins with \"" + NAME + "\"");
        }
        int end = bytes.length - SUM_BYTES;
        if (!Arrays.equals(sum(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new IllegalArgumentException("text model: got " + bytes.length
                    + " bytes that are cut off or changed, want them as they were written");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, FIRST_LINE.length, end - FIRST_LINE.length);
        try {
            return model(in);
        } catch (BufferUnderflowException shorter) {
            throw new IllegalArgumentException("text model: got an end in the middle, want the whole", shorter);
        }
    }

    private static TextModel model(ByteBuffer in) {
        String name = text(in);
        int count = in.getInt();
        if (count < 1 || count > QUESTIONS_MAX) {
            throw new IllegalArgumentException("text model: got " + count + " questions, want 1 to " + QUESTIONS_MAX);
        }
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(question(in));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(
                    "text model: got " + in.remaining() + " bytes behind the last question, want none");
        }
        return new TextModel(name, questions);
    }

    private static Question question(ByteBuffer in) {
        String name = text(in);
        int bits = in.getInt();
        Set<TextKind> kinds = EnumSet.noneOf(TextKind.class);
        for (TextKind kind : TextKind.values()) {
            if ((bits & 1 << kind.ordinal()) != 0) {
                kinds.add(kind);
            }
        }
        List<String> labels = new ArrayList<>();
        for (int left = length(in, Integer.BYTES); left > 0; left--) {
            labels.add(text(in));
        }
        Recipe recipe = new Recipe(in.getInt(), in.getInt(), in.get() != 0, in.get() != 0);
        long[][] keys = new long[View.COUNT][];
        for (int view = 0; view < keys.length; view++) {
            keys[view] = new long[length(in, Long.BYTES)];
            for (int i = 0; i < keys[view].length; i++) {
                keys[view][i] = in.getLong();
            }
        }
        float[] scales = floats(in);
        float[] weights = new float[length(in, Short.BYTES)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.float16ToFloat(in.getShort());
        }
        Question.Meaning meaning = new Question.Meaning(floats(in), in.getFloat(), in.getFloat(), in.getFloat());
        return new Question(name, kinds, labels, recipe, keys, scales, weights, meaning);
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
        if (length < 0 || (long) length * bytesEach > in.remaining()) {
            throw new IllegalArgumentException("text model: got a length of " + length + " with " + in.remaining()
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
