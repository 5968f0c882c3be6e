package io.jingling.sip;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Whom a message came from, with what is believed of it; made once and kept, as its address is
 * needed as text in every answer.
 */
final class Peer {
    private final InetSocketAddress address;
    private final byte[] host;
    private final boolean trusted;
    private final boolean entitled;
    private final long trunk;
    private InetSocketAddress other;

    Peer(InetSocketAddress address, boolean trusted, boolean entitled) {
        this(address, trusted, entitled, 0);
    }

    /** @param trunk see {@link io.jingling.domain.CallAttempt#trunk} */
    Peer(InetSocketAddress address, boolean trusted, boolean entitled, long trunk) {
        this.trunk = trunk;
        this.address = address;
        this.trusted = trusted;
        this.entitled = entitled;
        this.other = address;
        String text = address.getAddress().getHostAddress();
        int zone = text.indexOf('%');
        this.host = (zone < 0 ? text : text.substring(0, zone)).getBytes(StandardCharsets.US_ASCII);
    }

    InetSocketAddress address() {
        return address;
    }

    /** The same host at another port, where its Via wants the answer. */
    InetSocketAddress at(int port) {
        if (other.getPort() != port) {
            other = port == address.getPort() ? address : new InetSocketAddress(address.getAddress(), port);
        }
        return other;
    }

    int port() {
        return address.getPort();
    }

    /** The address as a Via's {@code received} has it. */
    byte[] host() {
        return host;
    }

    /** True where its P-Asserted-Identity is believed (RFC 3325 §5). */
    boolean isTrusted() {
        return trusted;
    }

    /** The trunk that it is, by the name's hash; 0 where it has none. */
    long trunk() {
        return trunk;
    }

    /** True where it may present emergency and public numbers. */
    boolean isEntitled() {
        return entitled;
    }
}
