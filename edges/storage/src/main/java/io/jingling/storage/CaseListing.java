package io.jingling.storage;

import io.jingling.complaints.Desk;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Stage;
import io.jingling.domain.Category;
import io.jingling.platform.CaseStore.Facet;
import io.jingling.platform.CaseStore.Matching;
import io.jingling.platform.CaseStore.Order;
import io.jingling.platform.CaseStore.Place;
import io.jingling.platform.CaseStore.Time;
import io.jingling.platform.CaseStore.Wanted;
import io.jingling.platform.CaseStore.Which;
import io.jingling.statistics.Reviewing;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query for a list of cases: only what is asked for is in it, so that an index of its order is enough. */
final class CaseListing {
    private static final String NATURE = Arrays.stream(Category.values())
            .map(Category::code)
            .filter(Reviewing::isIllegal)
            .collect(Collectors.joining(
                    "', '",
                    "case when r.category = '' then 'unclear' when r.category in ('",
                    "') then 'illegal' else 'commercial' end"));
    private static final String OPEN = "c.stage not in ('told', 'withdrawn')";

    private final CaseRows rows;
    private final StringBuilder sql = new StringBuilder("select " + CaseRows.COLUMNS + " from cases c where ");
    private final List<Setting> settings = new ArrayList<>();

    private interface Setting {
        void at(PreparedStatement statement, int place) throws SQLException;
    }

    CaseListing(Which which, CaseRows rows) {
        this.rows = rows;
        sql.append("c.opened < ?");
        time(which.before());
        which.stage().map(Stage::word).ifPresent(word -> and("c.stage = ?", word));
        which.desk().map(Desk.Kind::word).ifPresent(word -> and("c.desk = ?", word));
        if (which.isOpen()) {
            sql.append(" and ").append(OPEN);
        }
        if (!which.matching().isAny()) {
            matching(which.matching());
        }
        work(which.work());
    }

    private void work(Wanted work) {
        work.missedAt().ifPresent(now -> {
            sql.append(" and c.next_due < ?");
            time(now);
        });
        if (work.isUnverified()) {
            sql.append(" and c.outcome = '' and ").append(OPEN);
        }
        if (work.isUrgent()) {
            sql.append(" and (c.category = ? or c.mode = ?)");
            settings.add((statement, place) -> statement.setString(place, Category.FRAUD.code()));
            settings.add((statement, place) -> statement.setString(place, Mode.BOMBING.word()));
        }
        work.about().ifPresent(number -> {
            sql.append(" and c.caller = ?");
            settings.add((statement, place) -> statement.setObject(place, rows.caller(number)));
        });
        if (work.order() == Order.DUE) {
            sql.append(" and c.next_due is not null");
            work.after().ifPresent(this::behindDue);
            sql.append(" order by c.next_due, c.number");
        } else {
            work.after().ifPresent(this::behindOpened);
            sql.append(" order by c.opened desc, c.number");
        }
    }

    private void behindDue(Place place) {
        sql.append(" and (c.next_due, c.number) > (?, ?)");
        time(place.at());
        text(place.number().digits());
    }

    private void behindOpened(Place place) {
        sql.append(" and c.opened <= ? and (c.opened < ? or c.number > ?)");
        time(place.at());
        time(place.at());
        text(place.number().digits());
    }

    /** One report must be all that reports say. */
    private void matching(Matching matching) {
        boolean isByReport = matching.by() == Time.RECEIVED;
        if (!isByReport) {
            sql.append(" and c.stage <> 'withdrawn' and c.opened >= ? and c.opened < ?");
            time(matching.from());
            time(matching.to());
        }
        words(matching, false);
        if (isByReport || matching.words().keySet().stream().anyMatch(Facet::isOfReport)) {
            sql.append(" and exists (select from reports r where r.case_number = c.number");
            if (isByReport) {
                sql.append(" and r.received >= ? and r.received < ?");
                time(matching.from());
                time(matching.to());
            }
            words(matching, true);
            sql.append(')');
        }
    }

    private void words(Matching matching, boolean isOfReport) {
        matching.words().forEach((facet, word) -> {
            if (facet.isOfReport() == isOfReport) {
                and(column(facet) + " = ?", word);
            }
        });
    }

    private static String column(Facet facet) {
        return switch (facet) {
            case CATEGORY -> "r.category";
            case MODE -> "r.mode";
            case REGION -> "r.region";
            case NATURE -> NATURE;
            case CARRIER -> "r.carrier";
            case SEGMENT -> "r.number_kind";
            case HANDLER -> "c.desk || '/' || c.desk_name";
            case MEASURE -> "c.measure";
            case OUTCOME -> "c.outcome";
        };
    }

    private void and(String condition, String word) {
        sql.append(" and ").append(condition);
        text(word);
    }

    private void text(String word) {
        settings.add((statement, place) -> statement.setString(place, word));
    }

    private void time(Instant at) {
        settings.add((statement, place) -> CaseRows.time(statement, place, Optional.of(at)));
    }

    String sql() {
        return sql + " limit ?";
    }

    void set(PreparedStatement statement, int limit) throws SQLException {
        int place = 1;
        for (Setting setting : settings) {
            setting.at(statement, place++);
        }
        statement.setInt(place, limit);
    }
}
