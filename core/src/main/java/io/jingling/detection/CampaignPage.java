package io.jingling.detection;

import io.jingling.detection.CampaignView.Event;
import io.jingling.detection.CampaignView.Hour;
import io.jingling.detection.CampaignView.Member;
import io.jingling.detection.CampaignView.State;
import io.jingling.detection.CampaignView.Tie;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written down of one campaign for people to look at; all of it bounded. */
final class CampaignPage {
    static final int MEMBERS_MAX = 1_000;
    static final int EVENTS_MAX = 500;
    static final int HOURS_MAX = 336;

    private static final Duration QUIET_AFTER = Duration.ofDays(1);
    private static final long HOUR_MILLIS = 3_600_000;
    private static final Signal.Family[] FAMILIES = Signal.Family.values();

    final String id;
    private final long founded;
    private final Map<Long, Joined> members = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Event> events = new ArrayDeque<>();
    private final TreeMap<Long, Calls> hours = new TreeMap<>();
    private final long[] ties = new long[FAMILIES.length];
    private int numbers;
    private long calls;
    private double suspicion;
    private long last;
    private String mergedInto = "";

    private static final class Joined {
        final PhoneNumber number;
        final long at;
        long left = Long.MAX_VALUE;
        long last;
        long calls;
        long hour = Long.MIN_VALUE;

        Joined(PhoneNumber number, long at) {
            this.number = number;
            this.at = at;
            this.last = at;
        }
    }

    private static final class Calls {
        int calls;
        int numbers;
    }

    CampaignPage(String id, long founded) {
        this.id = id;
        this.founded = founded;
        this.last = founded;
    }

    int numbers() {
        return numbers;
    }

    long last() {
        return last;
    }

    /** The mean probability of harassment of its calls, by their callers' own behaviour. */
    double suspicion() {
        return calls == 0 ? 0 : suspicion / calls;
    }

    void note(long millis, Change.Kind kind, PhoneNumber number, String other) {
        events.add(new Event(Instant.ofEpochMilli(millis), kind, number, other));
        if (events.size() > EVENTS_MAX) {
            events.remove();
        }
    }

    /** Whether the number belongs to it or did. Looking changes nothing, so not by get: members are in the order of use. */
    boolean has(PhoneNumber number) {
        return members.containsKey(number.key());
    }

    void leaves(PhoneNumber number, long millis) {
        Joined member = members.get(number.key());
        if (member != null) {
            member.left = millis;
        }
    }

    /** One of its numbers calls. */
    void calls(PhoneNumber number, long millis, float probability, int families) {
        Joined member = member(number, millis);
        member.left = Long.MAX_VALUE;
        member.last = Math.max(member.last, millis);
        member.calls++;
        last = Math.max(last, millis);
        calls++;
        suspicion += probability;
        for (int i = 0; i < FAMILIES.length; i++) {
            ties[i] += families >>> i & 1;
        }
        long begins = Math.floorDiv(millis, HOUR_MILLIS) * HOUR_MILLIS;
        Calls hour = hours.computeIfAbsent(begins, fresh -> new Calls());
        hour.calls++;
        hour.numbers += member.hour == begins ? 0 : 1;
        member.hour = begins;
        forgetOldHours();
    }

    private Joined member(PhoneNumber number, long millis) {
        Joined known = members.get(number.key());
        if (known != null) {
            return known;
        }
        numbers++;
        Joined member = new Joined(number, millis);
        members.put(number.key(), member);
        forgetOldMembers();
        return member;
    }

    private void forgetOldMembers() {
        while (members.size() > MEMBERS_MAX) {
            members.remove(members.keySet().iterator().next());
        }
    }

    private void forgetOldHours() {
        while (hours.size() > HOURS_MAX) {
            hours.pollFirstEntry();
        }
    }

    /** Another one turns out to be this one. */
    void absorb(CampaignPage other) {
        numbers += (int) other.members.keySet().stream()
                .filter(key -> !members.containsKey(key))
                .count();
        other.members.forEach(members::putIfAbsent);
        forgetOldMembers();
        other.hours.forEach((begins, more) -> {
            Calls hour = hours.computeIfAbsent(begins, fresh -> new Calls());
            hour.calls += more.calls;
            hour.numbers += more.numbers;
        });
        forgetOldHours();
        for (int i = 0; i < ties.length; i++) {
            ties[i] += other.ties[i];
        }
        calls += other.calls;
        suspicion += other.suspicion;
        last = Math.max(last, other.last);
        other.mergedInto = id;
    }

    boolean isMerged() {
        return !mergedInto.isEmpty();
    }

    /** Without members, timeline and hours. */
    CampaignView brief(Instant now) {
        return view(now, List.of(), List.of(), List.of());
    }

    CampaignView whole(Instant now) {
        List<Hour> byHour = new ArrayList<>();
        hours.forEach((begins, one) -> byHour.add(new Hour(Instant.ofEpochMilli(begins), one.calls, one.numbers)));
        return view(now, members.values().stream().map(CampaignPage::member).toList(), timeline(), byHour);
    }

    /** Calls are told of by their ends, some seconds out of the order of their beginnings. */
    private List<Event> timeline() {
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    private static Member member(Joined one) {
        Instant left = one.left == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(one.left);
        return new Member(one.number, Instant.ofEpochMilli(one.at), left, Instant.ofEpochMilli(one.last), one.calls);
    }

    private CampaignView view(Instant now, List<Member> of, List<Event> timeline, List<Hour> byHour) {
        List<Tie> common = new ArrayList<>();
        for (int i = 0; i < ties.length; i++) {
            if (ties[i] > 0) {
                common.add(new Tie(FAMILIES[i], ties[i]));
            }
        }
        common.sort(Comparator.comparingLong(tie -> -tie.calls()));
        return new CampaignView(
                id,
                Instant.ofEpochMilli(founded),
                Instant.ofEpochMilli(last),
                state(now),
                present(),
                numbers,
                calls,
                suspicion(),
                common,
                of,
                timeline,
                byHour);
    }

    private int present() {
        return (int) members.values().stream()
                .filter(member -> member.left == Long.MAX_VALUE)
                .count();
    }

    private State state(Instant now) {
        if (!mergedInto.isEmpty()) {
            return new State.Merged(mergedInto);
        }
        return now.minus(QUIET_AFTER).toEpochMilli() > last ? new State.Quiet() : new State.Active();
    }
}
