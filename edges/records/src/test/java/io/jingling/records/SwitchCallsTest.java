package io.jingling.records;

import static io.jingling.records.Reading.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of Asterisk, FreeSWITCH and Kamailio. */
class SwitchCallsTest {
    private static final String ASTERISK = """
            "acct","13800001111","13900000001","from-trunk","""
            + "\"\"\"Li\"\" <13800001111>\",\"PJSIP/trunk-0000002a\",\"PJSIP/1001-0000002b\",\"Dial\",\"PJSIP/1001,30\","
            + "\"2026-11-22 10:00:00\",\"2026-11-22 10:00:04\",\"2026-11-22 10:01:05\",65,61,\"ANSWERED\","
            + "\"DOCUMENTATION\",\"1763776800.42\",\"\"\n";
    private static final String FREESWITCH =
            "\"Li\",\"13800001111\",\"13900000001\",\"public\",\"2026-11-22 10:00:00\",\"2026-11-22 10:00:04\","
                    + "\"2026-11-22 10:01:05\",\"65\",\"61\",\"NORMAL_CLEARING\",\"a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d\","
                    + "\"\",\"acct\",\"PCMA\",\"PCMA\"\n";
    private static final String ACC_INVITE = "Nov 22 10:00:04 sbc kamailio[77]: NOTICE: acc [acc.c:275]: "
            + "acc_log_request(): ACC: transaction answered: timestamp=1795312804;method=INVITE;from_tag=a;to_tag=b;"
            + "call_id=x1@host;code=200;reason=OK;src_user=13800001111;src_domain=d;src_ip=10.0.0.1;"
            + "dst_ouser=13900000001;dst_user=1001;dst_domain=d\n";
    private static final String ACC_BYE = "Nov 22 10:01:05 sbc kamailio[77]: NOTICE: acc [acc.c:275]: "
            + "acc_log_request(): ACC: transaction answered: timestamp=1795312865;method=BYE;from_tag=b;to_tag=a;"
            + "call_id=x1@host;code=200;reason=OK;src_user=13900000001;dst_user=13800001111\n";
    private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

    @Test
    void anAsteriskCallRangAndWasTalked() {
        CallRecord call = only(CallFormat.ASTERISK, ASTERISK);
        assertThat(call.callId()).startsWith("1763776800.42-").hasSize(14 + 16);
        assertThat(call.start()).isEqualTo(START);
        assertThat(call.caller()).isEqualTo(PhoneNumber.parse("13800001111"));
        assertThat(call.callee()).isEqualTo(PhoneNumber.parse("13900000001"));
        assertThat(call.answered()).isTrue();
        assertThat(call.ring()).isEqualTo(Duration.ofSeconds(4));
        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(61));
        assertThat(call.cause()).isEqualTo("ANSWERED");
        assertThat(call.origin().trunk()).isEqualTo("PJSIP/trunk");
        assertThat(call.origin().tenant()).isEqualTo("acct");
    }

    @Test
    void anAsteriskCallNobodyTookRangToItsEnd() {
        CallRecord call = only(
                CallFormat.ASTERISK,
                ASTERISK.replace("\"2026-11-22 10:00:04\"", "").replace("ANSWERED", "NO ANSWER"));
        assertThat(call.answered()).isFalse();
        assertThat(call.ring()).isEqualTo(Duration.ofSeconds(65));
        assertThat(call.duration()).isZero();
        assertThat(call.cause()).isEqualTo("NO ANSWER");
    }

    @Test
    void asteriskWithoutUniqueIdIsTakenAndTheSameLineHasTheSameId() {
        String sixteen = ASTERISK.replace(",\"1763776800.42\",\"\"", "");
        CallRecord call = only(CallFormat.ASTERISK, sixteen);
        assertThat(call.callId()).isEqualTo(only(CallFormat.ASTERISK, sixteen).callId());
        assertThat(call.callId())
                .isNotEqualTo(only(CallFormat.ASTERISK, sixteen.replace("0000002a", "0000002c"))
                        .callId());
    }

    @Test
    void twoTelephonesThatRangForOneAsteriskCallAreTwoRecords() {
        Reading<CallRecord> reading =
                read(CallFormat.ASTERISK, ASTERISK + ASTERISK.replace("PJSIP/1001-", "PJSIP/1002-"));
        assertThat(reading.values().stream().map(CallRecord::callId).distinct()).hasSize(2);
    }

    @Test
    void numbersInNamesOfTrunksAndAccountsAreMasked() {
        CallRecord call = only(
                CallFormat.ASTERISK,
                ASTERISK.replace("PJSIP/trunk-0000002a", "Local/13800001111@out-0000002a;1")
                        .replace("\"acct\"", "\"01012345678\""));
        assertThat(call.origin().trunk()).isEqualTo("Local/138****@out");
        assertThat(call.origin().tenant()).isEqualTo("010****");
        assertThat(call.callId()).doesNotContain("138000");
    }

    @Test
    void aFreeSwitchCallRangAndWasTalked() {
        CallRecord call = only(CallFormat.FREESWITCH, FREESWITCH);
        assertThat(call.callId()).isEqualTo("a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d");
        assertThat(call.start()).isEqualTo(START);
        assertThat(call.ring()).isEqualTo(Duration.ofSeconds(4));
        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(61));
        assertThat(call.cause()).isEqualTo("NORMAL_CLEARING");
        assertThat(call.origin().tenant()).isEqualTo("acct");
    }

    @Test
    void theLongerTemplatesOfFreeSwitchAreTaken() {
        String snom = FREESWITCH.strip().replace(",\"acct\"", ", \"acct\"")
                + ",\"Snom/8.7\",\"code\",\"rx\",\"tx\",\"file\"\n";
        CallRecord call = only(CallFormat.FREESWITCH, snom);
        assertThat(call.origin().userAgent()).isEqualTo("Snom/8.7");
        assertThat(call.origin().tenant()).isEqualTo("acct");
        assertThat(only(CallFormat.FREESWITCH, FREESWITCH.replace(",\"PCMA\",\"PCMA\"", ""))
                        .answered())
                .isTrue();
    }

    @Test
    void freeSwitchWritesWithoutANumberAreHidden() {
        assertThat(only(CallFormat.FREESWITCH, FREESWITCH.replace("\"13800001111\"", "\"0000000000\""))
                        .caller())
                .isEqualTo(PhoneNumber.HIDDEN);
    }

    @Test
    void anInviteAndItsByeAreOneKamailioCall() {
        CallRecord call = only(CallFormat.KAMAILIO, "a line of another program\n" + ACC_INVITE + ACC_BYE);
        assertThat(call.callId()).isEqualTo("x1@host");
        assertThat(call.start()).isEqualTo(Instant.ofEpochSecond(1_795_312_804));
        assertThat(call.caller()).isEqualTo(PhoneNumber.parse("13800001111"));
        assertThat(call.callee()).isEqualTo(PhoneNumber.parse("13900000001"));
        assertThat(call.answered()).isTrue();
        assertThat(call.ring()).isZero();
        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(61));
        assertThat(call.releasedBy()).isEqualTo(ReleasedBy.CALLEE);
        assertThat(call.cause()).isEqualTo("200 OK");
        assertThat(only(CallFormat.KAMAILIO, ACC_INVITE + ACC_BYE.replace("from_tag=b;to_tag=a", "from_tag=a;to_tag=b"))
                        .releasedBy())
                .isEqualTo(ReleasedBy.CALLER);
    }

    @Test
    void aRefusedInviteIsAKamailioCallByItselfAndAChallengeIsNone() {
        String busy = ACC_INVITE.replace("code=200;reason=OK", "code=486;reason=Busy; here");
        String challenge = ACC_INVITE.replace("code=200;reason=OK", "code=407;reason=Proxy Authentication Required");
        CallRecord call = only(CallFormat.KAMAILIO, challenge + busy);
        assertThat(call.answered()).isFalse();
        assertThat(call.cause()).isEqualTo("486 Busy; here");
        assertThat(call.callId()).isEqualTo("x1@host#486");
    }

    @Test
    void halfAKamailioCallIsRefusedAndTheOtherHalfToo() {
        String other = ACC_BYE.replace("x1@host", "x2@host");
        assertThat(read(CallFormat.KAMAILIO, ACC_INVITE + other).sentences())
                .containsExactly(
                        "line 2: call: got no INVITE before it in this file, want the INVITE it ends",
                        "line 1: call: got no BYE behind it in this file, "
                                + "want the BYE that ends it (join the files it is spread over)");
    }

    @Test
    void answeredCallsThatNeverEndAreGivenUpInBoundedMemory() {
        String invites = IntStream.range(0, 3)
                .mapToObj(i -> ACC_INVITE.replace("x1@host", "y" + i + "@host"))
                .collect(Collectors.joining());
        StringBuilder many = new StringBuilder(invites);
        for (int i = 3; i < KamailioCalls.OPEN_MAX + 2; i++) {
            many.append("ACC: x: timestamp=1795312804;method=INVITE;call_id=")
                    .append(i)
                    .append(";code=200;src_user=13800001111;dst_user=13900000001\n");
        }
        Reading<CallRecord> reading = read(CallFormat.KAMAILIO, many.toString());
        assertThat(reading.rejects()).hasSize(KamailioCalls.OPEN_MAX + 2);
        assertThat(reading.sentences().subList(0, 2))
                .allMatch(why -> why.contains("no BYE among the next 100000 answered calls"));
    }

    @Test
    void theTableOfKamailioIsReadToo() {
        CallRecord call = only(
                CallFormat.KAMAILIO,
                "id,method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_ouser,dst_user\n"
                        + "1,INVITE,a,b,x1@host,200,OK,2026-11-22 10:00:04,13800001111,13900000001,1001\n"
                        + "2,ACK,a,b,x1@host,200,OK,2026-11-22 10:00:04,13800001111,13900000001,1001\n"
                        + "3,BYE,a,b,x1@host,200,OK,2026-11-22 10:01:05,13800001111,13900000001,1001\n");
        assertThat(call.start()).isEqualTo(START.plusSeconds(4));
        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void aTableWithoutTheNumbersIsOneError() {
        assertThatThrownBy(
                        () -> read(CallFormat.KAMAILIO, "id,method,from_tag,to_tag,callid,sip_code,sip_reason,time\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("header: got \"id,method,from_tag,to_tag,callid,sip_code,sip_reason,time\", "
                        + "want method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_user");
    }

    @Test
    void timesOfASwitchAreOfTheZoneThatWasGiven() {
        CallFormat.Times utc = new CallFormat.Times(ZoneOffset.UTC, Reading.NOW);
        assertThat(Reading.of(CallFormat.ASTERISK.read(Reading.utf8(ASTERISK), utc))
                        .values()
                        .getFirst()
                        .start())
                .isEqualTo(START.plus(Duration.ofHours(8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ASTERISK | "13900000001" | "s" | dst: got "s" (letters or signs in it), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            ASTERISK | "13800001111", | "sip-user", | src: got "sip-user" (letters or signs in it), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            ASTERISK | "2026-11-22 10:01:05" | "2026-11-22 09:01:05" | end: got 2026-11-22T01:01:05Z, before the start, want a time not before the start
            ASTERISK | "2026-11-22 10:00:04" | "2026-11-22 10:02:04" | answer: got 2026-11-22T02:02:04Z, want a time between the start and the end
            ASTERISK | "2026-11-22 10:00:00" | "22.11.2026 10:00" | start: got "22.1*.**** **:**", want a time such as 2026-11-23 09:30:00
            ASTERISK | "2026-11-22 10:00:00" | "1999-11-22 10:00:00" | start: got 1999-11-22T02:00:00Z, want 2000-01-01 to five minutes from now
            ASTERISK | "2026-11-22 10:01:05" | "2026-11-24 10:01:05" | end: got an end at 2026-11-24T02:01:05Z, want one at most five minutes from now
            ASTERISK | "2026-11-22 10:00:00" | "2026-11-20 10:00:00" | ring_ms: got 172804000, want 0 to 86400000
            FREESWITCH | "2026-11-22 10:01:05" | "2026-11-24 10:01:05" | end_stamp: got an end at 2026-11-24T02:01:05Z, want one at most five minutes from now
            ASTERISK | "2026-11-22 10:01:05" | "+999999999-01-01 10:01:05" | end: got "+999******-**-** **:**:**", want a time such as 2026-11-23 09:30:00
            ASTERISK | ,"DOCUMENTATION","1763776800.42","" | | columns: got 15, want 16 to 18
            FREESWITCH | "13900000001" | "voicemail" | destination_number: got "voicemail" (letters or signs in it), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            FREESWITCH | a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d | 17 | uuid: got "17", want a UUID in column 11 (template example)
            FREESWITCH | "2026-11-22 10:01:05" | "" | end_stamp: got nothing, want a time such as 2026-11-23 09:30:00
            FREESWITCH | "Li" | "Li "Bo" Li" | line: got text behind a closing quote, want fields quoted by RFC 4180
            KAMAILIO | src_user=13800001111 | src_user=alice | src_user: got "alice" (letters or signs in it), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            KAMAILIO | dst_ouser=13900000001;dst_user=1001; | | dst_user: got "" (no digits), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            KAMAILIO | code=200 | code=OK | code: got "OK", want a whole number from 100 to 699
            KAMAILIO | timestamp=1795312804 | timestamp=soon | timestamp: got "soon", want a whole number from 0 to 253402300799
            KAMAILIO | call_id=x1@host; | | call_id: got nothing, want the Call-ID
            KAMAILIO | timestamp=1795312804;method=INVITE | timestamp=1895312804;method=INVITE | call: got no BYE behind it in this file, want the BYE that ends it (join the files it is spread over)
            """)
    void aBadLineIsNamedAndTheRestIsTaken(CallFormat format, String good, String bad, String sentence) {
        String line = good(format).replace(good, Optional.ofNullable(bad).orElse(""));
        Reading<CallRecord> reading = read(format, line + good(format).replace("x1@host", "x9@host") + ending(format));
        assertThat(reading.sentences()).containsExactly("line 1: " + sentence);
        assertThat(reading.values()).hasSize(1);
    }

    @Test
    void aByeBeforeItsInviteIsRefused() {
        assertThat(read(CallFormat.KAMAILIO, ACC_INVITE.replace("1795312804", "1795312999") + ACC_BYE)
                        .sentences())
                .containsExactly("line 1: time: got a BYE before its INVITE, want a BYE behind it");
    }

    @ParameterizedTest
    @EnumSource(CallFormat.class)
    void eachFormatIsToldByItsBeginning(CallFormat format) {
        assertThat(CallFormat.detect(good(format).getBytes(StandardCharsets.UTF_8)))
                .contains(format);
        assertThat(CallFormat.of(format.word())).isEqualTo(format);
    }

    @Test
    void whatIsNotPlainToSeeIsNotGuessed() {
        for (String text : new String[] {"", "a,b,c\n1,2,3\n", "number,category,action\n", "\u0000\u0001"}) {
            assertThat(CallFormat.detect(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
        assertThatThrownBy(() -> CallFormat.of("csv"))
                .hasMessage("format: got \"csv\", want one of [generic, asterisk, freeswitch, kamailio]");
    }

    private static String good(CallFormat format) {
        return switch (format) {
            case GENERIC -> GenericCalls.HEADER + "\n";
            case ASTERISK -> ASTERISK;
            case FREESWITCH -> FREESWITCH;
            case KAMAILIO -> ACC_INVITE;
        };
    }

    private static String ending(CallFormat format) {
        return format == CallFormat.KAMAILIO ? ACC_BYE.replace("x1@host", "x9@host") : "";
    }

    private static CallRecord only(CallFormat format, String text) {
        Reading<CallRecord> reading = read(format, text);
        assertThat(reading.sentences()).isEmpty();
        assertThat(reading.values()).hasSize(1);
        return reading.values().getFirst();
    }

    private static Reading<CallRecord> read(CallFormat format, String text) {
        return Reading.of(format.read(Reading.utf8(text), SHANGHAI));
    }
}
