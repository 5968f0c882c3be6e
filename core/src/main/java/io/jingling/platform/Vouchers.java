package io.jingling.platform;

import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Stamping.Stamped;
import java.util.List;
import java.util.Optional;

/** What others say of the evidence log's checkpoints: witnesses' cosignatures, and timestamps. */
public interface Vouchers {
    /** The newest that witnesses cosigned, of the last two the one with more cosignatures; empty where nobody did yet. */
    Optional<SignedCheckpoint> cosigned();

    /** The files of all timestamps, oldest first: {@code SIZE.checkpoint}, and over each {@code SIZE.AUTHORITY.tsr}. */
    List<String> stamps();

    /** One of those files; empty where there is none. */
    Optional<byte[]> stamp(String name);

    /** Keeps it. */
    interface Store {
        /** What was saved last. */
        Optional<SignedCheckpoint> cosigned();

        /** Durable on return, in place of the one before; {@link StoreFailure} where it is not. */
        void saveCosigned(SignedCheckpoint cosigned);

        /** See {@link Vouchers#stamps}. */
        List<String> stamps();

        /** See {@link Vouchers#stamp}. */
        Optional<byte[]> stamp(String name);

        /** Durable on return, beside all before; {@link StoreFailure} where it is not. */
        void saveStamps(SignedCheckpoint stamped, List<Stamped> stamps);
    }
}
