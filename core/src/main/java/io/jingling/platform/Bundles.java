package io.jingling.platform;

import io.jingling.custody.Access;
import io.jingling.custody.Release;
import io.jingling.custody.Release.State;
import io.jingling.detection.CampaignView;
import io.jingling.detection.Model;
import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.BundleDraft;
import io.jingling.evidence.BundleDraft.Logged;
import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Custody;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.FileReceipt;
import io.jingling.evidence.SourceFile;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.EvidenceKeeper.Filed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Makes the bundle of a case: what the platform knows and what somebody handed in, logged, stamped and sealed.
 *
 * <p>That somebody exports, and with which numbers, is in evidence and in the access log first. Files are hashed as they come.
 */
public final class Bundles {
    private static final int DECISIONS_MAX = 5_000;
    private static final int RECORDS_MAX = 10_000;
    private static final String HANDED = BundlePath.FILES + "材料/";

    private final Sources sources;
    private final AccessBook book;
    private final Issuer issuer;

    /**
     * What the platform knows.
     *
     * @param releases by which numbers are in full
     */
    public record Sources(DecisionHistory decisions, CallRecordStore records, Watch watch, Releases releases) {}

    public Bundles(Sources sources, AccessBook book, Issuer issuer) {
        this.sources = sources;
        this.book = book;
        this.issuer = issuer;
    }

    /** The release that an order goes by, or none; whoever exports must be allowed to read it. */
    private record Permit(List<Release> releases) {
        Set<PhoneNumber> numbers() {
            return releases.isEmpty()
                    ? Set.of()
                    : Set.copyOf(releases.getFirst().numbers());
        }
    }

    /** What was handed in, as it is in the log. */
    private record Received(Map<String, byte[]> contents, List<SourceFile> files, Map<String, Logged> logged) {}

    /** What came of an order. */
    public sealed interface Outcome {
        /** The finished file. */
        record Made(byte[] bundle) implements Outcome {}

        record Denied(io.jingling.custody.Denial why) implements Outcome {}
    }

    /**
     * Makes it; durable in evidence on return.
     *
     * @throws NoSuchElementException where there is no such campaign, decision or release
     * @throws IllegalArgumentException where there is nothing to tell, or the order cannot be written
     * @throws StoreFailure where evidence, the stores or the seals fail: then there is no bundle
     */
    public Outcome export(ApiKey key, BundleOrder order, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        Permit permit = new Permit(List.of());
        if (order.release().isEmpty()) {
            book.enter(masked(key, order, at), whose(order));
        } else {
            switch (sources.releases().export(order.release(), key, order.caseId(), whose(order), at)) {
                case Release.Answer.Allowed(Release release) -> permit = new Permit(List.of(release));
                case Release.Answer.Denied denied -> {
                    return new Outcome.Denied(denied.why());
                }
            }
        }
        Dossier dossier = dossier(order, permit.numbers(), at);
        return new Outcome.Made(sealed(key, order, permit, dossier, now));
    }

    private static Access masked(ApiKey key, BundleOrder order, Instant at) {
        return new Access(
                at,
                Access.Step.EXPORTED,
                AccessBook.person(key),
                "",
                order.caseId(),
                "bundle, numbers masked",
                order.purpose());
    }

    /** Whose data it tells, as far as the order names them. */
    private static List<PhoneNumber> whose(BundleOrder order) {
        List<PhoneNumber> whose = new ArrayList<>(order.about().callers());
        if (order.complainant().isKnown()) {
            whose.add(order.complainant());
        }
        return whose;
    }

    private Dossier dossier(BundleOrder order, Set<PhoneNumber> released, Instant now) {
        List<CampaignView> campaigns = new ArrayList<>();
        Set<PhoneNumber> callers = new LinkedHashSet<>(order.about().callers());
        for (long id : order.about().decisions()) {
            callers.add(sources.decisions()
                    .find(id)
                    .map(PastDecision::caller)
                    .filter(PhoneNumber::isKnown)
                    .orElseThrow(() -> noSuch("decision on a caller who showed a number")));
        }
        if (!order.about().campaign().isEmpty()) {
            campaigns.add(
                    sources.watch().campaign(order.about().campaign(), now).orElseThrow(() -> noSuch("campaign")));
            campaigns.getFirst().members().forEach(member -> callers.add(member.number()));
        }
        List<PastDecision> decisions = decisions(callers, order.span());
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("about: got callers without any decision from "
                    + order.span().from() + " to " + order.span().to() + ", want some that called then");
        }
        List<CallRecord> records = sources.records()
                .ofCallers(callers, order.span().from(), order.span().to(), RECORDS_MAX);
        String model = sources.watch().model().map(Model::name).orElse("（无）");
        return new Dossier(decisions, records, campaigns, order.complainant(), released, model);
    }

    private List<PastDecision> decisions(Set<PhoneNumber> callers, BundleOrder.Span span) {
        List<PastDecision> all = new ArrayList<>();
        for (PhoneNumber caller : callers) {
            all.addAll(sources.decisions().ofCaller(caller, span.from(), span.to(), DECISIONS_MAX - all.size() + 1));
            if (all.size() > DECISIONS_MAX) {
                throw new IllegalArgumentException("about: got more than " + DECISIONS_MAX
                        + " decisions, want fewer; ask for fewer callers or a shorter time");
            }
        }
        all.sort(Comparator.comparing(PastDecision::at).thenComparing(PastDecision::id));
        return all;
    }

    private byte[] sealed(ApiKey key, BundleOrder order, Permit permit, Dossier dossier, Instant now) {
        Received received = receive(order, now);
        Map<String, byte[]> contents = new LinkedHashMap<>(dossier.contents());
        contents.putAll(received.contents());
        List<SourceFile> files = new ArrayList<>();
        dossier.how().forEach((path, how) -> files.add(new SourceFile(path, sort(path), now, issuer.name(), how)));
        files.addAll(received.files());
        CaseFile caseFile = new CaseFile(head(key, order, now), files, claims(dossier, received));
        Custody custody = custody(key, order, permit, now);
        BundleDraft draft = BundleDraft.of(
                caseFile, custody, contents, issuer.pages(caseFile, custody, dossier.course()), issuer.seals());
        Logged manifest = logged(EntryKind.CUSTODY, draft.manifestBytes());
        List<Stamp> stamps = new ArrayList<>(issuer.stamps(BundlePath.MANIFEST, draft.manifestBytes()));
        stamps.addAll(issuer.stamps(BundlePath.PROOF, manifest.proof().bytes()));
        return draft.sealed(manifest, received.logged(), stamps, issuer.signers());
    }

    private static List<Claim> claims(Dossier dossier, Received received) {
        List<Claim> claims = new ArrayList<>(dossier.claims());
        received.files().stream()
                .map(file -> new Claim(
                        Claim.Kind.OBSERVED,
                        file.from() + "交来 " + file.path().substring(HANDED.length()) + "：" + file.how(),
                        "handed-in/v1",
                        "",
                        List.of(file.path())))
                .forEach(claims::add);
        return claims;
    }

    private Received receive(BundleOrder order, Instant now) {
        Received received = new Received(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (BundleOrder.Handed handed : order.files()) {
            SourceFile file = new SourceFile(HANDED + handed.name(), handed.sort(), now, handed.from(), handed.how());
            FileReceipt receipt = FileReceipt.of(file, handed.content(), issuer.seals());
            received.files().add(file);
            received.contents().put(file.path(), handed.content());
            received.logged().put("file-" + received.files().size(), logged(EntryKind.FILE, receipt.bytes()));
        }
        return received;
    }

    /** Waits until it is durable. */
    private Logged logged(EntryKind kind, byte[] content) {
        Filed filed = book.keeper().filed(kind, content);
        return new Logged(
                filed.opening(), book.keeper().log().proof(filed.receipt().index()));
    }

    private CaseFile.Head head(ApiKey key, BundleOrder order, Instant now) {
        return new CaseFile.Head(order.caseId(), order.purpose(), issuer.name(), exporter(key), now);
    }

    /** Who exports, as every paper of the bundle says. */
    private static String exporter(ApiKey key) {
        return key.name().strip() + "（密钥 " + key.id() + "）";
    }

    private Custody custody(ApiKey key, BundleOrder order, Permit permit, Instant now) {
        List<Custody.Step> steps = new ArrayList<>();
        permit.releases().forEach(release -> {
            steps.add(new Custody.Step(
                    release.asker().name(),
                    Custody.Act.IDENTIFY,
                    release.asked().truncatedTo(ChronoUnit.SECONDS),
                    "申请调阅完整号码（" + release.id() + "）：" + release.wish().reason()));
            if (release.state() instanceof State.Released released) {
                steps.add(new Custody.Step(
                        released.by().name(),
                        Custody.Act.RELEASE,
                        released.at().truncatedTo(ChronoUnit.SECONDS),
                        "批准调阅（" + release.id() + "）"));
            }
        });
        if (!order.files().isEmpty()) {
            steps.add(new Custody.Step(
                    issuer.name(),
                    Custody.Act.ACQUIRE,
                    now,
                    "接收 " + order.files().size() + " 个文件，接收时计算校验值并存证"));
        }
        steps.add(new Custody.Step(issuer.name(), Custody.Act.PRESERVE, now, "从平台的记录导出，清单存证并加盖时间戳、封印"));
        steps.add(new Custody.Step(exporter(key), Custody.Act.RELEASE, now, "导出证据包，用于：" + order.purpose()));
        return new Custody(steps);
    }

    private static String sort(String path) {
        return path.equals(Dossier.DECISIONS) || path.equals(Dossier.RECORDS) ? "call_log" : "campaign";
    }

    private static NoSuchElementException noSuch(String thing) {
        return new NoSuchElementException("id: got one that nothing has, want that of a " + thing);
    }
}
