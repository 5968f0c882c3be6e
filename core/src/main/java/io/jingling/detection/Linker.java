package io.jingling.detection;

/**
 * Finds the campaign that a call may belong to, and keeps campaigns: a suspicious caller that is like none founds one, a
 * caller that is like one joins it.
 */
final class Linker {
    static final float NO_LINK = -10;
    static final int CANDIDATES = 8;

    private static final int SETTLED_RINGS = 100;
    private static final int BRIDGES_MIN = 3;
    /** Two campaigns may share a trunk and a list; it takes more for them to be one. */
    private static final int FAMILIES_OF_BRIDGE_MIN = 3;

    private static final int LEAVES_BELOW = -3;
    private static final int SETTLED_FROM = 3;

    private final Campaigns campaigns;
    private final Sounds sounds;
    private final Memory memory;
    private final Shape talks;
    private final Shape timeouts;
    private final Shape idles;
    private final Likeness likeness;
    private LinkScore score;
    private Linking.Limits limits;
    private final int[] found = new int[CANDIDATES];
    private final float[][] signals = new float[CANDIDATES][Signal.COUNT];
    private final float[] links = new float[CANDIDATES];
    private int candidates;
    private int best;

    Linker(Capacity capacity, Memory memory, LinkScore score, Linking.Limits limits) {
        this.campaigns = new Campaigns(capacity.campaigns(), capacity.groups());
        this.sounds = new Sounds(campaigns, capacity);
        this.memory = memory;
        this.talks = Shape.ofTalks();
        this.timeouts = Shape.ofTimeouts();
        this.idles = Shape.ofIdles();
        this.likeness = new Likeness(memory, new Likeness.Population(talks, timeouts, idles), false);
        follow(score, limits);
    }

    private Linker(Linker shared, Memory memory) {
        this.campaigns = shared.campaigns;
        this.sounds = shared.sounds;
        this.memory = memory;
        this.talks = shared.talks;
        this.timeouts = shared.timeouts;
        this.idles = shared.idles;
        this.likeness = new Likeness(memory, new Likeness.Population(talks, timeouts, idles), true);
        follow(shared.score, shared.limits);
    }

    /** The same campaigns, for reading alone: what it is asked changes nothing. */
    Linker looking(Memory looking) {
        return new Linker(this, looking);
    }

    /** From now on judges links otherwise; campaigns stay as they are. */
    void follow(LinkScore otherScore, Linking.Limits otherLimits) {
        score = otherScore;
        limits = otherLimits;
    }

    /**
     * Compares a call with campaigns.
     *
     * @param own log-odds of harassment by the caller's own behaviour
     * @param features as read
     */
    void read(TimedCall call, float own, float[] features, long millis) {
        candidates = 0;
        best = -1;
        Caller caller = memory.caller();
        if (caller.rings() > SETTLED_RINGS && own < limits.founding()) {
            return;
        }
        look(call, caller);
        likeness.begin(call, millis);
        int kept = 0;
        for (int i = 0; i < candidates; i++) {
            Campaign campaign = campaigns.get(found[i]);
            boolean isItself = campaign.numbers == 1 && campaigns.now(caller.campaign()) == campaign.id;
            if (!isItself) {
                found[kept] = found[i];
                likeness.read(call, campaign, signals[kept], millis);
                Likeness.own(own, features, signals[kept]);
                links[kept] = score.logOdds(call.record, signals[kept], campaign.id);
                best = best < 0 || links[kept] > links[best] ? kept : best;
                kept++;
            }
        }
        candidates = kept;
    }

    private void look(TimedCall call, Caller caller) {
        int mine = campaigns.now(caller.campaign());
        if (mine != 0) {
            found[candidates++] = mine;
        }
        candidates = campaigns.seen(call.callee, found, candidates);
        candidates = campaigns.seen(call.block100, found, candidates);
        candidates = campaigns.seen(call.block, found, candidates);
        candidates = campaigns.seen(call.line, found, candidates);
        candidates = campaigns.seen(call.tenant, found, candidates);
        candidates = campaigns.seen(call.trunk, found, candidates);
    }

    /** What is said of the campaign that the call is most like. */
    void readClues(float[] clues, long millis) {
        boolean has = best >= 0;
        Campaign campaign = has ? campaigns.get(found[best]) : null;
        set(clues, Clue.LINK, has ? Math.max(NO_LINK, links[best]) : NO_LINK);
        set(clues, Clue.FAMILIES, Integer.bitCount(families()));
        set(clues, Clue.CAMPAIGN_NUMBERS, has ? Curves.log(campaign.numbers) : 0);
        set(clues, Clue.CAMPAIGN_SUSPICION, has ? campaign.suspicion() : 0);
        set(clues, Clue.CAMPAIGN_CALLS, has ? Curves.log(campaign.callsOfHour(millis)) : 0);
        set(clues, Clue.SINCE, has ? signals[best][Signal.SINCE.ordinal()] : -1);
        set(clues, Clue.TARGET, has ? signals[best][Signal.TARGET.ordinal()] : 0);
    }

    private static void set(float[] clues, Clue clue, float value) {
        clues[clue.ordinal()] = value;
    }

    /** Which families of signals speak for the best link; see {@link Signal#families}. */
    int families() {
        return best < 0 ? 0 : Signal.families(signals[best]);
    }

    /**
     * The campaign that the call is most like where that is likely, two independent signals say so, and its calls are
     * suspicious; else 0.
     */
    int campaign() {
        int group = group();
        return group != 0 && campaigns.get(group).suspicion() >= limits.suspicion() ? group : 0;
    }

    /** How many numbers that campaign has; 0 where there is none. */
    int numbers() {
        int campaign = campaign();
        return campaign == 0 ? 0 : campaigns.get(campaign).numbers;
    }

    /** The same as {@link #campaign}, whether or not its calls are suspicious: it grows before it is known for what it is. */
    private int group() {
        return best >= 0 && isLike(best, limits.weak(), Linking.FAMILIES_MIN) ? found[best] : 0;
    }

    float link() {
        return best < 0 ? NO_LINK : links[best];
    }

    private boolean isLike(int candidate, float least, int familiesMin) {
        return links[candidate] >= least && Integer.bitCount(Signal.families(signals[candidate])) >= familiesMin;
    }

    int candidates() {
        return candidates;
    }

    int candidate(int which) {
        return found[which];
    }

    float[] signals(int which) {
        return signals[which];
    }

    /** The call rings: its caller joins or leaves a campaign, or founds one; its campaign learns from it. */
    Change rings(TimedCall call, float own, float probability, long millis) {
        Caller caller = memory.caller();
        int before = campaigns.now(caller.campaign());
        Change change = decide(caller, before, own, millis);
        int campaign = campaigns.now(caller.campaign());
        if (campaign != 0) {
            campaigns.get(campaign).rings(call, probability, caller.rings() >= SETTLED_FROM, millis);
            see(call, campaign, millis);
        }
        if (call.isStranger && call.idle >= 0) {
            idles.add(Curves.log(call.idle * 1000));
        }
        return change;
    }

    private Change decide(Caller caller, int before, float own, long millis) {
        int linked = group();
        if (linked != 0 && linked != before) {
            return join(caller, before, linked, millis);
        }
        if (linked != 0) {
            return bridge(caller, campaigns.get(before), millis);
        }
        if (linked == 0 && before == 0 && own >= limits.founding()) {
            Campaign campaign = campaigns.found(millis);
            campaign.joins(caller);
            caller.campaign(campaign.id);
            return Change.founded(campaign.id);
        }
        if (before != 0 && own < limits.founding() && isUnlike(before)) {
            caller.campaign(0);
            return Change.left(before);
        }
        return Change.NONE;
    }

    private boolean isUnlike(int campaign) {
        for (int i = 0; i < candidates; i++) {
            if (found[i] == campaign) {
                return links[i] < LEAVES_BELOW;
            }
        }
        return false;
    }

    private Change join(Caller caller, int before, int linked, long millis) {
        Campaign other = campaigns.get(linked);
        if (before == 0) {
            other.joins(caller);
            caller.campaign(linked);
            return Change.joined(linked);
        }
        Campaign one = campaigns.get(before);
        return one.numbers == 1 || links[best] >= limits.strong() && isBridged(one, linked)
                ? merge(caller, one, other, millis)
                : Change.NONE;
    }

    /** Its numbers may be strongly like another campaign's too: then both are one. */
    private Change bridge(Caller caller, Campaign mine, long millis) {
        int second = -1;
        for (int i = 0; i < candidates; i++) {
            boolean isOther = found[i] != mine.id && isLike(i, limits.strong(), FAMILIES_OF_BRIDGE_MIN);
            second = isOther && (second < 0 || links[i] > links[second]) ? i : second;
        }
        return second >= 0 && isBridged(mine, found[second])
                ? merge(caller, mine, campaigns.get(found[second]), millis)
                : Change.NONE;
    }

    private Change merge(Caller caller, Campaign one, Campaign other, long millis) {
        boolean goesOn = one.id < other.id && one.numbers > 1;
        Campaign older = goesOn ? one : other;
        Campaign younger = goesOn ? other : one;
        campaigns.merge(younger, older, millis);
        caller.campaign(older.id);
        return Change.merged(younger.id, older.id);
    }

    private static boolean isBridged(Campaign one, int linked) {
        one.bridges = one.bridge == linked ? one.bridges + 1 : 1;
        one.bridge = linked;
        return one.bridges >= BRIDGES_MIN;
    }

    private void see(TimedCall call, int campaign, long millis) {
        campaigns.see(call.callee, campaign, millis);
        campaigns.see(call.block100, campaign, millis);
        campaigns.see(call.block, campaign, millis);
        campaigns.see(call.line, campaign, millis);
        campaigns.see(call.tenant, campaign, millis);
        campaigns.see(call.trunk, campaign, millis);
    }

    /** The call has ended; its caller was claimed. */
    void ends(TimedCall call, long millis) {
        Caller caller = memory.caller();
        boolean wasAnswered = call.record.answered();
        if (call.isStranger && wasAnswered) {
            talks.add(Curves.log(call.talkSeconds() * 1000));
        } else if (call.isStranger && call.rangOut()) {
            timeouts.add(Curves.log(call.ringSeconds() * 1000));
        }
        sounds.hear(call, caller, millis);
        int campaign = campaigns.now(caller.campaign());
        if (campaign != 0) {
            campaigns.get(campaign).ends(call, millis);
            sounds.see(call, campaign, millis);
        }
    }

    /** Whoever has changed its campaign may be asked for it. */
    int of(Caller caller) {
        return campaigns.now(caller.campaign());
    }

    int count() {
        return campaigns.count();
    }

    long bytes() {
        return campaigns.bytes() + sounds.bytes();
    }
}
