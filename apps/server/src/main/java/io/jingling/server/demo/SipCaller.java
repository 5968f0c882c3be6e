package io.jingling.server.demo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A telephone exchange of one line: INVITE, answer, ACK over UDP (RFC 3261 §17.1.1). Not for several threads. */
final class SipCaller implements AutoCloseable {
    static final int NO_ANSWER = 0;
    private static final int ANSWER_WITHIN_MS = 500;
    private static final int DATAGRAM_MAX = 65_535;

    private final DatagramSocket socket;
    private final String here;
    private final String there;
    private final String ids;
    private long calls;

    /**
     * @param from a loopback address to call from
     * @param port where SIP listens on loopback
     * @param ids tells this exchange's calls from another's
     */
    SipCaller(InetAddress from, int port, String ids) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        socket = new DatagramSocket(0, from);
        socket.connect(loopback, port);
        socket.setSoTimeout(ANSWER_WITHIN_MS);
        here = from.getHostAddress() + ":" + socket.getLocalPort();
        there = loopback.getHostAddress() + ":" + port;
        this.ids = ids;
    }

    /** The final answer's status code, or {@link #NO_ANSWER}. */
    int call(DemoCall call) throws IOException {
        calls++;
        send(request("INVITE", call, ""));
        byte[] buffer = new byte[DATAGRAM_MAX];
        DatagramPacket answer = new DatagramPacket(buffer, buffer.length);
        String callId = "Call-ID: " + callId();
        // Bounded: an answer to an earlier call may come late, and the socket gives up by itself.
        for (int i = 0; i < 10; i++) {
            try {
                socket.receive(answer);
            } catch (SocketTimeoutException none) {
                return NO_ANSWER;
            }
            String text = new String(buffer, 0, answer.getLength(), StandardCharsets.UTF_8);
            int status = status(text);
            if (text.contains(callId) && status >= 200) {
                send(request("ACK", call, tag(text)));
                return status;
            }
        }
        return NO_ANSWER;
    }

    private String request(String method, DemoCall call, String toTag) {
        boolean hidden = call.caller().isEmpty();
        String from =
                hidden ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>" : "<sip:" + call.caller() + "@" + here + ">";
        return method + " sip:" + call.callee() + "@" + there + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + here + ";branch=z9hG4bK-demo-" + callId() + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: " + from + ";tag=demo" + calls + "\r\n"
                + "To: <sip:" + call.callee() + "@" + there + ">" + toTag + "\r\n"
                + "Call-ID: " + callId() + "\r\n"
                + "CSeq: 1 " + method + "\r\n"
                + "Contact: <sip:demo@" + here + ">\r\n"
                + (hidden ? "Privacy: id\r\n" : "")
                + userAgent(call)
                + "Content-Length: 0\r\n\r\n";
    }

    private static String userAgent(DemoCall call) {
        String name = call.line().userAgent();
        return name.isEmpty() ? "" : "User-Agent: " + name + "\r\n";
    }

    private String callId() {
        return "demo-" + ids + "-" + calls;
    }

    private void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length));
    }

    private static int status(String answer) {
        return answer.length() > 12 && answer.startsWith("SIP/2.0 ") ? Integer.parseInt(answer.substring(8, 11)) : 0;
    }

    /** The tag that the answer put to the To header, which the ACK must have too. */
    private static String tag(String answer) {
        int to = answer.indexOf("\r\nTo:");
        int end = answer.indexOf("\r\n", to + 2);
        int tag = to < 0 ? -1 : answer.substring(to, end).indexOf(";tag=");
        return tag < 0 ? "" : answer.substring(to + tag, end);
    }

    @Override
    public void close() {
        socket.close();
    }
}
