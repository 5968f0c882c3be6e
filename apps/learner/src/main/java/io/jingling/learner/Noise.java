package io.jingling.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to a script between the robot and its transcript.
 *
 * @param name for a table
 * @param dropped share of the words that are not heard
 * @param wrong share of the words that are taken for others
 * @param cut the most that is missing at the front, and again at the back, as a share of the words
 */
record Noise(String name, double dropped, double wrong, double cut) {
    static final Noise NONE = new Noise("as recorded", 0, 0, 0);

    static final List<Noise> ALL = List.of(
            NONE,
            new Noise("5 % of words dropped", 0.05, 0, 0),
            new Noise("10 % dropped", 0.1, 0, 0),
            new Noise("20 % dropped", 0.2, 0, 0),
            new Noise("10 % misheard", 0, 0.1, 0),
            new Noise("up to 30 % cut off at either end", 0, 0, 0.3),
            new Noise("up to 50 % cut off at either end", 0, 0, 0.5),
            new Noise("10 % dropped and up to 30 % cut off", 0.1, 0, 0.3));

    /** @param others words that one may be taken for */
    List<String> of(List<String> words, List<String> others, Random random) {
        List<String> heard = new ArrayList<>();
        for (String word : words) {
            if (random.nextDouble() >= dropped) {
                boolean isWrong = random.nextDouble() < wrong;
                heard.add(isWrong ? others.get(random.nextInt(others.size())) : word);
            }
        }
        int front = (int) (cut * random.nextDouble() * heard.size());
        int back = (int) (cut * random.nextDouble() * heard.size());
        return List.copyOf(heard.subList(front, heard.size() - back));
    }
}
