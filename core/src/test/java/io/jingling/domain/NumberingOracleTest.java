package io.jingling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** libphonenumber, which others maintain, judges what we read. */
class NumberingOracleTest {
    private static final long SEED = 20261123;
    private static final PhoneNumberUtil ORACLE = PhoneNumberUtil.getInstance();

    @Test
    void chineseNumbersInE164AreReadAsTheOracleReadsThem() throws NumberParseException {
        SplittableRandom random = new SplittableRandom(SEED);
        int mobiles = 0;
        int fixed = 0;
        for (int i = 0; i < 20_000; i++) {
            String national = random.nextBoolean()
                    ? "1" + random.nextLong(3_000_000_000L, 10_000_000_000L)
                    : String.valueOf(random.nextLong(1_000_000_000L, 100_000_000_000L));
            Phonenumber.PhoneNumber theirs = ORACLE.parse("+86" + national, "CN");
            PhoneNumberUtil.PhoneNumberType type = ORACLE.getNumberType(theirs);
            if (type == PhoneNumberUtil.PhoneNumberType.MOBILE) {
                String digits = ORACLE.getNationalSignificantNumber(theirs);
                PhoneNumber ours = PhoneNumber.parse("+86" + national);
                assertThat(ours.revealTo(Purpose.TEST)).as(national).isEqualTo(digits);
                assertThat(ours.kind()).as(national).isIn(NumberKind.MOBILE, NumberKind.VIRTUAL_OPERATOR);
                mobiles++;
            } else if (type == PhoneNumberUtil.PhoneNumberType.FIXED_LINE) {
                PhoneNumber ours = PhoneNumber.parse("+86" + national);
                assertThat(ours.kind()).as(national).isEqualTo(NumberKind.FIXED_LINE);
                assertThat(ours.revealTo(Purpose.TEST)).isEqualTo("0" + national);
                fixed++;
            }
        }
        assertThat(mobiles).as("mobiles seen").isGreaterThan(5_000);
        assertThat(fixed).as("fixed lines seen").isGreaterThan(200);
    }

    @Test
    void exampleNumbersOfEveryRegionAreOverseasAndKeepTheirDigits() {
        int seen = 0;
        for (String region : ORACLE.getSupportedRegions()) {
            Phonenumber.PhoneNumber example = ORACLE.getExampleNumber(region);
            if (example == null || example.getCountryCode() == 86) {
                continue;
            }
            String e164 = ORACLE.format(example, PhoneNumberFormat.E164);
            PhoneNumber ours = PhoneNumber.parse(e164);
            assertThat(ours.kind()).as(region).isEqualTo(NumberKind.OVERSEAS);
            assertThat(ours.revealTo(Purpose.TEST)).as(region).isEqualTo("00" + e164.substring(1));
            seen++;
        }
        assertThat(seen).isGreaterThan(200);
    }
}
