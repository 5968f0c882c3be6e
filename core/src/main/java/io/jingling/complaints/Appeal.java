package io.jingling.complaints;

import io.jingling.complaints.AppealStep.Decided;
import io.jingling.complaints.AppealStep.Relieved;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody says that a number is wrongly thought of.
 *
 * @param number 申诉号, of the form of a case's
 * @param about whose standing it is
 * @param ground why
 * @param text in the appellant's words
 * @param at when it came
 * @param steps what became of it, from the first on
 */
public record Appeal(
        CaseNumber number, PhoneNumber about, Ground ground, String text, Instant at, List<AppealStep> steps) {
    /** Why it is wrong; the first three may be relieved at once, as waiting would cost people their work or more. */
    public enum Ground {
        COURIER("快递外卖", true),
        MEDICAL("医疗急救", true),
        PUBLIC_DUTY("公务及公共服务", true),
        NEW_OWNER("二次放号(新机主)", false),
        SPOOFED("号码被冒用", false),
        CONSENTED_TRADE("用户同意的商务", false),
        PERSONAL("个人来电", false);

        private final String chinese;
        private final boolean isProtected;

        Ground(String chinese, boolean isProtected) {
            this.chinese = chinese;
            this.isProtected = isProtected;
        }

        public String chinese() {
            return chinese;
        }

        /** Whether what reports say is set aside until it is decided. */
        public boolean isProtected() {
            return isProtected;
        }

        public String word() {
            return Words.of(this);
        }

        public static Ground of(String word) {
            return Words.read(values(), word, "ground");
        }
    }

    public Appeal {
        steps = List.copyOf(steps);
        text = Words.within("text", text.strip(), Step.TEXT_MAX);
        if (!about.isKnown()) {
            throw new IllegalArgumentException("number: got " + about + ", want a whole number");
        }
    }

    /** @throws IllegalArgumentException where it is decided, or by who decided of the case before */
    public Appeal with(AppealStep step) {
        if (decision().isPresent()) {
            throw new IllegalArgumentException("appeal: got a step on one that is decided, want one that is open");
        }
        List<AppealStep> then = new ArrayList<>(steps);
        then.add(step);
        return new Appeal(number, about, ground, text, at, then);
    }

    public Optional<Decided> decision() {
        return of(Decided.class);
    }

    public boolean isDecided() {
        return decision().isPresent();
    }

    /** Whether what reports say of the number is set aside meanwhile. */
    public boolean isRelieved() {
        return !isDecided() && of(Relieved.class).isPresent();
    }

    <S extends AppealStep> Optional<S> of(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
