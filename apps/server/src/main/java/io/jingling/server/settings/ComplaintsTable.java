package io.jingling.server.settings;

import io.jingling.server.settings.Range.Form;
import io.jingling.server.settings.Range.Whole;
import java.util.List;
import java.util.stream.Stream;

/** The settings about reports, what becomes of them, and their statistics. */
final class ComplaintsTable {
    private ComplaintsTable() {}

    static List<Setting> settings() {
        return Stream.of(complaints(), statistics()).flatMap(List::stream).toList();
    }

    private static List<Setting> complaints() {
        return List.of(
                new Setting(
                        "complaints.routing",
                        "",
                        "",
                        SettingTable.FILE,
                        "Who is responsible for what is reported, a row a line; nothing: the table of this version."),
                new Setting(
                        "complaints.holidays",
                        "",
                        "",
                        SettingTable.FILE,
                        "Public holidays and the weekends worked for them, beside those of this version (2025, 2026)."),
                new Setting(
                        "complaints.text-model",
                        "",
                        "",
                        SettingTable.FILE,
                        "The model that reads what people write; nothing: the one that is part of this version."),
                limit(
                        "route-minutes",
                        "120",
                        "How long it may take in working time until somebody is responsible for a case."),
                limit("route-urgent-minutes", "15", "The same for fraud and bombing, by the clock."),
                limit("act-minutes", "2880", "How long it may take until a case is verified and acted upon."),
                limit("act-bombing-minutes", "120", "The same for bombing."),
                limit("act-fraud-minutes", "30", "The same for fraud."),
                limit("appeal-answer-minutes", "1440", "How long it may take until an appeal is first answered."),
                limit("appeal-relief-minutes", "30", "How long it may take until a protected profession is relieved."),
                new Setting(
                        "complaints.appeal-days",
                        "3",
                        "working days",
                        new Whole(1, 30),
                        "How long it may take until an appeal is decided."),
                new Setting(
                        "sms.url",
                        "",
                        "",
                        Form.of("|" + SettingTable.URL, "a URL, or nothing"),
                        "The gateway that sends codes to citizens' telephones; nothing: nobody can log in at /h5."),
                new Setting(
                        "sms.token-file",
                        "",
                        "",
                        SettingTable.FILE,
                        "A file whose first line is the gateway's bearer token."));
    }

    /** A limit of this house; those of the law are not to be set. */
    private static Setting limit(String name, String minutes, String meaning) {
        return new Setting("complaints." + name, minutes, "minutes", new Whole(1, 43_200), meaning);
    }

    private static List<Setting> statistics() {
        return List.of(
                new Setting(
                        "statistics.users",
                        "",
                        "",
                        SettingTable.FILE,
                        "How many users carriers have, for complaints per million; nothing: no rates."),
                new Setting(
                        "statistics.make",
                        "true",
                        "",
                        SettingTable.YES_OR_NO,
                        "Whether the report of a month or a quarter is made and kept when it is over."),
                new Setting(
                        "statistics.address",
                        "",
                        "",
                        Form.of("|https?://[^ \"<>]{1,200}", "a URL, or nothing"),
                        "Where the console is, as others reach it, for the links in exported pages; nothing: no links."));
    }
}
