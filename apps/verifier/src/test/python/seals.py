"""Signatures and timestamps by openssl, the program and its library; each question is asked once."""
import base64
import ctypes
import ctypes.util
import datetime
import functools
import hashlib
import os
import re
import subprocess
import tempfile

SM2 = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d034200")
SM2_TYPE = b"jingling/sm2/v1\0"
CRYPTO = ctypes.CDLL(ctypes.util.find_library("crypto"))
for name, result, arguments in (
    ("EVP_PKEY_new_raw_public_key", ctypes.c_void_p, (ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t)),
    ("EVP_MD_CTX_new", ctypes.c_void_p, ()),
    ("EVP_DigestVerifyInit", ctypes.c_int, (ctypes.c_void_p,) * 5),
    ("EVP_DigestVerify", ctypes.c_int,
     (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t)),
    ("EVP_MD_CTX_free", None, (ctypes.c_void_p,)),
    ("EVP_PKEY_free", None, (ctypes.c_void_p,)),
):
    function = getattr(CRYPTO, name)
    function.restype, function.argtypes = result, arguments


class Seals:
    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.verifies = functools.lru_cache(200_000)(self._verifies)
        self.timestamp_of = functools.lru_cache(200_000)(self._timestamp)
        self.sm3 = functools.lru_cache(10_000)(lambda content: hashlib.new("sm3", content).hexdigest())
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def timestamp(self, reply, stamped, authorities):
        """The authority that is believed, or none; ValueError where it is no timestamp of that."""
        return self.timestamp_of(reply, stamped, tuple(authorities))

    def _file(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def _openssl(self, *arguments):
        return subprocess.run(("openssl",) + arguments, capture_output=True, check=False)

    def _verifies(self, type_, material, message, signature):
        if type_ == 1 and len(material) == 32 and len(signature) == 64:
            return self._ed25519(material, message, signature)
        if type_ == 4 and len(material) == 32 and len(signature) == 72 and signature[0] < 128:
            seconds = int.from_bytes(signature[:8], "big")
            return self._ed25519(material, b"cosignature/v1\ntime %d\n" % seconds + message, signature[8:])
        if type_ == 255 and material.startswith(SM2_TYPE) and len(material) == len(SM2_TYPE) + 65 and len(signature) == 64:
            return self._sm2(material[len(SM2_TYPE):], message, signature)
        return False

    def _ed25519(self, key, message, signature):
        """In this process, as one is asked for each bit of a seal."""
        public = CRYPTO.EVP_PKEY_new_raw_public_key(1087, None, key, 32)
        context = CRYPTO.EVP_MD_CTX_new()
        try:
            return (public is not None
                    and CRYPTO.EVP_DigestVerifyInit(context, None, None, None, public) == 1
                    and CRYPTO.EVP_DigestVerify(context, signature, len(signature), message, len(message)) == 1)
        finally:
            CRYPTO.EVP_MD_CTX_free(context)
            CRYPTO.EVP_PKEY_free(public)

    def _sm2(self, point, message, signature):
        pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(SM2 + point) + b"-----END PUBLIC KEY-----\n"
        body = der_number(signature[:32]) + der_number(signature[32:])
        done = self._openssl("dgst", "-sm3", "-sigopt", "distid:1234567812345678", "-verify", self._file("key", pem),
                             "-signature", self._file("signature", b"\x30" + bytes([len(body)]) + body),
                             self._file("message", message))
        return done.returncode == 0

    def _timestamp(self, reply, stamped, authorities):
        path, data = self._file("reply", reply), self._file("data", stamped)
        text = self._openssl("ts", "-reply", "-in", path, "-text").stdout.decode("utf-8", "replace")
        at = re.search(r"^Time stamp: (.+) GMT$", text, re.M)
        if not at or not re.search("^Hash Algorithm: sha256$", text, re.M):
            raise ValueError("no timestamp with SHA-256")
        time = datetime.datetime.strptime(at[1].split(".")[0] + at[1][-5:] if "." in at[1] else at[1], "%b %d %H:%M:%S %Y")
        seconds = int(time.replace(tzinfo=datetime.timezone.utc).timestamp())
        token = os.path.join(self.folder.name, "token")
        self._openssl("ts", "-reply", "-in", path, "-token_out", "-out", token)
        embedded = self._openssl("pkcs7", "-inform", "DER", "-in", token, "-print_certs").stdout
        chain = self._file("chain", embedded)
        for authority in authorities:
            if self._checks(path, data, pem_certificate(authority[1]), chain, seconds):
                return authority
        if not self._checks(path, data, embedded, chain, seconds):
            raise ValueError("no timestamp of this")
        return None

    def _checks(self, reply, data, anchors, chain, seconds):
        done = self._openssl("ts", "-verify", "-in", reply, "-data", data, "-CAfile", self._file("anchors", anchors),
                             "-untrusted", chain, "-partial_chain", "-attime", str(seconds))
        return done.returncode == 0


def pem_certificate(der):
    return b"-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(der) + b"-----END CERTIFICATE-----\n"


def der_number(raw):
    raw = raw.lstrip(b"\0") or b"\0"
    raw = b"\0" + raw if raw[0] > 127 else raw
    return b"\2" + bytes([len(raw)]) + raw
