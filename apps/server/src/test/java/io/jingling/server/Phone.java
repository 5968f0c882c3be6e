package io.jingling.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Calls over SIP and UDP, and gives back the whole answer. */
final class Phone implements AutoCloseable {
    private final DatagramSocket socket;
    private final int port;
    private int calls;

    Phone(int port) {
        try {
            this.port = port;
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From a number to a number. */
    String call(String caller, String callee) {
        return invite("<sip:" + caller + "@127.0.0.1>", callee, "");
    }

    String callHidden(String callee) {
        return invite("\"Anonymous\" <sip:anonymous@anonymous.invalid>", callee, "Privacy: id\r\n");
    }

    private String invite(String from, String callee, String more) {
        calls++;
        String id = "call-" + socket.getLocalPort() + "-" + calls;
        String message = "INVITE sip:" + callee + "@127.0.0.1:" + port + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort() + ";branch=z9hG4bK" + id + "\r\n"
                + "Max-Forwards: 70\r\nFrom: " + from + ";tag=t" + calls + "\r\n"
                + "To: <sip:" + callee + "@127.0.0.1>\r\nCall-ID: " + id + "\r\nCSeq: 1 INVITE\r\n" + more
                + "Content-Length: 0\r\n\r\n";
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[65_535];
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(buffer, buffer.length);
            socket.receive(answer);
            String text = new String(buffer, 0, answer.getLength(), StandardCharsets.UTF_8);
            if (!text.contains(id)) {
                throw new AssertionError("got an answer to another call: " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
