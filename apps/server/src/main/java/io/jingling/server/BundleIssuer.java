package io.jingling.server;

import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Custody;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Occurrence;
import io.jingling.evidence.Seals;
import io.jingling.paper.ChineseFont;
import io.jingling.paper.Timeline;
import io.jingling.platform.Issuer;
import io.jingling.seals.BouncySeals;
import io.jingling.seals.Ed25519Key;
import io.jingling.seals.Sm2Key;
import io.jingling.seals.VerifyPage;
import io.jingling.storage.EvidenceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Issues bundles by keys of its own in the data folder, named as the evidence log, with the timestamps of whoever vouches for that. */
final class BundleIssuer implements Issuer {
    private static final Logger LOG = Logger.getLogger(BundleIssuer.class);

    private final Seals seals = new BouncySeals();
    private final List<NoteSigner> signers;
    private final Vouched vouched;
    private final String logKey;

    private BundleIssuer(List<NoteSigner> signers, Vouched vouched, String logKey) {
        this.signers = signers;
        this.vouched = vouched;
        this.logKey = logKey;
    }

    /** @param keys the folder with the evidence log's key, which is there */
    static BundleIssuer open(Path keys, Vouched vouched) {
        String name = EvidenceKey.origin(keys);
        try {
            String logKey = Files.readString(keys.resolve("evidence.pub")).strip();
            return new BundleIssuer(
                    List.of(Ed25519Key.readOrMake(keys, "issuer", name), Sm2Key.readOrMake(keys, "issuer-sm2", name)),
                    vouched,
                    logKey);
        } catch (IOException failure) {
            throw new UncheckedIOException(keys + ": got no key of the evidence log, want evidence.pub", failure);
        }
    }

    @Override
    public String name() {
        return signers.getFirst().verifier().key().name();
    }

    @Override
    public Seals seals() {
        return seals;
    }

    @Override
    public List<NoteSigner> signers() {
        return signers;
    }

    @Override
    public Map<String, byte[]> pages(CaseFile caseFile, Custody custody, List<Occurrence> course) {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        pages.put(BundlePath.VERIFY, VerifyPage.of(caseFile.head()));
        ChineseFont.find()
                .ifPresentOrElse(
                        font -> pages.put(BundlePath.TIMELINE, Timeline.of(caseFile, custody, course, font)),
                        () -> LOG.warn(ChineseFont.missing()));
        return pages;
    }

    @Override
    public List<Stamp> stamps(String of, byte[] content) {
        return vouched.stamping().over(content).stream()
                .map(stamped -> new Stamp(of, stamped.authority(), stamped.reply()))
                .toList();
    }

    @Override
    public String trust() {
        List<String> lines = new ArrayList<>();
        lines.add("jingling/trust/v1");
        lines.add("");
        lines.add("log " + name());
        lines.add("key " + logKey);
        vouched.witnesses().forEach(witness -> lines.add("witness " + witness.text()));
        lines.add("quorum 0");
        lines.add("");
        lines.add("issuer " + name());
        signers.forEach(signer -> lines.add("key " + signer.verifier().key().text()));
        vouched.own().ifPresent(own -> {
            lines.add("");
            lines.add("authority 本机时间戳");
            lines.add("certificate " + own.certificateBase64());
            lines.add("independent no");
        });
        return String.join("\n", lines) + "\n";
    }
}
