package io.jingling.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The peers heard of, at most 1,024 of them: then it begins anew. Not for several threads. */
final class Peers {
    private static final int MAX = 1_024;

    private final List<AddressRange> identities;
    private final List<AddressRange> publicNumbers;
    private final List<Trunk> trunks;
    private final Map<InetSocketAddress, Peer> known = new HashMap<>();
    private Peer last = new Peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false, false);

    Peers(SipSettings.Trust trust) {
        this.identities = ranges("trusted-peers", trust.identities());
        this.publicNumbers = ranges("public-number-peers", trust.publicNumbers());
        this.trunks = trust.trunks().stream().map(Trunk::parse).toList();
    }

    Peer of(InetSocketAddress address) {
        if (last.address() == address) {
            return last;
        }
        Peer peer = known.get(address);
        if (peer == null) {
            if (known.size() == MAX) {
                known.clear();
            }
            peer = new Peer(address, isIn(identities, address), isIn(publicNumbers, address), trunk(address));
            known.put(address, peer);
        }
        last = peer;
        return peer;
    }

    private static List<AddressRange> ranges(String field, List<String> texts) {
        return texts.stream().map(text -> AddressRange.parse(field, text)).toList();
    }

    /** The first that has the address. */
    private long trunk(InetSocketAddress address) {
        return trunks.stream()
                .filter(trunk -> trunk.range().contains(address.getAddress()))
                .findFirst()
                .map(Trunk::name)
                .orElse(0L);
    }

    private static boolean isIn(List<AddressRange> ranges, InetSocketAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
    }
}
