#!/usr/bin/env python3
"""Measures how soon a call that has ended is known to those who judge the next one: a server of its own, the shipped model.

Each round tells of one call, which ends now, of a number that nobody knows, and asks every 5 ms how many callers are remembered, until
there is one more. What is remembered is what decisions read. Exit 0 done, 2 bad option, 3 the world failed.
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

    def remembered(self):
        self.connection.request("GET", "/q/metrics", headers={"Authorization": f"Bearer {self.key}"})
        answer = self.connection.getresponse()
        text = answer.read().decode()
        values = [line.rsplit(" ", 1)[1] for line in text.splitlines() if line.startswith("jingling_detection_callers ")]
        if answer.status != 200 or len(values) != 1:
            sys.exit(f"/q/metrics: got {answer.status} with {len(values)} counts of callers, want 200 with one")
        return float(values[0])


def seconds(client, round_number):
    before = client.remembered()
    begun = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=2)
    start = begun.isoformat(timespec="milliseconds")
    record = f"v{round_number},{start},1655{round_number:07},13700137000,out,false,2000,0,caller,16,trunk-9\n"
    told = time.monotonic()
    client.post("/v1/calls?source=switch", "text/csv", HEADER + record)
    while client.remembered() == before:
        if time.monotonic() - told > WAIT_SECONDS_MAX:
            sys.exit(f"callers: got {before:.0f} {WAIT_SECONDS_MAX} s after another one's call, want one more")
        time.sleep(0.005)
    return time.monotonic() - told


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
    print(f"| from a call's end, told at once, to when decisions know it: median, largest of {rounds} | "
          f"{1000 * statistics.median(took):.0f} ms, {1000 * took[-1]:.0f} ms |")


if __name__ == "__main__":
    main()
