package io.jingling.detection;

import java.util.Arrays;

/** Recognises a campaign by what is heard in its calls: the same recording, or another reading of the same script. */
final class Sounds {
    private final Campaigns campaigns;
    private final Scripts scripts;
    private final int[] found = new int[Linker.CANDIDATES];

    Sounds(Campaigns campaigns, Capacity capacity) {
        this.campaigns = campaigns;
        this.scripts = new Scripts(capacity.campaigns(), capacity.groups());
    }

    /** A call has ended; its caller was claimed. One call is heard once, by its recording or else by its script. */
    void hear(TimedCall call, Caller caller, long millis) {
        call.script = TimedCall.keyOfScript(scripts.hear(call.record.origin().transcript(), millis));
        Arrays.fill(found, 0);
        int heard = campaigns.seen(call.sound, found, 0);
        heard = campaigns.seen(call.script, found, heard);
        if (heard > 0) {
            caller.wasHeardIn(found[0]);
        }
    }

    /** The call turned out to be of a campaign. */
    void see(TimedCall call, int campaign, long millis) {
        campaigns.see(call.sound, campaign, millis);
        campaigns.see(call.script, campaign, millis);
    }

    long bytes() {
        return scripts.bytes();
    }
}
