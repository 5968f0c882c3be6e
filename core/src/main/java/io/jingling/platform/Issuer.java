package io.jingling.platform;

import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Custody;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Occurrence;
import io.jingling.evidence.Seals;
import java.util.List;
import java.util.Map;

/** Who issues bundles: signatures, papers for people, and others' word for the time. Fails by {@link StoreFailure}. */
public interface Issuer {
    /** As the seal's keys are named. */
    String name();

    Seals seals();

    /** Ed25519 first, then SM2. */
    List<NoteSigner> signers();

    /** verify.html and, where there is a font for it, the timeline; each says who exported it. */
    Map<String, byte[]> pages(CaseFile caseFile, Custody custody, List<Occurrence> course);

    /** What each time stamping authority says of it, or none: {@code of} is {@code manifest.txt} or the proof of it. */
    List<Stamp> stamps(String of, byte[] content);

    /** What one who believes this platform takes for a trust file; to be handed on apart from any bundle. */
    String trust();
}
