package io.jingling.platform;

import io.jingling.custody.Access;
import java.util.List;

/** Keeps who did what with full numbers, to be listed. Lines are added and deleted by their age, never changed. */
public interface AccessLog {
    /** Durable on return. */
    void add(Access access);

    /** Newest first, at most {@code limit}. */
    List<Access> latest(int limit);
}
