package io.jingling.text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Questions for tests. */
final class Questions {
    static final Question.Meaning PLAIN = new Question.Meaning(new float[] {0, 0}, 4, -1, 0.6f);

    private Questions() {}

    /** What loans are about is told by 贷款 and 利息, what schools are about by 课程. */
    static Question loanOrSchool() {
        long[] whole = {key("贷款"), key("利息"), key("课程")};
        return new Question(
                "topic",
                EnumSet.of(TextKind.SMS, TextKind.COMPLAINT),
                List.of("loan", "school"),
                new Recipe(2, 0, false, false),
                new long[][] {whole, {}, {}, {}},
                new float[] {1, 1, 1},
                new float[] {2, -2, 1, -1, -2, 2},
                PLAIN);
    }

    static TextModel model() {
        return new TextModel("test", List.of(loanOrSchool()));
    }

    static long key(String run) {
        long key = 0;
        for (char letter : run.toCharArray()) {
            key = key << 16 | letter;
        }
        return key;
    }

    /** All views, with weights by chance, over what a text has. */
    static Question random(Random random, List<String> texts) {
        Recipe recipe = new Recipe(3, 20, true, true);
        List<java.util.TreeSet<Long>> keys = List.of(
                new java.util.TreeSet<>(),
                new java.util.TreeSet<>(),
                new java.util.TreeSet<>(),
                new java.util.TreeSet<>());
        Letters letters = new Letters();
        for (String text : texts) {
            letters.read(text);
            recipe.read(
                    letters, (view, key, from, to) -> keys.get(view.ordinal()).add(key));
        }
        long[][] ordered = keys.stream()
                .map(its -> its.stream().mapToLong(key -> key).toArray())
                .toArray(long[][]::new);
        int features = Arrays.stream(ordered).mapToInt(its -> its.length).sum();
        Question.Meaning meaning = new Question.Meaning(floats(3, random), 3, 0.1f, 0.7f);
        return new Question(
                "chance",
                EnumSet.allOf(TextKind.class),
                List.of("a", "b", "c"),
                recipe,
                ordered,
                floats(features, random),
                floats(3 * features, random),
                meaning);
    }

    private static float[] floats(int count, Random random) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) random.nextGaussian();
        }
        return floats;
    }
}
