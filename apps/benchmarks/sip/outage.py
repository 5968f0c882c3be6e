#!/usr/bin/env python3
"""Stops Jingling's database for a minute under load, and counts: calls that waited, and decisions that were lost.

Every process of the embedded PostgreSQL is stopped (SIGSTOP) after five seconds of calls and goes on a minute later. Exit 0
where every call was answered as it must be and every decision is in the database afterwards, 1 where not, 3 the world failed.
"""
import argparse
import contextlib
import ctypes
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
import types

import generate
import generator
import measure
import servers

PORT, HTTP_PORT = 15060, 18080
AWAY_SECONDS, BEFORE_SECONDS = 60, 5
WRITTEN_SECONDS_MAX = 120


def options():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rate", type=int, default=5_000, help="calls a second (default %(default)s)")
    return given.parse_args()


def world():
    return types.SimpleNamespace(
        listed=100_000, subscribers=100_000, percent=30, workers=1, server_cpus={0}, generator_cpus={1}, http_port=HTTP_PORT,
        jingling_start=servers.JINGLING_START, jingling_standings=servers.JINGLING_STANDINGS,
        jingling_wishes=servers.JINGLING_WISHES, ready_line=servers.JINGLING_READY)


def metric(server, name):
    key = measure.read(server.data / "operator.key").strip()
    connection = http.client.HTTPConnection("127.0.0.1", HTTP_PORT, timeout=10)
    connection.request("GET", "/q/metrics", headers={"Authorization": f"Bearer {key}"})
    return sum(float(value) for value in re.findall(rf"^{name}(?:\{{[^}}]*\}})? (\S+)$", connection.getresponse().read().decode(), re.M))


def tell(processes, what):
    for pid in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, what)


def stop_for_a_minute(server):
    time.sleep(BEFORE_SECONDS)
    processes = server.database()
    tell(processes, signal.SIGSTOP)
    time.sleep(AWAY_SECONDS)
    tell(processes, signal.SIGCONT)


def measured(server, given, rate):
    before = metric(server, "jingling_decisions_written_total")
    stopping = threading.Thread(target=stop_for_a_minute, args=(server,))
    stopping.start()
    loads = [generator.run(PORT, given, 20, "--rate", rate) for _ in range(4)]
    stopping.join()
    answered = sum(load["answered"] for load in loads)
    deadline = time.monotonic() + WRITTEN_SECONDS_MAX
    while metric(server, "jingling_decisions_written_total") - before < answered and time.monotonic() < deadline:
        time.sleep(1)
    return {"calls": sum(load["sent"] for load in loads), "answered": answered, "wrong": sum(load["wrong"] for load in loads),
            "failed": sum(load["failed"] for load in loads), "p99_ms": max(load["p99_us"] for load in loads) / 1e3,
            "p999_ms": max(load["p999_us"] for load in loads) / 1e3,
            "written": int(metric(server, "jingling_decisions_written_total") - before),
            "lost": int(metric(server, "jingling_decisions_lost_total"))}


def main():
    given = options()
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    subprocess.run([generator.HERE / "build.sh"], check=True)
    settings = world()
    server = servers.Jingling(PORT, settings, generate.generate(settings.listed, settings.subscribers, generator.OUT / "numbers"))
    try:
        server.start()
        server.prepare()
        generator.load(PORT, settings, 20, "--rate", given.rate)
        measure.wait_until_quiet(lambda: server.processes() + server.database())
        result = measured(server, settings, given.rate)
    except servers.WorldFailed as failure:
        print(failure, file=sys.stderr)
        return 3
    finally:
        tell(server.database(), signal.SIGCONT)
        server.stop()
    print(f"the database stood still for {AWAY_SECONDS} s under {given.rate:,} calls/s: {result}")
    good = result["failed"] == result["wrong"] == result["lost"] == 0 and result["written"] == result["answered"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
