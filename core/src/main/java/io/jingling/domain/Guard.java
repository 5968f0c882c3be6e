package io.jingling.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 亲情守护: somebody may report and turn rejection on for another, who agreed by a code that went to the other's telephone.
 * Either of the two ends it.
 *
 * @param id opaque; pages name it by this
 * @param guardian who may
 * @param ward for whom
 * @param since when the ward agreed
 */
public record Guard(UUID id, PhoneNumber guardian, PhoneNumber ward, Instant since) {
    /** For so many one may be guardian. */
    public static final int WARDS_MAX = 5;

    /** So many guardians one may have. */
    public static final int GUARDIANS_MAX = 3;

    public Guard {
        if (!guardian.isKnown() || !ward.isKnown() || guardian.equals(ward)) {
            throw new IllegalArgumentException(
                    "guard: got " + guardian + " for " + ward + ", want two whole numbers that differ");
        }
    }

    /** Why somebody cannot become guardian of somebody. */
    public enum Refusal {
        ONESELF("不能守护自己的号码;自己的设置请直接在本站修改。"),
        THERE_ALREADY("您已经是这个号码的守护人。"),
        TOO_MANY_WARDS("一个人最多守护 " + WARDS_MAX + " 个号码,请先结束一个。"),
        TOO_MANY_GUARDIANS("这个号码已有 " + GUARDIANS_MAX + " 位守护人,要由对方先结束一位。");

        private final String chinese;

        Refusal(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * Whether that may begin, before anybody is asked and again once the ward agreed.
     *
     * @param ofGuardian all whom the one guards
     * @param ofWard all who guard the other
     */
    public static Optional<Refusal> refusal(
            PhoneNumber guardian, PhoneNumber ward, List<Guard> ofGuardian, List<Guard> ofWard) {
        if (guardian.equals(ward)) {
            return Optional.of(Refusal.ONESELF);
        }
        if (ofGuardian.stream().anyMatch(one -> one.ward().equals(ward))) {
            return Optional.of(Refusal.THERE_ALREADY);
        }
        if (ofGuardian.size() >= WARDS_MAX) {
            return Optional.of(Refusal.TOO_MANY_WARDS);
        }
        return ofWard.size() >= GUARDIANS_MAX ? Optional.of(Refusal.TOO_MANY_GUARDIANS) : Optional.empty();
    }

    /** Whether that one may end it. */
    public boolean isOf(PhoneNumber number) {
        return guardian.equals(number) || ward.equals(number);
    }
}
