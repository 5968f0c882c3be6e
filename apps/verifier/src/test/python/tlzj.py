#!/usr/bin/env python3
"""A second verifier of bundles, written from docs/reference/bundle.md and evidence.md: Python's standard library and openssl.

tlzj.py FILE.tlzj [--trust FILE]     prints one line of JSON; exit 0 good, 1 not
tlzj.py --many [--trust FILE]        bundles on standard input, each behind its length (4 bytes, big-endian); one line each
"""
import base64
import hashlib
import json
import re
import struct
import sys
import zlib

from seals import Seals

CONTROLS = re.compile("[\0-\x1f\x7f-\x9f]")
OF_MANIFEST = {"README-民警.txt", "bundle.txt", "custody.txt", "verify.html", "时间线.pdf", "清单.csv"}
NEEDED = OF_MANIFEST - {"verify.html", "时间线.pdf"} | {"manifest.txt", "log/manifest.opening", "log/manifest.tlog-proof"}
OTHERS = re.compile(r"manifest\.txt|seal\.txt|log/[a-z0-9-]{1,64}\.(opening|tlog-proof)|time/(manifest|proof)\.[a-z0-9-]{1,64}\.tsr")
KINDS = ("decisions wish report appeal model rules number_access file canary_plan mark_plan finding custody").split()
DIGEST = re.compile(r"([0-9a-f]{64}) ([0-9a-f]{64}) (0|[1-9][0-9]{0,9}) (.+)", re.S)
DECIMAL = re.compile("0|[1-9][0-9]{0,18}")


class Refused(Exception):
    """What is wrong, and with which file."""

    def __init__(self, file, reason):
        super().__init__(file + ": " + reason)
        self.file, self.reason = file, reason


def want(holds, file, reason):
    if not holds:
        raise Refused(file, reason)


def text_of(file, content):
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(file, "no UTF-8") from None


def unbase64(file, text):
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = b""
    want(base64.b64encode(raw).decode() == text, file, "no canonical Base64")
    return raw


def decimal(file, text):
    want(DECIMAL.fullmatch(text) and int(text) < 2**63, file, "no number")
    return int(text)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def read_zip(zip_):
    """The files, where the zip is the one writing of them."""
    want(len(zip_) <= 2**30, ".tlzj", "too long")
    files, at, central, last = {}, 0, b"", ".tlzj"
    while zip_[at:at + 4] == b"PK\3\4" and len(zip_) - at >= 30:
        size, name_length = struct.unpack_from("<I", zip_, at + 22)[0], struct.unpack_from("<H", zip_, at + 26)[0]
        end = at + 30 + name_length + size
        want(end <= len(zip_) and len(files) < 10_000, last, "a file behind it does not end")
        raw = zip_[at + 30:at + 30 + name_length]
        name = text_of(last, raw)
        want_name(last, name, raw)
        want(not files or raw > last.encode(), name, "not sorted")
        content = zip_[at + 30 + name_length:end]
        common = struct.pack("<HHHHHIIIHH", 20, 0x800, 0, 0, 0x21, zlib.crc32(content), size, size, name_length, 0)
        want(zip_[at:at + 30] == b"PK\3\4" + common, name, "another head or CRC-32")
        central += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + raw
        files[name], at, last = content, end, name
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(central), at, 0)
    if zip_[at:] != central + end:
        raise Refused(file_in_directory(files, central + end, zip_[at:]), "another directory")
    want(len({re.sub("[A-Z]", lambda m: m[0].lower(), name) for name in files}) == len(files), last, "case alone differs")
    return files


def file_in_directory(files, should, got):
    differs = next((i for i, (a, b) in enumerate(zip(should, got)) if a != b), min(len(should), len(got)))
    end = 0
    for name in files:
        end += 46 + len(name.encode())
        if differs < end:
            return name
    return ".tlzj"


def want_name(file, name, raw):
    good = 1 <= len(raw) <= 255 and not CONTROLS.search(name) and not re.search(r'[\\:*?"<>|]', name)
    parts = name.split("/")
    good = good and all(part and part[0] != " " and part[-1] not in " ." for part in parts)
    want(good, file, "a bad name: " + repr(name))


def digests(file, lines):
    found = {}
    for line in lines:
        match = DIGEST.fullmatch(line)
        want(match, file, "no line of digests: " + line[:40])
        want_name(file, match[4], match[4].encode("utf-8"))
        want(not found or list(found)[-1].encode() < match[4].encode(), file, "not sorted")
        found[match[4]] = line
    return found


def read_note(file, content):
    """Text, and signatures as (name, id, bytes)."""
    whole = text_of(file, content)
    want(len(content) <= 2**20 and whole.endswith("\n") and "\n\n" in whole, file, "no note")
    text, _, below = whole.rpartition("\n\n")
    text += "\n"
    lines = below[:-1].split("\n")
    want(not re.search("[\0-\x09\x0b-\x1f]", text) and below and len(lines) <= 64, file, "no note")
    signatures = []
    for line in lines:
        want(line.startswith("— ") and " " in line[2:], file, "no line of a signature")
        name, _, encoded = line[2:].partition(" ")
        raw = unbase64(file, encoded)
        want(len(raw) > 4 and name, file, "no signature")
        signatures.append((name, raw[:4], raw[4:]))
    return text, signatures


def read_key(file, vkey):
    match = re.fullmatch(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)", vkey)
    want(match, file, "no key")
    raw = unbase64(file, match[3])
    id_ = sha256(match[1].encode() + b"\n" + raw)[:4]
    want(len(raw) > 1 and id_.hex() == match[2] and not re.search(r"\s", match[1]), file, "no key")
    return match[1], id_, raw[0], raw[1:]


def paragraphs(file, format_, content):
    """Each a list of (name, value)."""
    parts = text_of(file, content).split("\n\n")
    want(parts[0] == format_ and len(parts) > 1 and parts[-1].endswith("\n"), file, "another format")
    parts[-1] = parts[-1][:-1]
    found = []
    for part in parts[1:]:
        lines = [line.partition(" ")[::2] for line in part.split("\n")]
        for name, value in lines:
            good = re.fullmatch("[a-z][a-z0-9_]*", name) and value and value[0] != " " and value[-1] != " "
            want(good and not CONTROLS.search(value), file, "no line of a name and a value")
        found.append(lines)
    return found


def values(file, lines, names):
    """The values of lines of exactly those names; a last name ending in + may come again."""
    many = names[-1].endswith("+")
    names = [name.rstrip("+") for name in names]
    got = [name for name, _ in lines]
    if many and len(got) > len(names):
        names = names + [names[-1]] * (len(got) - len(names))
    want(got == names, file, "lines: got %s, want %s" % (got, names))
    return [value for _, value in lines]


def want_time(file, text):
    import datetime
    try:
        good = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text, re.A) and datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        good = False
    want(good, file, "no time: " + text)


def leaf_of(file, content, files):
    """The leaf hash that an opening gives, its kind, and its content."""
    all_ = paragraphs(file, "jingling/opening/v1", content)
    want(len(all_) == 1 and len(all_[0]) == 3, file, "no opening")
    last = all_[0][2][0]
    want(last in ("file", "content"), file, "no content")
    kind, salt, where = values(file, all_[0], ["kind", "salt", last])
    want(kind in KINDS, file, "no kind")
    salt = unbase64(file, salt)
    want(len(salt) == 32 and (last == "content" or where in files), file, "no salt or no such file")
    content = files[where] if last == "file" else unbase64(file, where)
    code = bytes([KINDS.index(kind) + 1])
    commitment = sha256(b"jingling/commitment/v1\0", code, salt, content)
    return sha256(b"\0\1", code, commitment), kind, content


def read_proof(file, content, leaf):
    """The checkpoint's note, where the proof includes the leaf."""
    head, blank, note = content.partition(b"\n\n")
    want(blank and head.isascii(), file, "no proof")
    lines = head.decode().split("\n")
    want(lines[0] == "c2sp.org/tlog-proof@v1" and len(lines) > 1 and lines[1].startswith("index "), file, "no proof")
    index = decimal(file, lines[1][6:])
    path = [unbase64(file, line) for line in lines[2:]]
    want(len(path) <= 63 and all(len(p) == 32 for p in path), file, "no path")
    text, signatures = read_note(file, note)
    checkpoint = text[:-1].split("\n")
    want(len(checkpoint) >= 3 and all(checkpoint), file, "no checkpoint")
    size, root = decimal(file, checkpoint[1]), unbase64(file, checkpoint[2])
    want(index < size and len(root) == 32, file, "not in the tree")
    first, last = index, size - 1
    for p in path:
        want(last, file, "path too long")
        if first & 1 or first == last:
            leaf = sha256(b"\1", p, leaf)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            leaf = sha256(b"\1", leaf, p)
        first, last = first >> 1, last >> 1
    want(last == 0 and leaf == root, file, "does not include the entry")
    return text, signatures


class Bundle:
    """One bundle, looked at in the order in which it can be believed."""

    def __init__(self, zip_, trust, seals):
        self.trust, self.seals, self.times = trust, seals, []
        self.files = read_zip(zip_)
        self.keys, self.sealed = self.check_seal()
        self.check_contents()
        self.proofs = self.check_log()
        self.time, self.origin, self.refusals = "unknown", "unknown", []
        self.check_time()
        if trust:
            self.check_origin()

    def check_seal(self):
        want("seal.txt" in self.files, "seal.txt", "missing")
        text, signatures = read_note("seal.txt", self.files["seal.txt"])
        lines = text[:-1].split("\n")
        want(lines[0] == "jingling/seal/v1", "seal.txt", "another format")
        keys = [read_key("seal.txt", line[4:]) for line in lines if line.startswith("key ")]
        want(1 <= len(keys) <= 4 and len({k[0] for k in keys}) == 1 and len(set(keys)) == len(keys), "seal.txt", "keys")
        want(any(key[2] == 1 for key in keys), "seal.txt", "no Ed25519 key")
        sealed = digests("seal.txt", lines[1 + len(keys):])
        want([s[:2] for s in signatures] == [k[:2] for k in keys], "seal.txt", "other signatures than keys")
        for key, signature in zip(keys, signatures):
            want(self.seals.verifies(key[2], key[3], text.encode(), signature[2]), "seal.txt", "a wrong signature")
        for name, line in sealed.items():
            want(name in self.files, name, "missing")
            want(line == self.line(name), name, "other digests than sealed")
        for name in self.files:
            want(name in sealed or name == "seal.txt", name, "not sealed")
        return keys, sealed

    def line(self, name):
        content = self.files[name]
        return "%s %s %d %s" % (sha256(content).hex(), self.seals.sm3(content), len(content), name)

    def check_contents(self):
        for name in self.files:
            want(name in OF_MANIFEST or name.startswith("files/") or OTHERS.fullmatch(name), name, "unknown name")
        for name in NEEDED:
            want(name in self.files, name, "missing")
        manifest = text_of("manifest.txt", self.files["manifest.txt"])
        lines = [line for name, line in self.sealed.items() if name in OF_MANIFEST or name.startswith("files/")]
        want(manifest == "\n".join(["jingling/manifest/v1"] + lines) + "\n", "manifest.txt", "other lines than sealed")
        self.case = self.check_case(paragraphs("bundle.txt", "jingling/bundle/v1", self.files["bundle.txt"]))
        self.check_custody(self.files["custody.txt"])

    def check_case(self, all_):
        f = "bundle.txt"
        head = values(f, all_[0], ["case", "purpose", "issuer", "exporter", "made"])
        want_time(f, head[4])
        want(head[2] == self.keys[0][0], f, "another issuer than sealed")
        described, claims = {}, 0
        for lines in all_[1:]:
            if claims == 0 and lines[0][0] == "file":
                path, _, received, _, _ = values(f, lines, ["file", "sort", "received", "from", "how"])
                want_time(f, received)
                want(path.startswith("files/") and path not in described, f, "a file twice or elsewhere")
                described[path] = lines
                continue
            claims += 1
            inferred = ("kind", "inferred") in lines
            names = ["claim", "kind", "text", "method"] + ["bound"] * inferred + ["input+"]
            got = values(f, lines, names)
            want(got[0] == str(claims) and got[1] in ("observed", "inferred"), f, "no claim")
            want(all(path in described for path in got[4 + inferred:]), f, "an input that is no file")
        there = {name for name in self.files if name.startswith("files/")}
        for name in there ^ set(described):
            raise Refused(name, "described and not there, or there and not described")
        return described

    def check_custody(self, content):
        f, before, last = "custody.txt", b"jingling/custody/v1\n", ""
        for number, lines in enumerate(paragraphs(f, "jingling/custody/v1", content), 1):
            step, _, what, when, _, previous = values(f, lines, ["step", "who", "what", "when", "note", "previous"])
            want_time(f, when)
            want(step == str(number) and when >= last, f, "steps out of order")
            want(what in ("identify", "collect", "acquire", "preserve", "release"), f, "no such act")
            want(previous == sha256(before).hex(), f, "another file before the step")
            before += ("\n" + "".join("%s %s\n" % line for line in lines)).encode()
            last = when

    def check_log(self):
        proofs = {}
        for name in self.files:
            if not name.startswith("log/"):
                continue
            stem = name.rpartition(".")[0]
            for other in (stem + ".opening", stem + ".tlog-proof"):
                want(other in self.files, other, "missing")
            if not name.endswith(".opening"):
                continue
            leaf, kind, content = leaf_of(name, self.files[name], self.files)
            if name == "log/manifest.opening":
                want(kind == "custody" and content == self.files["manifest.txt"], name, "not of the manifest")
            elif kind == "file":
                self.check_receipt(name, content)
            proof = stem + ".tlog-proof"
            proofs[proof] = read_proof(proof, self.files[proof], leaf)
        return proofs

    def check_receipt(self, f, content):
        all_ = paragraphs(f, "jingling/file/v1", content)
        want(len(all_) == 2, f, "no receipt")
        digest, = values(f, all_[0], ["digest"])
        path = values(f, all_[1], ["file", "sort", "received", "from", "how"])[0]
        want(self.case.get(path) == all_[1] and self.sealed.get(path) == digest, f, "the receipt of another file")

    def check_time(self):
        best, authorities = [], self.trust["authorities"] if self.trust else []
        for name in self.files:
            if not name.startswith("time/"):
                continue
            stamped = "manifest.txt" if name.startswith("time/manifest.") else "log/manifest.tlog-proof"
            try:
                authority = self.seals.timestamp(self.files[name], self.files[stamped], authorities)
                best.append("unknown" if authority is None else "holds" if authority[2] else "own_word")
            except ValueError as wrong:
                self.refusals.append((name, str(wrong)))
        text, signatures = self.proofs["log/manifest.tlog-proof"]
        log = self.trust["logs"].get(text.split("\n")[0]) if self.trust else None
        if log and any(self.signed([witness], text, signatures) == 1 for witness in log["witnesses"]):
            best.append("holds")
        if self.refusals:
            self.time = "fails"
        elif self.trust:
            self.time = next((word for word in ("holds", "own_word") if word in best), "unknown")

    def signed(self, keys, text, signatures):
        """How many of the keys signed; -1 where one of them did so wrongly."""
        count = 0
        for name, id_, type_, material in keys:
            mine = [s[2] for s in signatures if s[:2] == (name, id_)]
            if not all(self.seals.verifies(type_, material, text.encode(), s) for s in mine):
                return -1
            count += bool(mine)
        return count

    def check_origin(self):
        against = []
        if (self.keys[0][0], frozenset(self.keys)) not in self.trust["issuers"]:
            against.append(("seal.txt", "keys that are not believed"))
        for name, (text, signatures) in self.proofs.items():
            log = self.trust["logs"].get(text.split("\n")[0])
            good = log and self.signed(log["keys"], text, signatures) == len(log["keys"])
            if not (good and (log["quorum"] == 0 or self.signed(log["witnesses"], text, signatures) >= log["quorum"])):
                against.append((name, "a log that is not believed, or without its signatures"))
        self.origin = "fails" if against else "holds"
        self.refusals += against


def read_trust(content):
    trust = {"logs": {}, "issuers": set(), "authorities": []}
    f = "trust file"
    for lines in paragraphs(f, "jingling/trust/v1", content):
        first, name = lines[0]
        if first == "authority":
            name, certificate, independent = values(f, lines, ["authority", "certificate", "independent"])
            trust["authorities"].append((name, unbase64(f, certificate), independent == "yes"))
            continue
        keys = [read_key(f, value) for key, value in lines if key == "key"]
        want(keys, f, "no key")
        if first == "issuer":
            trust["issuers"].add((name, frozenset(keys)))
        else:
            witnesses = [read_key(f, value) for key, value in lines if key == "witness"]
            trust["logs"][name] = {"keys": keys, "witnesses": witnesses, "quorum": decimal(f, lines[-1][1])}
    return trust


def verify(zip_, trust, seals):
    try:
        bundle = Bundle(zip_, trust, seals)
    except Refused as refused:
        return {"good": False, "integrity": "fails", "time": "unknown", "origin": "unknown",
                "refusals": [{"file": refused.file, "reason": refused.reason}]}
    refusals = [{"file": file, "reason": reason} for file, reason in bundle.refusals]
    return {"good": not refusals, "integrity": "holds", "time": bundle.time, "origin": bundle.origin, "refusals": refusals}


def main(arguments):
    trust = None
    if "--trust" in arguments:
        at = arguments.index("--trust")
        with open(arguments[at + 1], "rb") as file:
            trust = read_trust(file.read())
        del arguments[at:at + 2]
    with Seals() as seals:
        if arguments == ["--many"]:
            while length := sys.stdin.buffer.read(4):
                zip_ = sys.stdin.buffer.read(struct.unpack(">I", length)[0])
                print(json.dumps(verify(zip_, trust, seals), ensure_ascii=False), flush=True)
            return 0
        with open(arguments[0], "rb") as file:
            report = verify(file.read(), trust, seals)
        print(json.dumps(report, ensure_ascii=False))
        return 0 if report["good"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
