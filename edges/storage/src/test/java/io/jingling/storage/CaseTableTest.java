package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadlines;
import io.jingling.platform.AppealStore;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Order;
import io.jingling.platform.CaseStore.Place;
import io.jingling.platform.CaseStore.Wanted;
import io.jingling.platform.CaseStore.Which;
import io.jingling.platform.ReporterStore;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTableTest extends CaseStoreContract {
    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = Storage.open(SharedServer.settings(folder));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    CaseStore store() {
        return storage.cases(Deadlines.STANDARD);
    }

    @Override
    ReporterStore reporters() {
        return storage.reporters();
    }

    @Override
    AppealStore appeals() {
        return storage.appeals();
    }

    @Test
    void whatIsDueIsReckonedAnewWhereHolidaysAreOthers() {
        aListOfWorkIsInTheOrderOfWhatIsDueAndEveryPageGoesOnWhereTheLastEnded();
        forgetDue();
        assertThat(due()).containsOnlyNulls();
        store().reckonDue();
        assertThat(due()).doesNotContainNull().hasSize(11);
    }

    @Test
    void aPageOfTenThousandCasesIsReadThroughTheIndexOfItsOrder() {
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(opened(AT.minusSeconds(3_600L * i)));
        }
        store().take(List.of(), all, List.of());
        for (Order order : Order.values()) {
            Which which = work(new Wanted(order, Optional.empty(), Optional.empty(), true, false, Optional.empty()));
            List<Case> page = store().list(which, 51);
            assertThat(page).hasSize(51);
            Place last = order.place(page.getLast(), due(page.getLast())).orElseThrow();
            String plan = plan(which.after(last));
            assertThat(plan).as(order.word()).contains("Index Scan").doesNotContain("->  Sort", "Seq Scan");
        }
    }

    private String plan(Which which) {
        NumberVault vault = new NumberVault(NumberKeys.read(folder.resolve("keys")));
        CaseListing listing = new CaseListing(which, new CaseRows(vault, "test", Deadlines.STANDARD));
        return storage.database().transaction("test", connection -> {
            try (Statement analyze = connection.createStatement();
                    PreparedStatement statement = connection.prepareStatement("explain " + listing.sql())) {
                analyze.execute("analyze cases");
                listing.set(statement, 51);
                StringBuilder plan = new StringBuilder();
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
                return plan.toString();
            }
        });
    }

    private void forgetDue() {
        storage.database().transaction("test", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("update cases set next_due = null");
            }
        });
    }

    private List<String> due() {
        return storage.database().transaction("test", connection -> {
            try (Statement statement = connection.createStatement()) {
                List<String> due = new ArrayList<>();
                ResultSet row = statement.executeQuery("select next_due from cases where stage <> 'told'");
                while (row.next()) {
                    due.add(row.getString(1));
                }
                return due;
            }
        });
    }

    @Test
    void noTableHasANumberOrAWordOfAnybodyInTheClear() {
        reportsAndCasesComeBackAsTheyWent();
        StringBuilder all = new StringBuilder();
        storage.database().transaction("test", connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : new String[] {"cases", "reports", "reporters"}) {
                    ResultSet row = statement.executeQuery("select " + table + "::text from " + table);
                    while (row.next()) {
                        all.append(row.getString(1)).append('\n');
                    }
                }
                return true;
            }
        });
        assertThat(all.toString())
                .contains("robot_ai", "sms")
                .doesNotContain("13700137000", "12345678转", "01012345678", "机器人", "某某金融");
    }
}
