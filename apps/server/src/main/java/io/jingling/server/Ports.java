package io.jingling.server;

import io.jingling.domain.CallRecord;
import io.jingling.domain.Label;
import io.jingling.http.BadInput;
import io.jingling.http.RowFile;
import io.jingling.http.Vitals;
import io.jingling.platform.AccessBook;
import io.jingling.platform.Bundles;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Intake.Sent;
import io.jingling.platform.Issuer;
import io.jingling.platform.KeyStore;
import io.jingling.platform.LabelStore;
import io.jingling.platform.Platform;
import io.jingling.platform.Platform.WishChange;
import io.jingling.platform.Publishing;
import io.jingling.platform.Ranges;
import io.jingling.platform.Releases;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.SubscriberStore;
import io.jingling.platform.Vouchers;
import io.jingling.platform.Watch;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.LabelsFile;
import io.jingling.records.ReportsFile;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import io.jingling.records.StandingsFile;
import io.jingling.records.UnreadableFile;
import io.jingling.records.WishesFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Hands the HTTP edge what it asks for. */
class Ports {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Vitals vitals() {
        return new ProcessVitals();
    }

    @Produces
    @Singleton
    Platform platform() {
        return Starting.opened().platform();
    }

    @Produces
    @Singleton
    SubscriberStore subscribers() {
        return Starting.opened().storage().subscribers();
    }

    @Produces
    @Singleton
    KeyStore keys() {
        return Starting.opened().storage().keys();
    }

    @Produces
    @Singleton
    DecisionHistory history() {
        return Starting.opened().storage().decisionHistory();
    }

    @Produces
    @Singleton
    CallRecordStore records() {
        return Starting.opened().watching().records();
    }

    @Produces
    @Singleton
    Watch watch() {
        return Starting.opened().watching().watch();
    }

    @Produces
    @Singleton
    EvidenceKeeper evidence() {
        return Starting.opened().evidence();
    }

    @Produces
    @Singleton
    Vouchers vouchers() {
        return Starting.opened().vouched().vouchers();
    }

    @Produces
    @Singleton
    AccessBook accesses() {
        return Starting.opened().accesses();
    }

    @Produces
    @Singleton
    Releases releases() {
        return Starting.opened().releases();
    }

    @Produces
    @Singleton
    Bundles bundles() {
        return Starting.opened().bundles();
    }

    @Produces
    @Singleton
    Issuer issuer() {
        return Starting.opened().issuer();
    }

    @Produces
    @Singleton
    Publishing publishing() {
        return Starting.opened().publishing();
    }

    @Produces
    @Singleton
    Ranges ranges() {
        return Starting.opened().ranges();
    }

    @Produces
    @Singleton
    LabelStore labels() {
        return Starting.opened().labels();
    }

    @Produces
    @Singleton
    RowFile<Label> labelsFile(InstantSource clock) {
        return file(in -> LabelsFile.read(in, clock.instant()));
    }

    @Produces
    @Singleton
    RowFile<Sent> reportsFile(InstantSource clock) {
        return file(in -> ReportsFile.csv(in, clock.instant()));
    }

    @Produces
    @Singleton
    RowFile<Listed> standingsFile(InstantSource clock) {
        return file(in -> StandingsFile.read(in, clock.instant()));
    }

    @Produces
    @Singleton
    RowFile<WishChange> wishesFile(InstantSource clock) {
        return file(in -> WishesFile.csv(in, clock.instant()));
    }

    @Produces
    @Singleton
    RowFile<CallRecord> callsFile(InstantSource clock) {
        return file(in -> CallFormat.GENERIC.read(in, new Times(ZoneOffset.UTC, clock.instant())));
    }

    /** A file's reader as the HTTP edge wants it: rows are handed on, not fetched. */
    private static <T> RowFile<T> file(Function<InputStream, Rows<T>> reader) {
        return (in, rows) -> {
            try (Rows<T> read = reader.apply(in)) {
                while (read.hasNext()) {
                    handOn(read.next(), rows);
                }
            } catch (UnreadableFile whole) {
                throw new BadInput(whole.field(), whole.got(), whole.want());
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
        };
    }

    private static <T> void handOn(Row<T> row, RowFile.Rows<T> rows) {
        switch (row) {
            case Row.Taken<T> taken -> rows.good(taken.line(), taken.value());
            case Row.Refused<T> refused ->
                rows.bad(new RowFile.BadRow(
                        refused.why().line(),
                        refused.why().field(),
                        refused.why().got(),
                        refused.why().want()));
        }
    }
}
