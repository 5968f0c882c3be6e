package io.jingling.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.SlowTrust.Deed;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random deeds of a few people on a few numbers, against a model that looks at all deeds anew each time. */
class TrustPropertyTest {
    private static final int WORLDS = 60;
    private static final int DEEDS = 120;
    private static final int PEOPLE = 14;
    private static final int NUMBERS = 7;

    @Test
    void whatIsHeldOfANumberFollowsFromAllThatWasDone() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            world(seed);
        }
    }

    private static void world(long seed) {
        Random random = new Random(seed);
        Trust trust = new Trust();
        List<Deed> done = new ArrayList<>();
        Instant now = MadeUpReports.AT;
        for (int i = 0; i < DEEDS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(5_000) : random.nextInt(20)));
            Deed deed = deed(random, now);
            done.add(deed);
            switch (deed) {
                case Deed.Reported(Vote vote) -> trust.report(vote);
                case Deed.Withdrawn(ReporterId who, PhoneNumber number, Instant at) -> trust.withdraw(who, number);
                case Deed.Found(PhoneNumber number, String in, boolean isHarassment, Instant at) ->
                    trust.found(number, in, isHarassment, at);
                case Deed.Unfound(PhoneNumber number, String in) -> trust.unfound(number, in);
            }
            for (int number = 0; number < NUMBERS; number++) {
                PhoneNumber about = MadeUpReports.mobile(number);
                assertThat(trust.weigh(about, now))
                        .as("seed %d, deed %d, number %d", seed, i, number)
                        .isEqualTo(SlowTrust.weigh(done, about, now));
            }
        }
    }

    private static Deed deed(Random random, Instant at) {
        PhoneNumber number = MadeUpReports.mobile(random.nextInt(NUMBERS));
        ReporterId who = new ReporterId("p-" + random.nextInt(PEOPLE));
        String in = "case-" + random.nextInt(3);
        int kind = random.nextInt(13);
        if (kind == 0) {
            return new Deed.Withdrawn(who, number, at);
        }
        if (kind == 1) {
            return new Deed.Found(number, in, random.nextInt(4) != 0, at);
        }
        if (kind == 2) {
            return new Deed.Unfound(number, in);
        }
        Contact contact = Contact.values()[random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2)];
        Optional<Category> category =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Category.at(3 + random.nextInt(3)));
        return new Deed.Reported(new Vote(who, number, category, at, contact));
    }
}
