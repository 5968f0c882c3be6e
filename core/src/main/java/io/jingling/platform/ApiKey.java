package io.jingling.platform;

import java.time.Instant;

/**
 * A credential and what it opens.
 *
 * @param id opaque, safe to show and to log
 * @param name whose it is, in the operator's words; 1 to 100 characters
 * @param role what it opens
 * @param subscriberId whose data a {@link Role#SUBSCRIBER} key opens; empty for all other roles
 * @param created when it was made
 */
public record ApiKey(String id, String name, Role role, String subscriberId, Instant created) {
    /** Who somebody is to the platform. */
    public enum Role {
        SUBSCRIBER,
        OFFICER,
        OPERATOR,
        TENANT,
        REGULATOR,
        STORE,
        AUDITOR
    }

    public ApiKey {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name: got " + name.length() + " characters, want 1 to 100");
        }
        if ((role == Role.SUBSCRIBER) == subscriberId.isEmpty()) {
            throw new IllegalArgumentException("subscriberId: got " + (subscriberId.isEmpty() ? "none" : "one")
                    + " for role " + role + ", want one for SUBSCRIBER and none otherwise");
        }
    }
}
