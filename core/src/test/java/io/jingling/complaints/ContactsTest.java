package io.jingling.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContactsTest {
    private static final PhoneNumber ONE = PhoneNumber.parse("13700137000");
    private static final PhoneNumber OTHER = PhoneNumber.parse("17012345678");

    private final Contacts contacts = new Contacts(1 << 10);

    private void call(PhoneNumber from, PhoneNumber to, int talkSeconds) {
        contacts.observe(new CallRecord(
                "c",
                MadeUpReports.AT,
                from,
                to,
                CallRecord.Direction.UNKNOWN,
                talkSeconds > 0,
                Duration.ofSeconds(3),
                Duration.ofSeconds(talkSeconds),
                CallRecord.ReleasedBy.UNKNOWN,
                "",
                CallRecord.Origin.UNKNOWN));
    }

    @Test
    void whoWasCalledIsNotAnAcquaintance() {
        assertThat(contacts.of(ONE, OTHER)).isEqualTo(Contact.UNKNOWN);
        for (int i = 0; i < 50; i++) {
            call(OTHER, ONE, 90);
        }
        assertThat(contacts.of(ONE, OTHER)).isEqualTo(Contact.CALLED);
        assertThat(contacts.of(OTHER, ONE)).as("nor who called back often").isEqualTo(Contact.ACQUAINTED);
    }

    @Test
    void peopleWhoTalkInBothDirectionsKnowEachOther() {
        for (int i = 0; i < 2; i++) {
            call(OTHER, ONE, 90);
            call(ONE, OTHER, 90);
        }
        assertThat(contacts.of(ONE, OTHER)).isEqualTo(Contact.ACQUAINTED);
    }

    @Test
    void callingBackToSayNoIsNoTalk() {
        call(OTHER, ONE, 10);
        for (int i = 0; i < 9; i++) {
            call(ONE, OTHER, 8);
        }
        assertThat(contacts.of(ONE, OTHER)).isEqualTo(Contact.CALLED);
    }

    @Test
    void hiddenNumbersAreNobodys() {
        call(PhoneNumber.HIDDEN, ONE, 90);
        assertThat(contacts.of(ONE, PhoneNumber.HIDDEN)).isEqualTo(Contact.UNKNOWN);
    }
}
