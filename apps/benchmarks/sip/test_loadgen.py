#!/usr/bin/env python3
"""The load generator against a server that misbehaves on purpose: each fault must be seen, or the benchmark proves nothing."""
import json
import socket
import subprocess
import threading
import unittest

import generator
import generate

LISTED, SUBSCRIBERS = 1000, 1000


def fields(invite):
    lines = invite.decode("ascii").split("\r\n")
    return lines[0].split(" ")[1], {line.split(":", 1)[0]: line for line in lines[1:] if ":" in line}


def answer(invite, code=None, reason="Reason: SIP;cause=603\r\n", tag=";tag=s", contact=None):
    """The right answer to an INVITE, but for what is given."""
    uri, header = fields(invite)
    caller = int(header["From"].split("sip:")[1].split("@")[0])
    listed = caller in generate.listed(LISTED)
    extra = reason if listed else f"Contact: <{contact or uri}>\r\n"
    return (f"SIP/2.0 {code or (603 if listed else 302)} Answer\r\n{header['Via']}\r\n{header['From']}\r\n{header['To']}{tag}\r\n"
            f"{header['Call-ID']}\r\n{header['CSeq']}\r\n{extra}Content-Length: 0\r\n\r\n").encode("ascii")


class LoadgenTest(unittest.TestCase):
    """`respond` gets an INVITE and its place in the run, and returns the datagrams that answer it."""

    @classmethod
    def setUpClass(cls):
        subprocess.run([generator.HERE / "build.sh"], check=True)

    def load(self, respond, *mode, heard=None):
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        server.bind(("127.0.0.1", 0))
        server.settimeout(10)
        done = threading.Event()

        def serve():
            count = 0
            while not done.is_set():
                message, sender = server.recvfrom(65536)
                if heard is not None:
                    heard.append(message)
                if message.startswith(b"INVITE"):
                    for datagram in respond(message, count):
                        server.sendto(datagram, sender)
                    count += 1
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            run = subprocess.run(
                [generator.OUT / "loadgen", "--port", str(server.getsockname()[1]), "--seconds", "0.3", "--listed", str(LISTED),
                 "--subscribers", str(SUBSCRIBERS), *(mode or ("--window", "4"))], capture_output=True, text=True, timeout=20, check=True)
        finally:
            done.set()
            server.sendto(b"end", server.getsockname())
            thread.join()
            server.close()
        return json.loads(run.stdout)

    def test_right_answers_are_right_and_acknowledged(self):
        heard = []
        result = self.load(lambda invite, _: [answer(invite)], heard=heard)
        self.assertGreater(result["answered"], 50)
        self.assertEqual((result["wrong"], result["failed"], result["duplicates"]), (0, 0, 0))
        self.assertEqual(result["n302"] + result["n603"], result["answered"])
        acks = [message for message in heard if message.startswith(b"ACK ")]
        self.assertEqual(len(acks), result["answered"])
        invites = {fields(message)[1]["Call-ID"]: fields(message) for message in heard if message.startswith(b"INVITE ")}
        for uri, header in map(fields, acks):
            invite_uri, invite = invites[header["Call-ID"]]
            self.assertEqual((uri, header["Via"], header["From"]), (invite_uri, invite["Via"], invite["From"]))
            self.assertEqual(header["To"], invite["To"] + ";tag=s")

    def test_callees_subscribe_and_share_of_listed_callers_is_as_asked(self):
        heard = []
        self.load(lambda invite, _: [answer(invite)], "--rate", "3000", "--percent", "50", heard=heard)
        calls = [fields(message) for message in heard if message.startswith(b"INVITE ")]
        callees = [int(uri.split("sip:")[1].split("@")[0]) for uri, _ in calls]
        callers = [int(header["P-Asserted-Identity"].split("+86")[1].rstrip(">")) for _, header in calls]
        self.assertTrue(all(callee in generate.subscribers(SUBSCRIBERS) for callee in callees))
        share = sum(caller in generate.listed(LISTED) for caller in callers) / len(callers)
        self.assertAlmostEqual(share, 0.5, delta=0.12)
        self.assertEqual(len(set(zip(callers, callees))), len(calls))

    def test_wrong_answers_are_seen(self):
        for fault in ({"code": 302}, {"code": 603}, {"code": 404}, {"reason": ""}, {"tag": ""}, {"contact": "sip:1@127.0.0.1"}):
            with self.subTest(fault):
                result = self.load(lambda invite, _, fault=fault: [answer(invite, **fault)])
                self.assertGreater(result["wrong"], 5)

    def test_duplicate_answers_are_seen(self):
        result = self.load(lambda invite, _: [answer(invite)] * 2)
        self.assertGreater(result["duplicates"], result["answered"] * 0.9)

    def test_lost_calls_fail_and_the_others_go_on(self):
        result = self.load(lambda invite, i: [answer(invite)] if i % 10 else [], "--rate", "500")
        self.assertGreater(result["failed"], 10)
        self.assertEqual(result["sent"], result["answered"] + result["failed"])

    def test_noise_is_counted_apart(self):
        noise = [b"", b"SIP/2.0", b"\r\n\r\n", b"SIP/2.0 603 No\r\nCall-ID: zz\r\n\r\n", b"SIP/2.0 200 OK\r\nCall-ID: 00000000-0@x\r\n\r\n"]
        result = self.load(lambda invite, i: [noise[i % len(noise)], answer(invite)])
        self.assertGreater(result["strays"], 20)
        self.assertEqual((result["wrong"], result["failed"]), (0, 0))

    def test_provisional_answers_end_nothing(self):
        result = self.load(lambda invite, _: [answer(invite, code=100, tag=""), answer(invite)])
        self.assertEqual((result["wrong"], result["other"], result["duplicates"]), (0, 0, 0))

    def test_other_machines_are_refused(self):
        run = subprocess.run([generator.OUT / "loadgen", "--host", "192.0.2.1"], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn("127.0.0.0/8", run.stderr)

    def test_a_closed_port_is_told_at_once(self):
        free = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        run = subprocess.run([generator.OUT / "loadgen", "--port", str(port)], capture_output=True, text=True, timeout=3, check=False)
        self.assertEqual(run.returncode, 3)


if __name__ == "__main__":
    unittest.main()
