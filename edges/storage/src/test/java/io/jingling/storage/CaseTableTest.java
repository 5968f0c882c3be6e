package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Deadlines;
import io.jingling.platform.AppealStore;
import io.jingling.platform.CaseStore;
import io.jingling.platform.ReporterStore;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
