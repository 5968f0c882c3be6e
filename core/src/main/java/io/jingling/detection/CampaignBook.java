package io.jingling.detection;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what a {@link Detection} does about campaigns, for people to look at. The same calls leave the same book.
 *
 * <p>It has a number of pages; when they are full the campaigns of a single number that were quiet the longest go first.
 */
public final class CampaignBook implements Detection.Listener {
    private static final double SUSPICION_MIN = 0.25;
    private static final int GO_AT_ONCE = 8;
    private static final int ID_SHIFT = 16;
    private static final Comparator<Map.Entry<Integer, CampaignPage>> WORTH =
            Comparator.<Map.Entry<Integer, CampaignPage>, Boolean>comparing(
                            page -> page.getValue().numbers() > 1)
                    .thenComparingLong(page -> page.getValue().last())
                    .thenComparing(Map.Entry::getKey);
    private static final Comparator<CampaignPage> LATEST =
            Comparator.comparingLong(CampaignPage::last).reversed().thenComparing(page -> page.id);

    private final int most;
    private final Map<Integer, CampaignPage> pages = new HashMap<>();

    /** @param most how many campaigns it has room for */
    public CampaignBook(int most) {
        this.most = most;
    }

    @Override
    public void rings(Sighting sighting) {
        // Said again when it counts for a campaign.
    }

    @Override
    public void late(CallRecord call) {
        // Belongs to no campaign.
    }

    @Override
    public void changed(CallRecord call, Change change) {
        long at = call.start().toEpochMilli();
        switch (change.kind()) {
            case FOUNDED, JOINED -> page(change.campaign(), call).note(at, change.kind(), call.caller(), "");
            case LEFT -> {
                CampaignPage page = page(change.campaign(), call);
                page.note(at, change.kind(), call.caller(), "");
                page.leaves(call.caller(), at);
            }
            case MERGED -> {
                CampaignPage other = page(change.other(), call);
                CampaignPage page = page(change.campaign(), call);
                page.absorb(other);
                page.note(at, change.kind(), call.caller(), other.id);
            }
            case NONE -> {}
        }
    }

    @Override
    public void counted(Sighting sighting, int campaign, float probability) {
        CallRecord call = sighting.call();
        int families = sighting.campaign() == campaign ? sighting.families() : 0;
        page(campaign, call).calls(call.caller(), call.start().toEpochMilli(), probability, families);
    }

    /** A page that had to go begins anew with the call that speaks of it. */
    private CampaignPage page(int campaign, CallRecord call) {
        CampaignPage known = pages.get(campaign);
        if (known != null) {
            return known;
        }
        makeRoom();
        long millis = call.start().toEpochMilli();
        // Of the founding call's id, so that a restart gives the same, and of no number, so that it gives none away.
        long hash = Mix.of(Mix.of(call.callId()), millis) >>> ID_SHIFT;
        CampaignPage page = new CampaignPage(String.format(Locale.ROOT, "%012x", hash), millis);
        pages.put(campaign, page);
        return page;
    }

    private void makeRoom() {
        if (pages.size() < most) {
            return;
        }
        pages.entrySet().stream()
                .sorted(WORTH)
                .limit(Math.max(1, most / GO_AT_ONCE))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(pages::remove);
    }

    /**
     * Campaigns without their members, timeline and hours, the latest first; not those whose calls nobody suspects any more.
     *
     * @param numbersMin how many numbers they have at least
     * @param limit how many at most
     */
    public List<CampaignView> latest(Instant now, int numbersMin, int limit) {
        return pages.values().stream()
                .filter(page -> page.numbers() >= numbersMin && !page.isMerged())
                .filter(page -> page.suspicion() >= SUSPICION_MIN)
                .sorted(LATEST)
                .limit(limit)
                .map(page -> page.brief(now))
                .toList();
    }

    /** The id of the suspected campaign of at least two numbers that a number belongs to, or did. */
    public Optional<String> idOf(PhoneNumber number) {
        return pages.values().stream()
                .filter(page -> page.numbers() > 1 && !page.isMerged() && page.has(number))
                .filter(page -> page.suspicion() >= SUSPICION_MIN)
                .map(page -> page.id)
                .findFirst();
    }

    /** A campaign with all that is written down of it. */
    public Optional<CampaignView> find(String id, Instant now) {
        return pages.values().stream()
                .filter(page -> page.id.equals(id))
                .findFirst()
                .map(page -> page.whole(now));
    }
}
