package io.jingling.verifier;

import io.jingling.evidence.BundleDraft;
import io.jingling.evidence.BundleDraft.Logged;
import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Custody;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.FileReceipt;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Seals;
import io.jingling.evidence.SourceFile;
import io.jingling.evidence.Trust;
import io.jingling.seals.BouncySeals;
import io.jingling.seals.LocalAuthority;
import io.jingling.seals.Sm2;
import io.jingling.seals.Timestamps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made-up stock-tip story as a bundle, small, with real keys, a real log and real timestamps; all from one seed. */
final class MadeUpCase {
    static final Seals SEALS = new BouncySeals();
    static final String ISSUER = "jingling.example";
    static final Instant NOW = Instant.parse("2026-11-28T13:00:00Z");

    final LogInMemory log;
    final LocalAuthority own;
    final LocalAuthority other;
    final MadeUpKeys keys;
    final List<NoteSigner> signers;
    final BundleDraft draft;

    private final Map<String, Logged> receipts = new LinkedHashMap<>();
    private final Logged manifest;

    MadeUpCase(Path folder, long seed) {
        this(folder, seed, Map.of());
    }

    /** @param pages what edges write: verify.html, the timeline */
    MadeUpCase(Path folder, long seed, Map<String, byte[]> pages) {
        keys = new MadeUpKeys(seed);
        log = new LogInMemory("log.example/evidence", seed + 1);
        InstantSource clock = InstantSource.fixed(NOW.plusSeconds(60));
        own = LocalAuthority.readOrMake(folder.resolve("own"), clock);
        other = LocalAuthority.readOrMake(folder.resolve("other"), clock);
        signers = List.of(keys.ed25519(ISSUER), Sm2.signer(ISSUER, keys.bytes(32), keys.random()));
        Map<String, byte[]> contents = contents();
        CaseFile caseFile = caseFile();
        draft = BundleDraft.of(caseFile, custody(), contents, pages, SEALS);
        for (int i = 0; i < 40; i++) {
            log.append(new Opening(EntryKind.DECISIONS, keys.bytes(32), new byte[] {(byte) i}));
        }
        SourceFile first = caseFile.files().getFirst();
        byte[] receipt =
                FileReceipt.of(first, contents.get(first.path()), SEALS).bytes();
        Opening received = new Opening(EntryKind.FILE, keys.bytes(32), receipt);
        long receivedAt = log.append(received);
        Opening opening = draft.opening(keys.bytes(32));
        long index = log.append(opening);
        manifest = new Logged(opening, log.proof(index));
        receipts.put("call-log", new Logged(received, log.proof(receivedAt)));
    }

    byte[] bundle() {
        return sealed(manifest, stamps(), signers);
    }

    /** Another bundle of the same case by the same issuer: what could be replayed into the first. */
    byte[] sealed(Logged entry, List<Stamp> stamps, List<? extends NoteSigner> by) {
        return draft.sealed(entry, receipts, stamps, by);
    }

    Logged manifestEntry() {
        return manifest;
    }

    List<Stamp> stamps() {
        List<Stamp> stamps = new ArrayList<>();
        stamps.add(stamp(BundlePath.MANIFEST, "own", own, draft.manifestBytes()));
        stamps.add(stamp(BundlePath.MANIFEST, "other", other, draft.manifestBytes()));
        stamps.add(stamp(BundlePath.PROOF, "other", other, manifest.proof().bytes()));
        return stamps;
    }

    Stamp stamp(String of, String name, LocalAuthority authority, byte[] content) {
        return new Stamp(of, name, Timestamps.over(content, authority, keys.random()));
    }

    /** A trust file by which the case's own issuer, log, witness and one independent authority are believed. */
    String trustText() {
        return "jingling/trust/v1\n\n" + log.trust() + "\nissuer " + ISSUER + "\nkey "
                + signers.getFirst().verifier().key().text() + "\nkey "
                + signers.getLast().verifier().key().text() + "\n\nauthority 本机\ncertificate "
                + own.certificateBase64() + "\nindependent no\n\nauthority 另一家\ncertificate "
                + other.certificateBase64() + "\nindependent yes\n";
    }

    Trust trust() {
        return Trust.read(trustText().getBytes(StandardCharsets.UTF_8), SEALS);
    }

    static Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("files/通话记录.csv", text("time,caller,seconds\n2026-11-20T10:02:11+08:00,95,64\n"));
        contents.put("files/sms.txt", text("【某某投顾】恭喜您入选内部群，明日涨停代码回复 1 领取。\n"));
        contents.put("files/recording.wav", new byte[200]);
        contents.put("files/transfer.csv", text("time,to,yuan\n2026-11-21T09:31:00+08:00,某某咨询,19800\n"));
        return contents;
    }

    static CaseFile caseFile() {
        List<SourceFile> files = List.of(
                new SourceFile("files/通话记录.csv", "call_log", NOW.minusSeconds(900), "举报人", "由静铃 App 从手机通话记录导出"),
                new SourceFile("files/sms.txt", "sms", NOW.minusSeconds(890), "举报人", "由静铃 App 从短信收件箱复制"),
                new SourceFile("files/recording.wav", "recording", NOW.minusSeconds(880), "举报人", "来电时由手机录音"),
                new SourceFile("files/transfer.csv", "transfer", NOW.minusSeconds(870), "举报人", "由银行 App 导出"));
        List<Claim> claims = List.of(
                new Claim(
                        Claim.Kind.OBSERVED,
                        "2026-11-20 10:02 接到一次推荐股票的来电",
                        "call-log/v1",
                        "",
                        List.of("files/通话记录.csv", "files/recording.wav")),
                new Claim(
                        Claim.Kind.INFERRED,
                        "来电与短信属于同一团伙",
                        "campaigns/v1",
                        "每百万对误连不多于 10 对",
                        List.of("files/通话记录.csv", "files/sms.txt")));
        CaseFile.Head head = new CaseFile.Head("演示-2026-001", "供公安机关核查", ISSUER, "王警官", NOW);
        return new CaseFile(head, files, claims);
    }

    static Custody custody() {
        return new Custody(List.of(
                new Custody.Step("举报人", Custody.Act.COLLECT, NOW.minusSeconds(1000), "从手机导出"),
                new Custody.Step("静铃平台", Custody.Act.ACQUIRE, NOW.minusSeconds(900), "接收时计算校验值"),
                new Custody.Step("静铃平台", Custody.Act.RELEASE, NOW, "两人核准后交王警官")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
