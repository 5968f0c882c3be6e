package io.jingling.text;

import io.jingling.text.Recipe.Finder;
import java.util.Arrays;
import java.util.List;

/**
 * Asks one question. A text's features count {@code 1 + ln(how often)} times their scale, and are divided by their length
 * together (Salton and Buckley 1988); a label's score is their product with its weights.
 */
final class Asker implements Finder {
    private static final float[] LOGARITHMS = new float[256];

    static {
        for (int i = 1; i < LOGARITHMS.length; i++) {
            LOGARITHMS[i] = (float) StrictMath.log(i);
        }
    }

    private final Question question;
    private final GramTable[] tables = new GramTable[View.COUNT];
    private final int[] firsts = new int[View.COUNT];
    private final int[] counts;
    private final Spans spans = new Spans();
    private final float[] scores;
    /** Of each occurrence: which feature, and where. At most what a recipe finds in the letters that are read. */
    private int[] rows = new int[1 << 10];

    private int[] froms = new int[1 << 10];
    private int[] tos = new int[1 << 10];
    private int found;
    /** Of these, how many are letters of it. */
    private int read;

    Asker(Question question) {
        this.question = question;
        int first = 0;
        for (View view : View.values()) {
            long[] keys = question.keys()[view.ordinal()];
            tables[view.ordinal()] = new GramTable(keys);
            firsts[view.ordinal()] = first;
            first += keys.length;
        }
        counts = new int[question.features()];
        scores = new float[question.labels().size()];
    }

    @Override
    public void found(View view, long key, int from, int to) {
        int place = tables[view.ordinal()].of(key);
        if (place < 0) {
            return;
        }
        if (found == rows.length) {
            rows = Arrays.copyOf(rows, 2 * found);
            froms = Arrays.copyOf(froms, 2 * found);
            tos = Arrays.copyOf(tos, 2 * found);
        }
        int row = firsts[view.ordinal()] + place;
        counts[row]++;
        rows[found] = row;
        froms[found] = from;
        tos[found++] = to;
        read += to > from ? 1 : 0;
    }

    Answer ask(Letters letters) {
        found = 0;
        read = 0;
        question.recipe().read(letters, this);
        float length = score();
        int best = best(-1);
        float distance = scores[best] - scores[best(best)];
        Question.Meaning meaning = question.meaning();
        // Where no letter is known, there is nothing to be sure of.
        float confidence =
                read == 0 ? 0 : (float) (1 / (1 + StrictMath.exp(-(meaning.slope() * distance + meaning.shift()))));
        List<Word> words = words(letters, best, length);
        for (int i = 0; i < found; i++) {
            counts[rows[i]] = 0;
        }
        String label = question.labels().get(best);
        return new Answer(question.name(), label, confidence, confidence >= meaning.sure(), words);
    }

    /** Each occurrence adds its part of its feature, so that none is looked for twice. */
    private float score() {
        Arrays.fill(scores, 0);
        double squares = 0;
        int labels = scores.length;
        float[] weights = question.weights();
        for (int i = 0; i < found; i++) {
            int row = rows[i];
            int count = counts[row];
            float value = value(row, count);
            float part = value / count;
            squares += (double) value * part;
            int at = row * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += part * weights[at + label];
            }
        }
        float length = (float) Math.sqrt(Math.max(squares, Float.MIN_NORMAL));
        float[] shifts = question.meaning().shifts();
        for (int label = 0; label < labels; label++) {
            scores[label] = scores[label] / length + shifts[label];
        }
        return length;
    }

    private float value(int row, int count) {
        float log = count < LOGARITHMS.length ? LOGARITHMS[count] : (float) StrictMath.log(count);
        return (1 + log) * question.scales()[row];
    }

    /** The label with the highest score, but for one; the first of equals. */
    private int best(int without) {
        int best = without == 0 ? 1 : 0;
        for (int label = best + 1; label < scores.length; label++) {
            if (label != without && scores[label] > scores[best]) {
                best = label;
            }
        }
        return best;
    }

    /** What a feature said is shared by its letters. */
    private List<Word> words(Letters letters, int label, float length) {
        spans.begin(letters.count());
        int labels = scores.length;
        for (int i = 0; i < found; i++) {
            if (tos[i] > froms[i]) {
                int count = counts[rows[i]];
                float said = value(rows[i], count) / count * question.weights()[rows[i] * labels + label] / length;
                spans.add(froms[i], tos[i], said);
            }
        }
        return spans.strongest(letters);
    }
}
