package io.jingling.evidence;

/**
 * Tells whether two checkpoints of a log can be of one tree that only grew. Where they cannot, the two together convict the log: both
 * have its signature.
 *
 * @param policy whom to believe
 */
public record Monitor(LogPolicy policy) {
    /**
     * Whether the later checkpoint continues the earlier, by tiles that anybody can read.
     *
     * @param seen what was seen before, here or by somebody else
     * @param now what the log says
     */
    public Check check(SignedCheckpoint seen, SignedCheckpoint now, TileReader tiles) {
        for (SignedCheckpoint one : new SignedCheckpoint[] {seen, now}) {
            if (policy.check(one) instanceof Check.Fails fails) {
                return fails;
            }
        }
        boolean isGrown = seen.head().size() <= now.head().size();
        TreeHead earlier = isGrown ? seen.head() : now.head();
        TreeHead later = isGrown ? now.head() : seen.head();
        try {
            TreeReader reader = new TreeReader(later.size(), tiles);
            return reader.consistency(earlier.size(), later.size()).check(earlier, later);
        } catch (IllegalArgumentException broken) {
            return Check.fails("tiles: " + broken.getMessage());
        }
    }
}
