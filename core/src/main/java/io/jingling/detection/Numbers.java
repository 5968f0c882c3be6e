package io.jingling.detection;

import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;

/** What the two numbers of a call say by themselves. */
final class Numbers {
    private Numbers() {}

    static void read(TimedCall call, float[] features) {
        NumberKind kind = call.from.kind();
        set(features, Feature.IS_MOBILE, kind == NumberKind.MOBILE ? 1 : 0);
        set(features, Feature.IS_VIRTUAL, kind == NumberKind.VIRTUAL_OPERATOR ? 1 : 0);
        set(features, Feature.IS_FIXED_LINE, kind == NumberKind.FIXED_LINE ? 1 : 0);
        set(features, Feature.IS_OVERSEAS, kind == NumberKind.OVERSEAS ? 1 : 0);
        set(features, Feature.IS_PRIVACY, kind == NumberKind.PRIVACY_700 ? 1 : 0);
        boolean isService =
                switch (kind) {
                    case SERVICE_95,
                            CALL_CENTRE_95,
                            SERVICE_96,
                            SHARED_400,
                            FREE_800,
                            ENTERPRISE_1010,
                            SERVICE_125,
                            CARRIER,
                            PUBLIC_SERVICE -> true;
                    case MOBILE,
                            VIRTUAL_OPERATOR,
                            FIXED_LINE,
                            PRIVACY_700,
                            SMS_PORT_106,
                            EMERGENCY,
                            OVERSEAS,
                            HIDDEN,
                            INVALID,
                            OTHER -> false;
                };
        set(features, Feature.IS_SERVICE, isService ? 1 : 0);
        set(features, Feature.DIGITS_LIKE_CALLEE, alike(call.from, call.to));
    }

    /** How many first digits are the same. */
    private static int alike(PhoneNumber one, PhoneNumber other) {
        int digits = Math.min(one.length(), other.length());
        while (digits > 0 && one.prefix(digits) != other.prefix(digits)) {
            digits--;
        }
        return digits;
    }

    private static void set(float[] features, Feature feature, float value) {
        features[feature.ordinal()] = value;
    }
}
