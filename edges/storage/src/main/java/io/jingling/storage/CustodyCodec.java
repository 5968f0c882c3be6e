package io.jingling.storage;

import io.jingling.custody.Access;
import io.jingling.custody.Person;
import io.jingling.custody.Release;
import io.jingling.custody.Release.State;
import io.jingling.custody.Release.Wish;
import io.jingling.custody.Subject;
import io.jingling.domain.PhoneNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Releases and lines of the access log as bytes, before they are sealed.
 *
 * <p>Big endian: format 1 (1), then fields in their order: a text is its length (4) and UTF-8, a time seconds (8) and nanoseconds (4), a
 * person key, name, role and since, a number its key (8).
 */
final class CustodyCodec {
    private static final byte FORMAT = 1;
    private static final byte ASKED = 0;
    private static final byte RELEASED = 1;
    private static final byte REFUSED = 2;
    private static final int TIME_BYTES = Long.BYTES + Integer.BYTES;

    private CustodyCodec() {}

    static byte[] write(Release release) {
        Wish wish = release.wish();
        Writer out = new Writer(roomFor(release))
                .text(wish.subject().word())
                .text(wish.subject().id())
                .text(wish.caseId())
                .text(wish.reason())
                .person(release.asker())
                .time(release.asked());
        out.bytes.putInt(release.numbers().size());
        release.numbers().forEach(number -> out.bytes.putLong(number.key()));
        switch (release.state()) {
            case State.Asked(Instant until) -> out.code(ASKED).time(until);
            case State.Released(Person by, Instant at, Instant until) ->
                out.code(RELEASED).person(by).time(at).time(until);
            case State.Refused(Person by, Instant at, String reason) ->
                out.code(REFUSED).person(by).time(at).text(reason);
        }
        return out.done();
    }

    static Release release(UUID id, byte[] plain) {
        Reader in = new Reader(plain);
        Wish wish = new Wish(Subject.of(in.text(), in.text()), in.text(), in.text());
        Person asker = in.person();
        Instant asked = in.time();
        List<PhoneNumber> numbers = new ArrayList<>();
        for (int left = in.bytes.getInt(); left > 0; left--) {
            numbers.add(new PhoneNumber(in.bytes.getLong()));
        }
        return new Release(id, wish, numbers, asker, asked, in.state());
    }

    static byte[] write(Access access) {
        int texts = Stream.of(access.release(), access.caseId(), access.what(), access.reason())
                .mapToInt(CustodyCodec::bytesMax)
                .sum();
        return new Writer(1 + TIME_BYTES + bytesMax(access.step().word()) + roomFor(access.who()) + texts)
                .time(access.at())
                .text(access.step().name())
                .person(access.who())
                .text(access.release())
                .text(access.caseId())
                .text(access.what())
                .text(access.reason())
                .done();
    }

    static Access access(byte[] plain) {
        Reader in = new Reader(plain);
        return new Access(
                in.time(), Access.Step.valueOf(in.text()), in.person(), in.text(), in.text(), in.text(), in.text());
    }

    private static int roomFor(Release release) {
        Wish wish = release.wish();
        int state =
                switch (release.state()) {
                    case State.Asked asked -> TIME_BYTES;
                    case State.Released released -> roomFor(released.by()) + 2 * TIME_BYTES;
                    case State.Refused refused -> roomFor(refused.by()) + TIME_BYTES + bytesMax(refused.reason());
                };
        return 2
                + bytesMax(wish.subject().text())
                + Integer.BYTES
                + bytesMax(wish.caseId())
                + bytesMax(wish.reason())
                + roomFor(release.asker())
                + TIME_BYTES
                + Integer.BYTES
                + Long.BYTES * release.numbers().size()
                + state;
    }

    private static int roomFor(Person person) {
        return bytesMax(person.key()) + bytesMax(person.name()) + bytesMax(person.role()) + TIME_BYTES;
    }

    /** No character takes more than three bytes in UTF-8. */
    private static int bytesMax(String text) {
        return Integer.BYTES + 3 * text.length();
    }

    private static final class Writer {
        private final ByteBuffer bytes;

        Writer(int room) {
            bytes = ByteBuffer.allocate(room).put(FORMAT);
        }

        Writer code(byte code) {
            bytes.put(code);
            return this;
        }

        Writer text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.putInt(utf8.length).put(utf8);
            return this;
        }

        Writer time(Instant time) {
            bytes.putLong(time.getEpochSecond()).putInt(time.getNano());
            return this;
        }

        Writer person(Person person) {
            return text(person.key()).text(person.name()).text(person.role()).time(person.since());
        }

        byte[] done() {
            byte[] written = new byte[bytes.position()];
            bytes.flip().get(written);
            return written;
        }
    }

    private static final class Reader {
        private final ByteBuffer bytes;

        Reader(byte[] plain) {
            bytes = ByteBuffer.wrap(plain);
            byte format = bytes.get();
            if (format != FORMAT) {
                throw new IllegalArgumentException("custody: got format " + format + ", want " + FORMAT);
            }
        }

        String text() {
            byte[] utf8 = new byte[bytes.getInt()];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }

        Instant time() {
            return Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
        }

        Person person() {
            return new Person(text(), text(), text(), time());
        }

        State state() {
            byte code = bytes.get();
            return switch (code) {
                case ASKED -> new State.Asked(time());
                case RELEASED -> new State.Released(person(), time(), time());
                case REFUSED -> new State.Refused(person(), time(), text());
                default -> throw new IllegalArgumentException("release: got state " + code + ", want 0 to 2");
            };
        }
    }
}
