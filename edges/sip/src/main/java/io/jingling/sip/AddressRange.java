package io.jingling.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of IP addresses, such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single one. */
final class AddressRange {
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads one, and never asks a name server.
     *
     * @param field named where it is none
     */
    static AddressRange parse(String field, String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        try {
            if (LITERAL.matcher(address).matches()) {
                byte[] network = InetAddress.getByName(address).getAddress();
                int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= network.length * 8) {
                    return new AddressRange(network, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            // Said below, in the same words.
        }
        throw new IllegalArgumentException(
                field + ": got \"" + text + "\", want an address or a block such as 192.0.2.0/24");
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int shift = Math.max(0, 8 - (bits - bit));
            if ((network[bit / 8] & 0xFF) >>> shift != (other[bit / 8] & 0xFF) >>> shift) {
                return false;
            }
        }
        return true;
    }
}
