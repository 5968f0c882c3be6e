package io.jingling.platform;

import io.jingling.statistics.Counts;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Counts what was reported, and keeps what reports are made of beside that. */
public interface StatisticsStore {
    /** Everything of a period in one snapshot. */
    Counts count(Period period, Instant asOf);

    /** Complaints of a period by day in China, then by category, then by an opaque id of who complained. */
    Map<String, Map<String, Map<UUID, Long>>> byDay(Period period);

    /** How many different people named a company, written just so, in reports of a period. */
    long peopleWhoNamed(String company, Period period);

    /** Durable on return; in place of the one with its id. False where that one has not the steps that it is based on. */
    boolean save(Naming naming);

    Optional<Naming> naming(UUID id);

    /** The last proposed first. */
    List<Naming> namings(int limit);

    /** Keeps a report that was made when its period was over; the first stays. */
    void keep(Made made);

    /** The last period first, without what is in them. */
    List<Made> made(int limit);

    /** With what is in it. */
    Optional<Made> made(Period period);

    /**
     * Keeps the open data of a month; the first stays.
     *
     * @return what is kept then
     */
    String keepOpenData(Period month, String csv, Instant at);

    /** As they were made first. */
    Optional<String> openData(Period month);

    /**
     * A report as it was made.
     *
     * @param csv all its figures
     */
    record Made(Period period, Instant at, String csv) {}
}
