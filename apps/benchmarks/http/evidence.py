#!/usr/bin/env python3
"""Measures durable evidence entries over HTTP: POST /v1/evidence on a platform with its embedded database, load from wrk beside it.

All on this machine's cores, none of them set apart. Every answer is a receipt: wrk counts others as errors.
Exit 0 done, 1 an answer that is no receipt, 2 bad option, 3 the world failed.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys

import run as http
import measure

FORMS = {"commitment": "the sender keeps what opens it", "content": "the platform keeps it, sealed, in PostgreSQL"}


def options():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=3, help="default %(default)s")
    given.add_argument("--seconds", type=int, default=10, help="of each measurement (default %(default)s)")
    given.add_argument("--warmup", type=int, default=30, help="seconds of load before measuring (default %(default)s)")
    given.add_argument("--connections", type=int, default=64, help="default %(default)s")
    return given.parse_args()


def load(server, form, seconds, connections, delay_ms=0):
    environment = {**os.environ, "API_KEY": server.key, "FORM": form, "DELAY_MS": str(delay_ms)}
    platform, database = server.processes(), databases(server)
    before = measure.cpu(platform), measure.cpu(database)
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(http.HERE / "evidence.lua"),
                           f"http://127.0.0.1:{server.port}"], env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"wrk: got exit {done.returncode}, want 0: {done.stderr}")
    result = json.loads(done.stdout.strip().splitlines()[-1])
    errors = {kind: count for kind, count in result["errors"].items() if count}
    if errors:
        sys.exit(f"evidence: got errors {errors} in {result['requests']} requests, want none")
    result["per_second"] = result["requests"] * 1e6 / result["microseconds"]
    result["cpu_us"] = measure.used(before[0], measure.cpu(platform)) * 1e6 / max(1, result["requests"])
    result["database_us"] = measure.used(before[1], measure.cpu(database)) * 1e6 / max(1, result["requests"])
    result["load"] = os.getloadavg()[0]
    return result


def databases(server):
    return [pid for pid in measure.tree(server.process.pid) if measure.command(pid).startswith("postgres")]


def main():
    given = options()
    if shutil.which("wrk") is None:
        sys.exit("wrk: not found; install it with: apt-get install -y wrk")
    http.OUT.mkdir(exist_ok=True)
    server = http.jingling()
    results = {form: {"saturated": [], "half": []} for form in FORMS}
    try:
        server.start()
        for form in FORMS:
            load(server, form, given.warmup, given.connections)
        for _ in range(given.rounds):
            for form in FORMS:
                full = load(server, form, given.seconds, given.connections)
                # Half of what it can do: each connection sends one request in two full turns.
                delay_ms = max(1, round(2000 * given.connections / full["per_second"]))
                results[form]["saturated"].append(full)
                results[form]["half"].append(load(server, form, given.seconds, given.connections, delay_ms))
    finally:
        if hasattr(server, "process"):
            server.stop()
    print(report(results, given.connections))


def report(results, connections):
    def median(form, kind, field):
        return statistics.median(one[field] for one in results[form][kind])
    lines = [f"| an entry a request, {connections} connections | durable entries/s | p50 | p99 | platform's CPU a request | PostgreSQL's | load average | at half load | p50 | p99 |",
             "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for form, about in FORMS.items():
        cells = [f"{form}: {about}"]
        for kind in ("saturated", "half"):
            cells += [f"{median(form, kind, 'per_second'):,.0f}/s", f"{median(form, kind, 'p50_us') / 1000:.1f} ms",
                      f"{median(form, kind, 'p99_us') / 1000:.1f} ms"]
            if kind == "saturated":
                cells += [f"{median(form, kind, 'cpu_us'):.0f} µs", f"{median(form, kind, 'database_us'):.0f} µs",
                          f"{median(form, kind, 'load'):.1f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
