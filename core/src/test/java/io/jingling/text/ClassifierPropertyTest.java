package io.jingling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and weights by chance, beside a plain calculation with maps; what fails names its seed. */
class ClassifierPropertyTest {
    private static final String LETTERS = "贷款课程您好，。【】ABc019 *#.\u3000Ａ\uD83D\uDE00\uD83D\u200B";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAreWhatAPlainCalculationSays(long seed) {
        Random random = new Random(seed);
        List<String> texts = texts(random, 60);
        Question question = Questions.random(random, texts.subList(0, 30));
        Classifier classifier = new Classifier(new TextModel("chance", List.of(question)));
        for (String text : texts) {
            Answer answer = classifier.answers(TextKind.LISTING, text).getFirst();
            double[] scores = plain(question, text);
            int best = best(scores, -1);
            double ahead = scores[best] - scores[best(scores, best)];
            double confidence = 1 / (1 + Math.exp(-(3 * ahead + 0.1f)));
            if (ahead > 1e-4 && answer.confidence() > 0) {
                assertThat(answer.label()).isEqualTo(question.labels().get(best));
                assertThat((double) answer.confidence()).isCloseTo(confidence, within(1e-4));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void wordsAreWholeAndApart(long seed) {
        Random random = new Random(seed);
        List<String> texts = texts(random, 100);
        Classifier classifier = new Classifier(new TextModel("chance", List.of(Questions.random(random, texts))));
        for (String text : texts) {
            List<Word> words = classifier.answers(TextKind.SMS, text).getFirst().words();
            assertThat(words).hasSizeLessThanOrEqualTo(Spans.MOST);
            boolean[] taken = new boolean[text.length()];
            for (Word word : words) {
                for (int i = word.from(); i < word.to(); i++) {
                    assertThat(taken[i]).isFalse();
                    taken[i] = true;
                }
                assertThat(isWhole(text, word.from()) && isWhole(text, word.to()))
                        .isTrue();
            }
        }
    }

    private static boolean isWhole(String text, int at) {
        return at == 0 || at == text.length() || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static List<String> texts(Random random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static double[] plain(Question question, String text) {
        Letters letters = new Letters();
        letters.read(text);
        Map<String, Integer> counts = new HashMap<>();
        question.recipe().read(letters, (view, key, from, to) -> counts.merge(view + " " + key, 1, Integer::sum));
        double[] scores = new double[question.labels().size()];
        double squares = 0;
        int row = 0;
        for (View view : View.values()) {
            for (long key : question.keys()[view.ordinal()]) {
                int count = counts.getOrDefault(view + " " + key, 0);
                double value = count == 0 ? 0 : (1 + Math.log(count)) * question.scales()[row];
                squares += value * value;
                for (int label = 0; label < scores.length; label++) {
                    scores[label] += value * question.weights()[row * scores.length + label];
                }
                row++;
            }
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] = scores[label] / Math.sqrt(Math.max(squares, Float.MIN_NORMAL))
                    + question.meaning().shifts()[label];
        }
        return scores;
    }

    private static int best(double[] scores, int without) {
        int best = without == 0 ? 1 : 0;
        for (int label = best + 1; label < scores.length; label++) {
            best = label != without && scores[label] > scores[best] ? label : best;
        }
        return best;
    }
}
