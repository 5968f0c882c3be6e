package io.jingling.http.console;

import io.jingling.http.Vitals;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How the machinery behind screening is, as far as the process says.
 *
 * @param backlog decisions of this process that are not in the database yet; those that a process
 *     before it left in the journal are not in it
 * @param lost decisions that could not be taken note of since the start
 * @param databaseAnswers false where the process or the history says that it does not
 */
record Pulse(OptionalLong backlog, OptionalLong lost, boolean databaseAnswers) {
    private static final String MADE = "jingling.decisions";
    private static final String WRITTEN = "jingling.decisions.written";
    private static final String LOST = "jingling.decisions.lost";
    private static final String DATABASE = "database";

    static Pulse of(Vitals vitals, boolean historyAnswers) {
        boolean up = vitals.parts().stream()
                .filter(part -> part.name().equals(DATABASE))
                .allMatch(Vitals.Part::isUp);
        OptionalLong lost = sum(vitals, LOST);
        OptionalLong written = sum(vitals, WRITTEN);
        OptionalLong backlog = written.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, sum(vitals, MADE).orElse(0) - written.getAsLong() - lost.orElse(0)));
        return new Pulse(backlog, lost, up && historyAnswers);
    }

    private static OptionalLong sum(Vitals vitals, String name) {
        double[] found = vitals.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .mapToDouble(measure -> measure.value().applyAsDouble(measure))
                .toArray();
        return found.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(Arrays.stream(found).sum()));
    }
}
