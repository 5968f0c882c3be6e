package io.jingling.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.Check;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.TreeHead;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SM2 beside Ed25519 on notes, and openssl as the other reader. */
class Sm2Test {
    private static final byte[] SPKI = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");
    private static final byte[] TEXT = "log.example/evidence\n7\ntext\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** GB/T 32905-2016, annex A. */
    @Test
    void sm3IsThatOfTheStandard() {
        assertThat(new BouncySeals().sm3("abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void opensslReadsWhatWeSigned() throws Exception {
        NoteSigner signer = signer();
        byte[] signature = signer.sign(TEXT);
        Files.write(folder.resolve("message"), TEXT);
        Files.write(folder.resolve("signature"), der(signature));
        Files.writeString(folder.resolve("key.pem"), pem(signer.verifier().key()));
        assertThat(verify()).startsWith("exit 0\n").contains("Verified OK");
        Files.writeString(folder.resolve("message"), "something else");
        assertThat(verify()).startsWith("exit 1\n");
    }

    @Test
    void weReadWhatOpensslSigned() throws Exception {
        Openssl openssl = new Openssl(folder);
        openssl.run("ecparam", "-genkey", "-name", "SM2", "-out", "secret.pem");
        openssl.run("pkey", "-in", "secret.pem", "-pubout", "-outform", "DER", "-out", "public.der");
        Files.write(folder.resolve("message"), TEXT);
        openssl.run(
                "dgst",
                "-sm3",
                "-sign",
                "secret.pem",
                "-sigopt",
                "distid:" + Sm2.IDENTITY,
                "-out",
                "signature",
                "message");
        byte[] open = Files.readAllBytes(folder.resolve("public.der"));
        byte[] type = "jingling/sm2/v1\0".getBytes(StandardCharsets.US_ASCII);
        byte[] material = Arrays.copyOf(type, type.length + 65);
        System.arraycopy(open, open.length - 65, material, type.length, 65);
        NoteKey key = new NoteKey("openssl.example", NoteKey.OTHER, material);
        byte[] plain = plain(Files.readAllBytes(folder.resolve("signature")));
        assertThat(new BouncySeals().verifier(key).verifies(TEXT, plain)).isTrue();
        plain[0] ^= 1;
        assertThat(new BouncySeals().verifier(key).verifies(TEXT, plain)).isFalse();
    }

    @Test
    void aCheckpointIsSignedByBothAndNeitherMayBeMissing() throws Exception {
        String origin = "log.example/evidence";
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key =
                new NoteKey(origin, NoteKey.ED25519, last32(pair.getPublic().getEncoded()));
        NoteSigner ed25519 = Ed25519.signer(key, last32(pair.getPrivate().getEncoded()));
        NoteSigner sm2 = Sm2Key.readOrMake(folder, "evidence-sm2", origin);
        NoteSigner again = Sm2Key.readOrMake(folder, "evidence-sm2", origin);
        assertThat(again.verifier().key()).isEqualTo(sm2.verifier().key());
        SignedCheckpoint signed = SignedCheckpoint.sign(origin, TreeHead.EMPTY, List.of(ed25519, sm2));
        SignedCheckpoint read = SignedCheckpoint.read(signed.note().bytes());
        assertThat(read.check(origin, List.of(ed25519.verifier(), sm2.verifier())))
                .isEqualTo(Check.HOLDS);
        SignedCheckpoint one = SignedCheckpoint.sign(origin, TreeHead.EMPTY, List.of(ed25519));
        assertThat(one.check(origin, List.of(ed25519.verifier(), sm2.verifier()))
                        .holds())
                .isFalse();
    }

    @Test
    void noSignatureIsOfAnotherLengthOrRange() {
        NoteSigner signer = signer();
        byte[] signature = signer.sign(TEXT);
        assertThat(signer.verifier().verifies(TEXT, signature)).isTrue();
        assertThat(signer.verifier().verifies(TEXT, Arrays.copyOf(signature, 63)))
                .isFalse();
        assertThat(signer.verifier().verifies(TEXT, Arrays.copyOf(signature, 65)))
                .isFalse();
        assertThat(signer.verifier().verifies(TEXT, new byte[64])).isFalse();
        byte[] beyond = signature.clone();
        Arrays.fill(beyond, 0, 32, (byte) 0xFF);
        assertThat(signer.verifier().verifies(TEXT, beyond)).isFalse();
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Sm2Key.readOrMake(folder, "a", "a.example");
        Files.setPosixFilePermissions(folder.resolve("a.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Sm2Key.readOrMake(folder, "a", "a.example"))
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining("want rw-------");
    }

    @Test
    void aKeyOfAnotherTypeIsRefused() {
        NoteKey other = new NoteKey("a.example", NoteKey.OTHER, new byte[81]);
        assertThatThrownBy(() -> new BouncySeals().verifier(other)).hasMessageContaining("want SM2");
    }

    private NoteSigner signer() {
        return Sm2Key.readOrMake(folder, "signer", "signer.example");
    }

    private String verify() throws IOException, InterruptedException {
        return new Openssl(folder)
                .run(
                        "dgst",
                        "-sm3",
                        "-verify",
                        "key.pem",
                        "-sigopt",
                        "distid:" + Sm2.IDENTITY,
                        "-signature",
                        "signature",
                        "message");
    }

    private static String pem(NoteKey key) {
        byte[] point = Sm2.point(key).getEncoded(false);
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + point.length);
        System.arraycopy(point, 0, encoded, SPKI.length, point.length);
        return Pem.write("PUBLIC KEY", encoded);
    }

    /* RFC 8410: either half ends in its 32 bytes. */
    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - Ed25519.SEED_BYTES, encoded.length);
    }

    private static byte[] der(byte[] plain) throws IOException {
        return new DERSequence(new ASN1Integer[] {
                    new ASN1Integer(new BigInteger(1, Arrays.copyOf(plain, 32))),
                    new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(plain, 32, 64)))
                })
                .getEncoded();
    }

    private static byte[] plain(byte[] der) {
        ASN1Sequence both = ASN1Sequence.getInstance(der);
        byte[] plain = new byte[64];
        for (int i = 0; i < 2; i++) {
            byte[] number = BigIntegers.asUnsignedByteArray(
                    32, ASN1Integer.getInstance(both.getObjectAt(i)).getValue());
            System.arraycopy(number, 0, plain, 32 * i, 32);
        }
        return plain;
    }
}
