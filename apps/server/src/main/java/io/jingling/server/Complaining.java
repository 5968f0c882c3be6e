package io.jingling.server;

import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Holidays;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.WorkingTime;
import io.jingling.platform.Appeals;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseWork;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Intake;
import io.jingling.platform.Platform;
import io.jingling.platform.Reported;
import io.jingling.platform.TextReader;
import io.jingling.records.TextModelFile;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import io.jingling.storage.Storage;
import io.jingling.text.TextModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Reports, cases and appeals as the server runs them. */
record Complaining(
        CaseStore cases,
        Intake intake,
        CaseWork work,
        Appeals appeals,
        Exhibits exhibits,
        Reported reported,
        Deadlines deadlines) {
    /** Connects them, and remembers what is kept. */
    static Complaining open(
            Storage storage, Platform platform, Watching watching, Reported reported, Settings.Complaints settings) {
        SecureRandom random = new SecureRandom();
        Deadlines deadlines = deadlines(settings);
        CaseStore cases = storage.cases(deadlines);
        Intake intake = new Intake(
                new Intake.Ports(
                        cases,
                        storage.reporters(),
                        storage.evidence(),
                        routing(settings),
                        new TextReader(textModel(settings.textModel())),
                        watching.watch()::campaignOf),
                reported,
                random);
        CaseWork work = new CaseWork(cases, storage.evidence(), intake, reported);
        Appeals appeals = new Appeals(
                storage.appeals(), cases, storage.evidence(), new Appeals.Held(platform, intake, reported), random);
        Instant now = Instant.now();
        work.load(now);
        appeals.load(now);
        return new Complaining(
                cases, intake, work, appeals, new Exhibits(cases, storage.evidence(), random), reported, deadlines);
    }

    private static TextModel textModel(Path file) {
        try {
            return file.toString().isEmpty() ? TextModelFile.shipped() : TextModelFile.read(file);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new BadSetting("complaints.text-model: got " + file + " (" + wrong.getMessage()
                    + "), want a model of ./jingling learn text");
        }
    }

    private static RoutingTable routing(Settings.Complaints settings) {
        return read("complaints.routing", settings.routing(), RoutingTable.STANDARD, RoutingTable::read);
    }

    private static Deadlines deadlines(Settings.Complaints settings) {
        Holidays holidays = read("complaints.holidays", settings.holidays(), List.of(), Holidays::withMore);
        WorkingTime usual = WorkingTime.USUAL;
        return new Deadlines(settings.limits(), new WorkingTime(holidays, usual.from(), usual.to()));
    }

    private static <T> T read(String setting, Path file, List<String> none, Function<List<String>, T> reader) {
        try {
            return reader.apply(file.toString().isEmpty() ? none : Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new BadSetting(setting + ": got " + file + " (" + wrong.getMessage() + "), want a file of its form");
        }
    }
}
