package io.jingling.learning;

/** Fits log-odds {@code slope * score + shift} to what happened, by Newton's method (Platt 1999, with his priors). */
final class Platt {
    private static final int ROUNDS = 100;
    private static final double ENOUGH = 1e-9;
    private static final double RIDGE = 1e-6;

    private double slope = 1;
    private double shift;

    /** @param slope and shift of a fit */
    record Fit(float slope, float shift) {
        static final Fit NONE = new Fit(1, 0);
    }

    private Platt() {}

    /** Leaves the score as it is where it cannot be told from benign and harassing examples. */
    static Fit fit(float[] scores, boolean[] happened) {
        int positives = 0;
        for (boolean one : happened) {
            positives += one ? 1 : 0;
        }
        int negatives = happened.length - positives;
        if (positives == 0 || negatives == 0) {
            return Fit.NONE;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        Platt platt = new Platt();
        // Bounded: Newton's steps on a convex loss.
        for (int round = 0; round < ROUNDS && platt.improve(scores, happened, high, low) > ENOUGH; round++) {}
        return platt.slope > 0 ? new Fit((float) platt.slope, (float) platt.shift) : Fit.NONE;
    }

    /** @return how far the step went */
    private double improve(float[] scores, boolean[] happened, double high, double low) {
        double toSlope = 0;
        double toShift = 0;
        double slopes = RIDGE;
        double both = 0;
        double shifts = RIDGE;
        for (int i = 0; i < scores.length; i++) {
            double share = 1 / (1 + StrictMath.exp(-(slope * scores[i] + shift)));
            double off = share - (happened[i] ? high : low);
            double weight = share * (1 - share);
            toSlope += off * scores[i];
            toShift += off;
            slopes += weight * scores[i] * scores[i];
            both += weight * scores[i];
            shifts += weight;
        }
        double determinant = slopes * shifts - both * both;
        double moveSlope = (shifts * toSlope - both * toShift) / determinant;
        double moveShift = (slopes * toShift - both * toSlope) / determinant;
        double most = Math.max(Math.abs(moveSlope), Math.abs(moveShift));
        double part = most > 1 ? 1 / most : 1;
        slope -= part * moveSlope;
        shift -= part * moveShift;
        return most * part;
    }
}
