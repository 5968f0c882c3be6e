#!/usr/bin/env python3
"""Measures reports over HTTP: POST /v1/reports on a platform with its embedded database, load from wrk beside it.

All on this machine's cores, none of them set apart. A report is answered once it is in evidence, in the database with its case, and in force.
Exit 0 done, 1 an answer that is no receipt, 2 bad option, 3 the world failed.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys

import evidence
import run as http
import measure


def options():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=3, help="default %(default)s")
    given.add_argument("--seconds", type=int, default=10, help="of each measurement (default %(default)s)")
    given.add_argument("--warmup", type=int, default=20, help="seconds of load before measuring (default %(default)s)")
    given.add_argument("--connections", type=int, default=64, help="default %(default)s")
    return given.parse_args()


def load(server, seconds, connections, seed, delay_ms=0, one_number=""):
    environment = {**os.environ, "API_KEY": server.key, "SEED": str(seed), "DELAY_MS": str(delay_ms), "ONE_NUMBER": one_number}
    platform, database = server.processes(), evidence.databases(server)
    before = measure.cpu(platform), measure.cpu(database)
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(http.HERE / "reports.lua"),
                           f"http://127.0.0.1:{server.port}"], env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"wrk: got exit {done.returncode}, want 0: {done.stderr}")
    result = json.loads(done.stdout.strip().splitlines()[-1])
    errors = {kind: count for kind, count in result["errors"].items() if count}
    if errors:
        sys.exit(f"reports: got errors {errors} in {result['requests']} requests, want none")
    result["per_second"] = result["requests"] * 1e6 / result["microseconds"]
    result["cpu_us"] = measure.used(before[0], measure.cpu(platform)) * 1e6 / max(1, result["requests"])
    result["database_us"] = measure.used(before[1], measure.cpu(database)) * 1e6 / max(1, result["requests"])
    return result


def main():
    given = options()
    if shutil.which("wrk") is None:
        sys.exit("wrk: not found; install it with: apt-get install -y wrk")
    http.OUT.mkdir(exist_ok=True)
    server = http.jingling()
    full, half, hot = [], [], []
    try:
        server.start()
        load(server, given.warmup, given.connections, 1)
        for turn in range(given.rounds):
            full.append(load(server, given.seconds, given.connections, 2 * turn + 2))
            # Half of what it can do: each connection sends one request in two full turns.
            delay_ms = max(1, round(2000 * given.connections / full[-1]["per_second"]))
            half.append(load(server, given.seconds, given.connections, 2 * turn + 3, delay_ms))
        for turn in range(given.rounds):
            # The number has the people of the turns before too: what it costs grows with them, if it does.
            hot.append(load(server, given.seconds, given.connections, 100 + turn, one_number="17012345678"))
    finally:
        if hasattr(server, "process"):
            server.stop()
    print(report(full, half, hot, given.connections))


def report(full, half, hot, connections):
    def median(results, field):
        return statistics.median(one[field] for one in results)
    cells = [f"a report a request, each a new case, {connections} connections"]
    for results in (full, half):
        cells += [f"{median(results, 'per_second'):,.0f}/s", f"{median(results, 'p50_us') / 1000:.1f} ms", f"{median(results, 'p99_us') / 1000:.1f} ms"]
        if results is full:
            cells += [f"{median(full, 'cpu_us'):.0f} µs", f"{median(full, 'database_us'):.0f} µs"]
    return "\n".join(["| what | durable reports/s | p50 | p99 | platform's CPU a request | PostgreSQL's | at half load | p50 | p99 |",
                      "|---|---:|---:|---:|---:|---:|---:|---:|---:|", "| " + " | ".join(cells) + " |", "| " + " | ".join(last(hot)) + " |"])


def last(hot):
    """Of the turn with most people."""
    most = hot[-1]
    people = sum(one["requests"] for one in hot)
    return [f"all of one number, that {people:,} people report in the end", f"{most['per_second']:,.0f}/s", f"{most['p50_us'] / 1000:.1f} ms",
            f"{most['p99_us'] / 1000:.1f} ms", f"{most['cpu_us']:.0f} µs", f"{most['database_us']:.0f} µs", "–", "–", "–"]


if __name__ == "__main__":
    main()
