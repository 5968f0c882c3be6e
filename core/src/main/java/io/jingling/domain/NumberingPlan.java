package io.jingling.domain;

/** Tells a number's kind by its length and first digits, in a few divisions and no memory. */
final class NumberingPlan {
    private NumberingPlan() {}

    private static final long FIRST_MOBILE = 13_000_000_000L;
    private static final long BEYOND_MOBILE = 20_000_000_000L;
    private static final long MOBILE_BLOCK = 100_000_000L;

    static NumberKind kindOf(PhoneNumber number) {
        // Nearly all calls: one compare and a division by a constant.
        if (isMobile(number)) {
            return isVirtualOperator(number.value() / MOBILE_BLOCK) ? NumberKind.VIRTUAL_OPERATOR : NumberKind.MOBILE;
        }
        if (!number.isKnown()) {
            return number.equals(PhoneNumber.HIDDEN) ? NumberKind.HIDDEN : NumberKind.INVALID;
        }
        int length = number.length();
        int first = (int) number.prefix(1);
        return switch (first) {
            case 0 -> number.prefix(2) == 0 ? NumberKind.OVERSEAS : behindAreaCode(number, length);
            case 1 -> startingWithOne(number, length);
            case 4 -> length == 10 && number.prefix(3) == 400 ? NumberKind.SHARED_400 : local(length);
            case 7 -> length == 15 && number.prefix(3) == 700 ? NumberKind.PRIVACY_700 : local(length);
            case 8 -> length == 10 && number.prefix(3) == 800 ? NumberKind.FREE_800 : local(length);
            case 9 -> startingWithNine(number, length);
            default -> local(length);
        };
    }

    /** Digits of the area code with its trunk 0: 010 and 02x have three, all others four. */
    static int areaCodeLength(long firstThree) {
        return firstThree == 10 || firstThree >= 20 && firstThree <= 29 && firstThree != 26 ? 3 : 4;
    }

    static boolean isEmergency(long value, int length) {
        return switch (length) {
            case 3 -> value == 110 || value == 112 || value == 119 || value == 120 || value == 122 || value == 999;
            case 5 ->
                value == 12110
                        || value == 96110
                        || value == 12381
                        || value == 95110
                        || value == 12395
                        || value == 12119;
            default -> false;
        };
    }

    static boolean isMobile(PhoneNumber number) {
        return number.length() == 11 && number.value() >= FIRST_MOBILE && number.value() < BEYOND_MOBILE;
    }

    static boolean isHelpLine(PhoneNumber number) {
        boolean hotline = number.value() == 12345 && number.length() == 5
                || number.prefix(1) == 0 && number.prefix(2) != 0 && restBehindAreaCode(number) == 12345;
        return hotline || kindOf(number) == NumberKind.EMERGENCY;
    }

    private static NumberKind behindAreaCode(PhoneNumber number, int length) {
        int rest = length - areaCodeLength(number.prefix(3));
        return isEmergency(restBehindAreaCode(number), rest) ? NumberKind.EMERGENCY : NumberKind.FIXED_LINE;
    }

    /** Digits without those of an area code; all of them where there is none. */
    static int localDigits(PhoneNumber number) {
        boolean hasAreaCode = number.prefix(1) == 0 && number.prefix(2) != 0;
        return hasAreaCode ? number.length() - areaCodeLength(number.prefix(3)) : number.length();
    }

    private static long restBehindAreaCode(PhoneNumber number) {
        int area = areaCodeLength(number.prefix(3));
        return number.value() - number.prefix(area) * power(number.length() - area);
    }

    private static NumberKind startingWithOne(PhoneNumber number, int length) {
        if (isEmergency(number.value(), length)) {
            return NumberKind.EMERGENCY;
        }
        long three = number.prefix(3);
        if (three == 106 && length >= 8) {
            return NumberKind.SMS_PORT_106;
        }
        if (number.prefix(4) == 1010) {
            return NumberKind.ENTERPRISE_1010;
        }
        if (three == 100) {
            return NumberKind.CARRIER;
        }
        if (three == 125) {
            return NumberKind.SERVICE_125;
        }
        return length <= 6 && (three >= 110 && three <= 129) ? NumberKind.PUBLIC_SERVICE : NumberKind.OTHER;
    }

    private static boolean isVirtualOperator(long three) {
        return three == 162 || three == 165 || three == 167 || three == 170 || three == 171;
    }

    private static NumberKind startingWithNine(PhoneNumber number, int length) {
        if (isEmergency(number.value(), length)) {
            return NumberKind.EMERGENCY;
        }
        long two = number.prefix(2);
        if (two == 96 && length <= 8) {
            return NumberKind.SERVICE_96;
        }
        if (two != 95) {
            return local(length);
        }
        long three = number.prefix(3);
        boolean callCentre = three == 950 || three == 951 || three == 952 || three == 954 || three == 957;
        return callCentre ? NumberKind.CALL_CENTRE_95 : NumberKind.SERVICE_95;
    }

    private static NumberKind local(int length) {
        return length == 7 || length == 8 ? NumberKind.FIXED_LINE : NumberKind.OTHER;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
