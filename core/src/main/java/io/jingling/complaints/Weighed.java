package io.jingling.complaints;

import io.jingling.domain.Category;
import java.util.Optional;
import java.util.Set;

/**
 * What all reports of a number come to.
 *
 * @param people how many report it
 * @param independent of how many it can be said that each speaks alone
 * @param weight what they count together
 * @param score 0 to 100, to count as a standing's does
 * @param category what most of them say
 * @param isConfirmed whether an officer found harassment
 * @param doubts why some count less
 */
public record Weighed(
        int people,
        int independent,
        double weight,
        int score,
        Optional<Category> category,
        boolean isConfirmed,
        Set<Doubt> doubts) {
    static final Weighed NOTHING = new Weighed(0, 0, 0, 0, Optional.empty(), false, Set.of());

    /** Why reports count less than they are many. */
    public enum Doubt {
        /** Many who were never right before, and whom the number is not known to have called, within an hour. */
        BURST("短时间内大量新举报人"),
        /** People who report the same numbers on the same days count as one. */
        TIED("举报人多次一起举报"),
        /** People who know the number's owner do not count. */
        ACQUAINTED("举报人与号码互相通话"),
        /** People who were not right twice count as four at most. */
        NEWCOMERS("多数举报人尚无核实记录"),
        /** An officer found that the calls were none. */
        CLEARED("经核实不属实"),
        /** Set aside until an appeal is decided. */
        RELIEVED("申诉期间暂停");

        private final String chinese;

        Doubt(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public String word() {
            return Words.of(this);
        }
    }

    public Weighed {
        doubts = Set.copyOf(doubts);
    }
}
