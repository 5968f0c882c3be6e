package io.jingling.detection;

import io.jingling.detection.Votes.Vote;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far each reporter is believed: by how often that one agreed with case officers, and with other reporters.
 *
 * <p>The share of right reports has a Beta distribution. It begins at 3 right to 1 wrong; each number that an officer
 * spoke of counts one, each that at least two others reported and most of them agree on counts a half, and those no more
 * than 4 in all: people who report together must not make each other credible.
 */
final class Reporters {
    static final double PRIOR_RIGHT = 3;
    static final double PRIOR_WRONG = 1;
    static final double OF_PEERS = 0.5;
    static final double OF_PEERS_MAX = 4;
    static final int PEERS_MIN = 2;

    private final Map<String, Record> records = new HashMap<>();

    private static final class Record {
        private double right;
        private double wrong;
        private double rightByPeers;
        private double wrongByPeers;
    }

    private Reporters() {}

    static Reporters of(Collection<List<Vote>> votesOfNumbers) {
        Reporters reporters = new Reporters();
        votesOfNumbers.forEach(reporters::add);
        return reporters;
    }

    private void add(List<Vote> votes) {
        Map<String, Boolean> said = new HashMap<>();
        votes.stream()
                .filter(vote -> vote.by().source() == Source.REPORTER)
                .forEach(vote -> said.put(vote.by().who(), isHarassment(vote)));
        Optional<Vote> officer = lastOfOfficers(votes);
        long against = said.values().stream().filter(harassment -> harassment).count();
        said.forEach((who, harassment) -> {
            Record record = records.computeIfAbsent(who, one -> new Record());
            if (officer.isPresent()) {
                byOfficer(record, harassment == isHarassment(officer.get()));
            } else {
                byPeers(record, harassment, against - (harassment ? 1 : 0), said.size() - 1);
            }
        });
    }

    static Optional<Vote> lastOfOfficers(List<Vote> votes) {
        return votes.stream()
                .filter(vote -> vote.by().source() == Source.OFFICER)
                .reduce((earlier, later) -> later);
    }

    private static boolean isHarassment(Vote vote) {
        return vote.claim() == Claim.HARASSMENT;
    }

    private static void byOfficer(Record record, boolean agrees) {
        record.right += agrees ? 1 : 0;
        record.wrong += agrees ? 0 : 1;
    }

    private static void byPeers(Record record, boolean harassment, long against, long others) {
        boolean isUndecided = 2 * against == others;
        if (others < PEERS_MIN || isUndecided) {
            return;
        }
        boolean agrees = harassment == 2 * against > others;
        record.rightByPeers += agrees ? OF_PEERS : 0;
        record.wrongByPeers += agrees ? 0 : OF_PEERS;
    }

    /** The mean share of right reports, 0 to 1. */
    double reliability(String who) {
        Record record = records.getOrDefault(who, new Record());
        double byPeers = record.rightByPeers + record.wrongByPeers;
        double part = byPeers <= OF_PEERS_MAX ? 1 : OF_PEERS_MAX / byPeers;
        double right = PRIOR_RIGHT + record.right + part * record.rightByPeers;
        double wrong = PRIOR_WRONG + record.wrong + part * record.wrongByPeers;
        return right / (right + wrong);
    }

    /** What a report counts: nothing from who is right half of the time or less, one from who always is. */
    double weight(String who) {
        return Math.max(0, 2 * reliability(who) - 1);
    }
}
