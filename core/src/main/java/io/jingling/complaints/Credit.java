package io.jingling.complaints;

/**
 * How often a person was right, as officers found: a Beta distribution that begins at 3 right to 1 wrong, as in detection.
 *
 * @param right reports of numbers that were found to harass
 * @param wrong reports of numbers that were found not to
 */
record Credit(int right, int wrong) {
    static final Credit NONE = new Credit(0, 0);

    private static final int PROVEN_MIN = 2;
    private static final double PRIOR_RIGHT = 3;
    private static final double PRIOR_WRONG = 1;

    Credit and(boolean isRight) {
        return isRight ? new Credit(right + 1, wrong) : new Credit(right, wrong + 1);
    }

    /** Of who was right twice, as one robot that everybody knows would prove any number of accounts, and more often than wrong. */
    boolean isProven() {
        return right >= PROVEN_MIN && right > wrong;
    }

    /** Nothing of who is right half of the time or less, one of who always is. */
    double weight() {
        double share = (PRIOR_RIGHT + right) / (PRIOR_RIGHT + PRIOR_WRONG + right + wrong);
        return Math.max(0, 2 * share - 1);
    }
}
