package io.jingling.storage;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a call record that may name a person, as bytes, before they are sealed.
 *
 * <p>Big endian: format (1), caller's and callee's keys (8 + 8), then call id, user agent, media hash and
 * transcript, each as bytes of UTF-8 (4) and the text.
 */
final class CallRecordCodec {
    private static final int FORMAT = 1;

    private CallRecordCodec() {}

    /** What is sealed of a record. */
    record Personal(
            PhoneNumber caller,
            PhoneNumber callee,
            String callId,
            String userAgent,
            String mediaHash,
            String transcript) {}

    static byte[] write(CallRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(record.caller().key());
            out.writeLong(record.callee().key());
            writeText(out, record.callId());
            writeText(out, record.origin().userAgent());
            writeText(out, record.origin().mediaHash());
            writeText(out, record.origin().transcript());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Personal read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int format = in.get();
        if (format != FORMAT) {
            throw new IllegalArgumentException("call record: got format " + format + ", want " + FORMAT);
        }
        return new Personal(
                new PhoneNumber(in.getLong()), new PhoneNumber(in.getLong()), text(in), text(in), text(in), text(in));
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
