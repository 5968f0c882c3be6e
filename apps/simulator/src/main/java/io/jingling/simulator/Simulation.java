package io.jingling.simulator;

import io.jingling.domain.CallRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;

/**
 * A town's calls of some days, with everything that hides a robot among them: people, trades that call like robots, and
 * campaigns that change their numbers. The same seed gives the same calls on every machine.
 */
public final class Simulation {
    /** Which sequence of draws belongs to whom: so that one more courier changes nobody else's calls. */
    private static final long PEOPLE_DRAWS = 1L << 40;

    private static final long TRADE_DRAWS = 2L << 40;
    private static final long CAMPAIGN_DRAWS = 3L << 40;
    private static final long NUMBER_DRAWS = 4L << 40;
    private static final long MEMBERS = 1L << 24;

    private final Settings settings;
    private final Scenario scenario;
    private final Schedule schedule;
    private final Town town;

    /**
     * What is simulated.
     *
     * @param days 1 to 366
     * @param subscribers 100 to 5,000,000
     */
    public record Settings(long seed, int days, int subscribers, Scenario scenario) {
        public Settings {
            if (days < 1 || days > 366) {
                throw new IllegalArgumentException("days: got " + days + ", want 1 to 366");
            }
            if (subscribers < 100 || subscribers > 5_000_000) {
                throw new IllegalArgumentException("subscribers: got " + subscribers + ", want 100 to 5,000,000");
            }
        }
    }

    private Simulation(Settings settings, BiConsumer<CallRecord, Maker> calls) {
        this.settings = settings;
        this.scenario = settings.scenario();
        this.schedule = new Schedule(settings.days() * Hours.DAY);
        Numbers numbers = new Numbers(Draws.of(settings.seed(), NUMBER_DRAWS), settings.subscribers());
        this.town = new Town(schedule, numbers, People.of(scenario), calls);
    }

    /**
     * Makes the calls, in the order in which they begin.
     *
     * @param calls is told of each, and who made it
     * @param progress is told of the share that is done, 0 to 1
     */
    public static void run(Settings settings, BiConsumer<CallRecord, Maker> calls, DoubleConsumer progress) {
        Simulation simulation = new Simulation(settings, calls);
        simulation.addPeople();
        simulation.addTrades();
        simulation.addCampaigns();
        long end = simulation.schedule.end();
        simulation.schedule.run(now -> progress.accept(now / (double) end));
    }

    private void addPeople() {
        String group = "people";
        double newShare = scenario.number(group, "new-share");
        double virtual = scenario.number(group, "virtual-operator-share");
        for (int i = 0; i < settings.subscribers(); i++) {
            Draws draws = Draws.of(settings.seed(), PEOPLE_DRAWS + i);
            boolean isNew = draws.chance(newShare);
            String kind = draws.chance(virtual) ? "virtual" : "mobile";
            Line line = Town.line(draws, town.numbers.fresh(draws, kind), kind);
            long born = isNew ? (long) draws.between(0, schedule.end()) : -1;
            long rings = (draws.chance(0.5) ? 45 : 60) * Hours.SECOND;
            town.add(new Subscriber(Maker.benign(isNew ? "new-sim" : "person", i), line, Town.home(i), born, rings));
        }
        for (int i = 0; i < settings.subscribers(); i++) {
            Draws draws = Draws.of(settings.seed(), PEOPLE_DRAWS + settings.subscribers() + i);
            befriend(town.subscribers().get(i), draws);
            addPerson(town.subscribers().get(i), draws);
        }
    }

    private void befriend(Subscriber self, Draws draws) {
        String group = "people";
        int count = (int) scenario.range(group, "contacts").draw(draws);
        double near = scenario.number(group, "same-home-share");
        double mutual = scenario.range(group, "mutual-share").draw(draws);
        Set<Subscriber> friends = new LinkedHashSet<>(List.of(self.contacts));
        for (int tries = 0; friends.size() < count && tries < 10 * count; tries++) {
            Subscriber other = draws.chance(near) ? town.near(draws, self.home) : town.anybody(draws);
            if (other != self && friends.add(other) && draws.chance(mutual)) {
                other.contacts = with(other.contacts, self);
            }
        }
        self.contacts = friends.toArray(Subscriber[]::new);
    }

    private static Subscriber[] with(Subscriber[] some, Subscriber more) {
        Subscriber[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }

    private void addPerson(Subscriber self, Draws draws) {
        String group = "people";
        double median = scenario.number(group, "calls-a-day");
        double calls = Math.min(20 * median, draws.logNormal(median, scenario.number(group, "calls-a-day-sigma")));
        double talk = draws.logNormal(
                scenario.number(group, "talk-seconds") * Hours.SECOND, scenario.number(group, "talk-seconds-sigma"));
        double shape = scenario.range(group, "talk-shape").draw(draws);
        int toTell = self.bornAt >= 0 ? Math.min(self.contacts.length, 5 + draws.below(20)) : 0;
        Person person = new Person(town, self, new Person.Habits(calls, talk, shape, toTell), draws);
        schedule.add(person.first(), person);
    }

    private void addTrades() {
        double newShare = scenario.number("trade", "new-share");
        List<String> groups = scenario.names("trade");
        for (int g = 0; g < groups.size(); g++) {
            Trade trade = Trade.of(scenario, groups.get(g));
            for (int i = 0; i < trade.count(settings.subscribers()); i++) {
                Draws draws = Draws.of(settings.seed(), TRADE_DRAWS + g * MEMBERS + i);
                boolean isNew = trade.lastsADay() || draws.chance(newShare);
                long begins = isNew ? draws.below(settings.days()) * Hours.DAY : 0;
                Worker worker = new Worker(town, trade, Maker.benign(trade.name(), i), begins, draws);
                schedule.add(worker.first(), worker);
            }
        }
    }

    private void addCampaigns() {
        List<String> groups = scenario.names("harasser");
        List<List<Subscriber>> leaks = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Harasser kind = Harasser.of(scenario, groups.get(g));
            for (int i = 0; i < kind.count(settings.subscribers()); i++) {
                Draws draws = Draws.of(settings.seed(), CAMPAIGN_DRAWS + g * MEMBERS + i * 1_000L);
                String rotation = kind.rotation(i);
                String name = "campaign-" + kind.name() + "-" + rotation + "-" + i;
                long begins = (long) (draws.between(0, Math.max(0.1, settings.days() - 1)) * Hours.DAY);
                Maker maker = Maker.harasser(kind.name(), name);
                List<Subscriber> targets = targets(leaks, draws);
                Campaign campaign =
                        new Campaign(town, scenario, kind, maker, Rotation.of(rotation), targets, begins, draws);
                int lines = (int) Math.max(1, kind.lines().draw(draws));
                for (int l = 0; l < lines; l++) {
                    Draws own = Draws.of(settings.seed(), CAMPAIGN_DRAWS + g * MEMBERS + i * 1_000L + 1 + l);
                    CampaignLine line = new CampaignLine(campaign, own);
                    schedule.add(line.first(), line);
                }
            }
        }
    }

    /** A leaked list: one that others have too, or another. */
    private List<Subscriber> targets(List<List<Subscriber>> leaks, Draws draws) {
        if (!leaks.isEmpty() && draws.chance(scenario.number("campaign", "same-leak-share"))) {
            List<Subscriber> shared = new ArrayList<>(draws.oneOf(leaks));
            // Each takes its own way through the list.
            for (int i = shared.size() - 1; i > 0; i--) {
                Collections.swap(shared, i, draws.below(i + 1));
            }
            return shared;
        }
        int count = (int) scenario.range("campaign", "targets").draw(draws);
        Set<Subscriber> some = new LinkedHashSet<>();
        for (int tries = 0; some.size() < Math.min(count, settings.subscribers() / 2) && tries < 4 * count; tries++) {
            some.add(town.anybody(draws));
        }
        List<Subscriber> list = List.copyOf(some);
        leaks.add(list);
        return list;
    }
}
