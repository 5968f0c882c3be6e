package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import org.junit.jupiter.api.Test;

class RefusedCallsTest {
    private static final long START = WorldOfCalls.MONDAY_MILLIS;

    private final RefusedCalls calls = new RefusedCalls(1_000);
    private long nextId = 1;

    @Test
    void aSecondCallWithinThreeMinutesIsOneAndOnlyOnce() {
        calls.refused(call("13800138000", "13700137000", 0));
        CallAttempt second = call("13800138000", "13700137000", 170);
        assertThat(calls.isSecondCall(second)).isTrue();
        calls.passed(second);
        CallAttempt third = call("13800138000", "13700137000", 175);
        assertThat(calls.isSecondCall(third)).isFalse();
    }

    @Test
    void afterThreeMinutesItIsAFirstCallAgain() {
        calls.refused(call("13800138000", "13700137000", 0));
        assertThat(calls.isSecondCall(call("13800138000", "13700137000", 181))).isFalse();
    }

    @Test
    void aRetransmissionOfTheFirstCallIsNotASecondCall() {
        CallAttempt first = call("13800138000", "13700137000", 0);
        calls.refused(first);
        CallAttempt again = new CallAttempt(first.caller(), first.callee(), START + 4_000, false, first.callId());
        assertThat(calls.isSecondCall(again)).isFalse();
        calls.refused(again);
        assertThat(calls.isSecondCall(call("13800138000", "13700137000", 10))).isTrue();
    }

    @Test
    void theCallThatHadItsPassKeepsItWhenAskedAboutAgain() {
        calls.refused(call("13800138000", "13700137000", 0));
        CallAttempt second = call("13800138000", "13700137000", 10);
        calls.passed(second);
        calls.refused(call("13800138000", "13700137000", 20));
        CallAttempt again = new CallAttempt(second.caller(), second.callee(), START + 25_000, false, second.callId());
        assertThat(calls.isSecondCall(again)).isTrue();
        assertThat(calls.isSecondCall(call("13800138000", "13700137000", 30))).isFalse();
    }

    @Test
    void anotherCalleeOrCallerIsNotASecondCall() {
        calls.refused(call("13800138000", "13700137000", 0));
        assertThat(calls.isSecondCall(call("13800138000", "13700137001", 10))).isFalse();
        assertThat(calls.isSecondCall(call("13800138001", "13700137000", 10))).isFalse();
    }

    @Test
    void aRobotThatCallsManyPeopleTwiceIsPassedThreeTimesOnly() {
        int passed = 0;
        for (int i = 0; i < 10; i++) {
            String callee = "1370013700" + i;
            calls.refused(call("13800138000", callee, 10 * i));
            CallAttempt second = call("13800138000", callee, 10 * i + 5);
            if (calls.isSecondCall(second)) {
                calls.passed(second);
                passed++;
            }
        }
        assertThat(passed).isEqualTo(RefusedCalls.DOUBLE_CALLED_MAX);
    }

    @Test
    void aCallThatIsNotIdentifiedIsNeverASecondCall() {
        PhoneNumber caller = PhoneNumber.parse("13800138000");
        PhoneNumber callee = PhoneNumber.parse("13700137000");
        calls.refused(CallAttempt.of(caller, callee, START));
        assertThat(calls.isSecondCall(CallAttempt.of(caller, callee, START + 1000)))
                .isFalse();
        assertThat(calls.isSecondCall(call("13800138000", "13700137000", 2))).isFalse();
    }

    @Test
    void hiddenCallersHaveNoSecondCall() {
        CallAttempt hidden = new CallAttempt(PhoneNumber.HIDDEN, PhoneNumber.parse("13700137000"), START, false, 1);
        calls.refused(hidden);
        assertThat(calls.isSecondCall(new CallAttempt(hidden.caller(), hidden.callee(), START + 1000, false, 2)))
                .isFalse();
    }

    @Test
    void aFloodOfRefusalsKeepsTheNewestAndNeverGrows() {
        for (int i = 0; i < 200_000; i++) {
            calls.refused(call("138" + (10_000_000 + i), "13700137000", i / 1_000));
        }
        assertThat(calls.isSecondCall(call("138" + (10_000_000 + 199_999), "13700137000", 200)))
                .isTrue();
    }

    private CallAttempt call(String caller, String callee, int second) {
        return new CallAttempt(
                PhoneNumber.parse(caller), PhoneNumber.parse(callee), START + second * 1000L, false, nextId++);
    }
}
