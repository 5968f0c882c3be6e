package io.jingling.server.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts calls to SIP, each trunk from an address of its own on loopback, as trunks are known by their peers' addresses. Where
 * a system has but one such address all calls come from it, and their trunk is not known.
 */
final class SipExchange implements Exchange, AutoCloseable {
    private static final int REFUSED_FROM = 600;
    private static final Map<String, String> ADDRESSES =
            Map.of(StockTips.TRUNK, "127.0.0.17", Courier.LINE.trunk(), "127.0.0.103");

    private final SipCaller town;
    private final Map<String, SipCaller> trunks = new LinkedHashMap<>();

    /**
     * @param port where SIP listens on loopback
     * @param ids tells this town's calls from another's
     */
    SipExchange(int port, String ids) throws IOException {
        town = new SipCaller(InetAddress.getLoopbackAddress(), port, ids);
        for (Map.Entry<String, String> one : ADDRESSES.entrySet()) {
            trunks.put(one.getKey(), over(one, port, ids));
        }
    }

    /** As the setting for names of trunks has them. */
    static String trunkNames() {
        return ADDRESSES.entrySet().stream()
                .map(one -> one.getValue() + "/32=" + one.getKey())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private SipCaller over(Map.Entry<String, String> trunk, int port, String ids) {
        try {
            return new SipCaller(InetAddress.getByName(trunk.getValue()), port, ids + "-" + trunk.getKey());
        } catch (IOException noSuchAddress) {
            return town;
        }
    }

    @Override
    public boolean rings(DemoCall call) throws IOException {
        return trunks.getOrDefault(call.line().trunk(), town).call(call) < REFUSED_FROM;
    }

    @Override
    public void close() {
        town.close();
        trunks.values().forEach(SipCaller::close);
    }
}
