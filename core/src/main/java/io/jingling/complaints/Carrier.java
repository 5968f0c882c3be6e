package io.jingling.complaints;

import io.jingling.domain.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/**
 * The carrier that a mobile's block was given to (工信部码号). Who took the number along to another carrier since (携号转网)
 * cannot be told from it; the carrier that it is handed over to knows, and hands it on.
 */
public enum Carrier {
    CHINA_MOBILE("中国移动"),
    CHINA_UNICOM("中国联通"),
    CHINA_TELECOM("中国电信"),
    CHINA_BROADNET("中国广电"),
    RESALE("移动转售");

    private static final Map<Integer, Carrier> BLOCKS = Map.ofEntries(
            block(130, CHINA_UNICOM),
            block(131, CHINA_UNICOM),
            block(132, CHINA_UNICOM),
            block(133, CHINA_TELECOM),
            block(134, CHINA_MOBILE),
            block(135, CHINA_MOBILE),
            block(136, CHINA_MOBILE),
            block(137, CHINA_MOBILE),
            block(138, CHINA_MOBILE),
            block(139, CHINA_MOBILE),
            block(145, CHINA_UNICOM),
            block(146, CHINA_UNICOM),
            block(147, CHINA_MOBILE),
            block(148, CHINA_MOBILE),
            block(149, CHINA_TELECOM),
            block(150, CHINA_MOBILE),
            block(151, CHINA_MOBILE),
            block(152, CHINA_MOBILE),
            block(153, CHINA_TELECOM),
            block(155, CHINA_UNICOM),
            block(156, CHINA_UNICOM),
            block(157, CHINA_MOBILE),
            block(158, CHINA_MOBILE),
            block(159, CHINA_MOBILE),
            block(166, CHINA_UNICOM),
            block(172, CHINA_MOBILE),
            block(173, CHINA_TELECOM),
            block(175, CHINA_UNICOM),
            block(176, CHINA_UNICOM),
            block(177, CHINA_TELECOM),
            block(178, CHINA_MOBILE),
            block(180, CHINA_TELECOM),
            block(181, CHINA_TELECOM),
            block(182, CHINA_MOBILE),
            block(183, CHINA_MOBILE),
            block(184, CHINA_MOBILE),
            block(185, CHINA_UNICOM),
            block(186, CHINA_UNICOM),
            block(187, CHINA_MOBILE),
            block(188, CHINA_MOBILE),
            block(189, CHINA_TELECOM),
            block(190, CHINA_TELECOM),
            block(191, CHINA_TELECOM),
            block(192, CHINA_BROADNET),
            block(193, CHINA_TELECOM),
            block(195, CHINA_MOBILE),
            block(196, CHINA_UNICOM),
            block(197, CHINA_MOBILE),
            block(198, CHINA_MOBILE),
            block(199, CHINA_TELECOM));

    private final String chinese;

    Carrier(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String word() {
        return Words.of(this);
    }

    /** Of a mobile; empty where its block is not known. */
    public static Optional<Carrier> of(PhoneNumber number) {
        return switch (number.kind()) {
            case VIRTUAL_OPERATOR -> Optional.of(RESALE);
            case MOBILE -> Optional.ofNullable(BLOCKS.get((int) number.prefix(3)));
            case CARRIER ->
                switch ((int) number.prefix(5)) {
                    case 10086 -> Optional.of(CHINA_MOBILE);
                    case 10010 -> Optional.of(CHINA_UNICOM);
                    case 10000 -> Optional.of(CHINA_TELECOM);
                    case 10099 -> Optional.of(CHINA_BROADNET);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Map.Entry<Integer, Carrier> block(int prefix, Carrier carrier) {
        return Map.entry(prefix, carrier);
    }
}
