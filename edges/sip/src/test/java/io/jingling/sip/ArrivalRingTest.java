package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalRingTest {
    private record Datagram(byte[] bytes, long stamp, Peer peer) {}

    @Test
    void whatGoesInComesOutInItsOrderWithItsTimeAndPeer() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ArrivalRing ring = new ArrivalRing(16);
            Deque<Datagram> model = new ArrayDeque<>();
            byte[] into = new byte[ArrivalRing.DATAGRAM_MAX];
            for (int i = 0; i < 2_000; i++) {
                if (random.nextInt(100) < 55 && ring.hasRoom()) {
                    Datagram datagram = datagram(random, i);
                    ByteBuffer space = ring.space();
                    assertThat(space.remaining()).isEqualTo(ArrivalRing.DATAGRAM_MAX);
                    space.put(datagram.bytes());
                    ring.keep(datagram.peer(), datagram.stamp());
                    model.add(datagram);
                } else if (!model.isEmpty()) {
                    Datagram wanted = model.remove();
                    assertThat(ring.stamp()).as("seed %d", seed).isEqualTo(wanted.stamp());
                    assertThat(ring.peer()).isSameAs(wanted.peer());
                    int length = ring.take(into);
                    assertThat(Arrays.copyOf(into, length)).as("seed %d", seed).isEqualTo(wanted.bytes());
                }
                assertThat(ring.isEmpty()).isEqualTo(model.isEmpty());
            }
        }
    }

    @Test
    void itTakesAsManyDatagramsOfUsualSizeAsItWasMadeFor() {
        ArrivalRing ring = new ArrivalRing(4_096);
        int kept = 0;
        while (ring.hasRoom()) {
            ring.space().put(new byte[2_000]);
            ring.keep(new Peer(Desk.PEER, false, false), 0);
            kept++;
        }
        assertThat(kept).isEqualTo(4_096);
    }

    private static Datagram datagram(Random random, long stamp) {
        int length =
                switch (random.nextInt(8)) {
                    case 0 -> ArrivalRing.DATAGRAM_MAX;
                    case 1 -> 0;
                    default -> random.nextInt(3_000);
                };
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Datagram(bytes, stamp, new Peer(Desk.PEER, false, false));
    }
}
