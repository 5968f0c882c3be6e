package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TogetherTest {
    @Test
    @Timeout(60)
    void everyoneGetsTheirOwnResultAndManyAreDoneInOneGo() throws Exception {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Together<Integer, Integer> together = new Together<>("test", asked -> {
            sizes.add(asked.size());
            first.countDown();
            await(goOn);
            return asked.stream().map(one -> one * 2).toList();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> leader = threads.submit(() -> together.ask(0));
            first.await();
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                int asked = i;
                others.add(threads.submit(() -> together.ask(asked)));
            }
            while (together.waiting() < 100) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            assertThat(leader.get()).isZero();
            for (int i = 1; i <= 100; i++) {
                assertThat(others.get(i - 1).get()).isEqualTo(2 * i);
            }
        }
        assertThat(sizes).containsExactly(1, 100);
    }

    @Test
    void aFailureIsEverybodysInItAndNobodysAfter() {
        Together<Integer, Integer> together = new Together<>("test", asked -> {
            if (asked.contains(13)) {
                throw new StoreFailure("test", new IllegalStateException("away"));
            }
            return asked;
        });
        assertThatThrownBy(() -> together.ask(13)).isInstanceOf(StoreFailure.class);
        assertThat(together.ask(1)).isEqualTo(1);
        assertThat(together.askAll(List.of(1, 2))).containsExactly(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
