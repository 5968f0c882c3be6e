#!/usr/bin/env python3
"""Measures how soon a call that has ended counts for the next call: a server of its own, the shipped model, numbers that ring once.

Each round sends the calls of a number that nobody knows, the last of which ends now, and then asks every 5 ms how its next call is
screened, until it does not simply pass. Exit 0 done, 2 bad option, 3 the world failed.
"""
import argparse
import datetime
import http.client
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = HERE.parent / "out"
PORT = 18083
START_SECONDS_MAX = 120
WAIT_SECONDS_MAX = 30
CALLS = 60
HEADER = "call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause,trunk\n"


def start():
    data = OUT / "visible"
    shutil.rmtree(data, ignore_errors=True)
    log_file = OUT / "visible.log"
    with open(log_file, "wb") as log:
        server = subprocess.Popen([ROOT / "jingling", "serve", "--data", data, "--http-port", str(PORT), "--sip-port", "15083"],
                                  stdout=log, stderr=log, cwd=ROOT)
    deadline = time.monotonic() + START_SECONDS_MAX
    while "ready http" not in log_file.read_text(encoding="utf-8"):
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"jingling: did not start; see {log_file}")
        time.sleep(0.2)
    return server, (data / "operator.key").read_text(encoding="utf-8").strip()


class Client:
    def __init__(self, key):
        self.key = key
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=WAIT_SECONDS_MAX)

    def post(self, path, kind, body):
        self.connection.request("POST", path, body, {"Content-Type": kind, "Authorization": f"Bearer {self.key}"})
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            sys.exit(f"{path}: got {answer.status}: {text.decode()}")
        return json.loads(text)

    def action(self, caller):
        asked = {"caller": caller, "callee": "13700137000", "trunk": "trunk-9", "rehearse": True}
        return self.post("/v1/screen", "application/json", json.dumps(asked))["action"]


def calls(caller, round_number):
    """Rings twice and is gone, every four seconds, the last one now."""
    now = datetime.datetime.now(datetime.timezone.utc)
    rows = []
    for i in range(CALLS):
        begun = now - datetime.timedelta(seconds=2 + 4 * (CALLS - 1 - i))
        rows.append(f"v{round_number}-{i},{begun.isoformat(timespec='milliseconds')},{caller},1390{round_number:03}{i:04},out,false,2000,0,caller,16,trunk-9\n")
    return HEADER + "".join(rows)


def seconds(client, round_number):
    caller = f"1655{round_number:03}0001"
    if client.action(caller) != "pass":
        sys.exit(f"screen: got {client.action(caller)} before any call, want pass")
    records = calls(caller, round_number)
    begun = time.monotonic()
    client.post("/v1/calls?source=switch", "text/csv", records)
    while client.action(caller) == "pass":
        if time.monotonic() - begun > WAIT_SECONDS_MAX:
            sys.exit(f"screen: got pass {WAIT_SECONDS_MAX} s after {CALLS} calls, want more")
        time.sleep(0.005)
    return time.monotonic() - begun


def main():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=50, help="default %(default)s")
    rounds = given.parse_args().rounds
    OUT.mkdir(exist_ok=True)
    server, key = start()
    try:
        client = Client(key)
        seconds(client, 0)
        took = sorted(seconds(client, i) for i in range(1, rounds + 1))
    finally:
        server.terminate()
        server.wait(30)
    print("| what | measured |\n|---|---|")
    print(f"| from a call's end, told at once, to the next decision that knows it: median, largest of {rounds} | "
          f"{1000 * statistics.median(took):.0f} ms, {1000 * took[-1]:.0f} ms |")


if __name__ == "__main__":
    main()
