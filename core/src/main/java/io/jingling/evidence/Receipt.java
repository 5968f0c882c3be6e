package io.jingling.evidence;

/**
 * What one gets for an entry once it is durable: where it is, and the log's own word for it. A proof can be had by it later,
 * from the log or from any copy of it, under this checkpoint or a later one.
 *
 * @param index of the entry, from 0
 * @param leaf the entry's hash
 * @param checkpoint the first that covers it
 */
public record Receipt(long index, Hash leaf, SignedCheckpoint checkpoint) {
    public Receipt {
        if (index < 0 || index >= checkpoint.head().size()) {
            throw new IllegalArgumentException("receipt: got index " + index + ", want one below tree size "
                    + checkpoint.head().size());
        }
    }

    /** The log's name. */
    public String origin() {
        return checkpoint.checkpoint().origin();
    }

    /** The size of the tree that first had it. */
    public long treeSize() {
        return checkpoint.head().size();
    }
}
