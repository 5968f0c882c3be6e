package io.jingling.simulator;

/**
 * What a parameter may be; one value where both ends are equal.
 *
 * @param low at least 0
 * @param high at least {@code low}
 */
record Range(double low, double high) {
    double draw(Draws draws) {
        return draws.between(low, high);
    }
}
