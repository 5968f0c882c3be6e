package io.jingling.complaints;

import java.time.Instant;
import java.util.Optional;

/**
 * By when something must have happened.
 *
 * @param what must have happened
 * @param due by when
 * @param met when it did
 */
public record Deadline(What what, Instant due, Optional<Instant> met) {
    /** What must happen, and who says so. */
    public enum What {
        ROUTE("分派责任单位", Basis.HOUSE_RULE),
        ACCEPT_OR_REFUSE("决定是否受理并说明理由", Basis.ORDER_35),
        VERIFY_AND_ACT("核实并处置", Basis.HOUSE_RULE),
        COMPANY_ANSWERS("企业答复用户", Basis.ORDER_35),
        TELL("告知处理结果", Basis.ORDER_35),
        APPEAL_FIRST_ANSWER("答复申诉", Basis.HOUSE_RULE),
        APPEAL_RELIEF("受保护职业临时解除", Basis.HOUSE_RULE),
        APPEAL_DECISION("作出申诉决定", Basis.FRAUD_LAW);

        private final String chinese;
        private final Basis basis;

        What(String chinese, Basis basis) {
            this.chinese = chinese;
            this.basis = basis;
        }

        public String chinese() {
            return chinese;
        }

        public Basis basis() {
            return basis;
        }

        public String word() {
            return Words.of(this);
        }
    }

    /** Who says that something must happen. */
    public enum Basis {
        /** 受理 5 个工作日, 企业 15 日, 办结 30 日. */
        ORDER_35("电信用户申诉处理办法(35号令)"),
        /** That appeals be taken, with reason and remedy; how fast is ours. */
        FRAUD_LAW("反电信网络诈骗法第三十二条;时限为本平台自定"),
        HOUSE_RULE("本平台自定,无法定依据");

        private final String chinese;

        Basis(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public String word() {
            return Words.of(this);
        }
    }

    /** Whether it has passed without what must happen, or that came too late. */
    public boolean isMissed(Instant now) {
        return met.orElse(now).isAfter(due);
    }

    public boolean isOpen() {
        return met.isEmpty();
    }
}
