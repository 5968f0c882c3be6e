package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangesInOrderTest {
    private final ChangesInOrder changes = new ChangesInOrder("wishes", Duration.ofMillis(20));

    @Test
    void aChangeBehindOneThatHangsFailsInsteadOfWaitingForEver() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread other = Thread.ofVirtual()
                .start(() -> changes.make(List.of(), () -> {
                    begun.countDown();
                    return await(hangs);
                }));
        begun.await();
        assertThatThrownBy(() -> changes.make(numbers(1), () -> 1))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("wishes");
        hangs.countDown();
        other.join();
        assertThat(changes.make(numbers(1), () -> 2)).isEqualTo(2);
        assertThat(changes.waiting()).as("nothing was tried").isZero();
    }

    @Test
    void changesAreRefusedWhereTooManyAreUnsettled() {
        List<PhoneNumber> many = numbers(ChangesInOrder.UNSETTLED_MAX);
        fail(many);
        assertThat(changes.waiting()).isEqualTo(many.size());
        List<String> tried = new ArrayList<>();
        assertThatThrownBy(() -> changes.make(numbers(1), () -> tried.add("tried")))
                .isInstanceOf(StoreFailure.class);
        assertThat(tried).isEmpty();
        changes.settle(many.size(), some -> assertThat(some).isEqualTo(many));
        assertThat(changes.make(numbers(1), () -> tried.add("tried"))).isTrue();
    }

    @Test
    void theyAreSettledSomeAtATime() {
        fail(numbers(5));
        List<PhoneNumber> settled = new ArrayList<>();
        for (int left = 5; left > 0; left = changes.waiting()) {
            changes.settle(2, settled::addAll);
        }
        assertThat(settled).isEqualTo(numbers(5));
    }

    private void fail(List<PhoneNumber> whose) {
        assertThatThrownBy(() -> changes.make(whose, () -> {
                    throw new StoreFailure("wishes", new IllegalStateException("away"));
                }))
                .isInstanceOf(StoreFailure.class);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<PhoneNumber> numbers(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> PhoneNumber.parse(Long.toString(13_000_000_000L + i)))
                .toList();
    }
}
