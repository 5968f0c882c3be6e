#!/usr/bin/env python3
"""Compares SIP screening servers on this machine: the same calls to each in turn, every answer checked, CPU counted.

README.md says what is measured and how to read it. Exit 0 done, 1 a wrong answer or too many failures, 2 bad option, 3 the
world failed.
"""
import argparse
import ctypes
import datetime
import json
import os
import pathlib
import subprocess
import sys

import generate
import generator
import machine
import measure
import servers
import table

WINDOW = 64
FAILED_SHARE_MAX = 0.001
PR_SET_CHILD_SUBREAPER = 36
FIRST_PORT = 15060
KINDS = ("wishes", "list", "echo", "jingling")


def options(arguments):
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--servers", default=",".join(KINDS), help="of %(default)s, in the order of the table")
    given.add_argument("--listed", type=int, default=1_000_000, help="callers on the list (default %(default)s)")
    given.add_argument("--subscribers", type=int, default=1_000_000, help="callees with wishes (default %(default)s)")
    given.add_argument("--percent", type=int, default=30, help="of callers listed (default %(default)s)")
    given.add_argument("--rounds", type=int, default=5, help="default %(default)s")
    given.add_argument("--seconds", type=float, default=5, help="of each measurement (default %(default)s, at most 60)")
    given.add_argument("--warmup", type=float, default=40, help="seconds of load before measuring (default %(default)s)")
    given.add_argument("--rate", type=int, default=30_000, help="calls a second in open loop (default %(default)s)")
    given.add_argument("--workers", type=int, choices=(1, 2), default=1,
                       help="1: server on cpu0, generator on cpu1; 2: server on both, which the generator shares")
    given.add_argument("--priority", type=int, default=0, help="autogroup nice while measuring, for root on a busy machine")
    given.add_argument("--out", type=pathlib.Path, help="results, JSON (default: apps/benchmarks/out/screening-*.json)")
    given.add_argument("--http-port", type=int, default=18080, help="Jingling's (default %(default)s)")
    given.add_argument("--jingling-start", default=os.environ.get("JINGLING_START", servers.JINGLING_START))
    given.add_argument("--jingling-standings", default=servers.JINGLING_STANDINGS, help="path to POST to, or command")
    given.add_argument("--jingling-wishes", default=servers.JINGLING_WISHES, help="path to POST to, or command")
    given.add_argument("--ready-line", default=servers.JINGLING_READY)
    chosen = given.parse_args(arguments)
    chosen.servers = chosen.servers.split(",")
    for name in chosen.servers:
        if name not in KINDS:
            given.error(f"servers: got {name}, want some of {','.join(KINDS)}")
    if len(os.sched_getaffinity(0)) < 2:
        given.error("CPUs: got 1, want 2: one for the server and one for the generator")
    first, second = sorted(os.sched_getaffinity(0))[:2]
    chosen.server_cpus = {first} if chosen.workers == 1 else {first, second}
    chosen.generator_cpus = {second}
    return chosen


def make(kind, port, given):
    if kind == "echo":
        return servers.echo(port, given)
    if kind == "jingling":
        files = generate.generate(given.listed, given.subscribers, generator.OUT / "numbers")
        return servers.Jingling(port, given, files)
    return servers.kamailio(kind, port, given)


def measured(server, given, *mode):
    """One load, and what the server spent on it, also what it put off until after the last call."""
    before, database, busy = measure.cpu(server.processes()), measure.cpu(server.database()), measure.busy_seconds()
    stolen = measure.stolen_seconds(given.server_cpus)
    with measure.first_in_line([*server.processes(), *server.database(), os.getpid()], given.priority):
        result = generator.run(server.port, given, given.seconds, *mode)
    stolen = measure.stolen_seconds(given.server_cpus) - stolen
    others = measure.busy_seconds() - busy - result["generator_cpu_seconds"]
    others -= measure.used(before, measure.cpu(server.processes()))
    others -= measure.used(database, measure.cpu(server.database()))
    measure.wait_until_quiet(lambda: server.processes() + server.database())
    calls = max(1, result["answered"])
    result["cpu_us"] = measure.used(before, measure.cpu(server.processes())) / calls * 1e6
    result["database_us"] = measure.used(database, measure.cpu(server.database())) / calls * 1e6
    result["memory_mb"] = measure.memory_mb(server.processes())
    result["stolen_cpus"] = stolen / result["seconds"]
    result["others_cpus"] = max(0.0, others / result["seconds"])
    return result


def rounds(chosen, given):
    """Each round meets the servers in the other order, so that a drift of the machine favours none."""
    results = {server.name: [] for server in chosen}
    for turn in range(given.rounds):
        for server in chosen if turn % 2 == 0 else reversed(chosen):
            result = {"saturated": measured(server, given, "--window", WINDOW), "open": measured(server, given, "--rate", given.rate)}
            results[server.name].append(result)
            print(f"round {turn + 1}: {server.name}: {result['saturated']['cpu_us']:.1f} us a call, "
                  f"{result['saturated']['calls_per_second']:,} calls/s; others used "
                  f"{result['saturated']['others_cpus']:.2f} CPUs", flush=True)
    return results


def loads(results):
    """Each load with the words that name it."""
    return [(f"{name}, round {turn}, {mode}", name, load) for name, turns in results.items()
            for turn, result in enumerate(turns, 1) for mode, load in result.items()]


def wrongs(results):
    """Sentences on answers that were not what the call must get."""
    return [f"{where}: {load['wrong']} wrong, {load['other']} other, {load['duplicates']} duplicate answers, want none"
            for where, _, load in loads(results) if load["wrong"] or load["other"] or load["duplicates"]]


def losses(results, ours):
    """Sentences on loads that lost too many calls: our own server's, or the others', which only say what they can bear."""
    return [f"{where}: {load['failed']:,} of {load['sent']:,} calls failed, want at most {FAILED_SHARE_MAX:.1%}"
            for where, name, load in loads(results)
            if (name == "jingling") == ours and load["failed"] > FAILED_SHARE_MAX * load["sent"]]


def compare(given):
    chosen = [make(kind, FIRST_PORT + i, given) for i, kind in enumerate(given.servers)]
    try:
        for server in chosen:
            print(f"{server.name}: starting", flush=True)
            server.start()
            server.prepare()
        for server in chosen:
            print(f"{server.name}: {given.warmup:.0f} s of calls to warm up", flush=True)
            # Both kinds of load: a compiler that has seen one only would do its work again in the other.
            last = generator.load(server.port, given, given.warmup / 2, "--window", WINDOW)
            generator.load(server.port, given, given.warmup / 2, "--rate", given.rate)
            if last["wrong"] > FAILED_SHARE_MAX * last["sent"]:
                raise servers.WorldFailed(f"{server.name}: {last['wrong']} wrong answers while warming up; nothing was measured")
        return rounds(chosen, given), machine.describe([pid for server in chosen for pid in server.processes()])
    finally:
        for server in chosen:
            server.stop()


def fail(message):
    print(message, file=sys.stderr)
    return 3


def main():
    given = options(sys.argv[1:])
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    date = datetime.datetime.now().astimezone().replace(microsecond=0)
    try:
        subprocess.run([generator.HERE / "build.sh"], check=True)
        results, where = compare(given)
    except servers.WorldFailed as failure:
        return fail(str(failure))
    except subprocess.CalledProcessError as failure:
        return fail(f"{failure} {failure.stderr or ''}")
    setting = {key: getattr(given, key) for key in ("listed", "subscribers", "percent", "rounds", "seconds", "warmup", "rate",
                                                    "workers", "priority")}
    report = {"date": date.isoformat(), **where, "setting": setting, "results": results,
              "faults": wrongs(results) + losses(results, ours=True), "notes": losses(results, ours=False)}
    out = given.out or generator.OUT / f"screening-{date:%Y%m%d-%H%M%S}.json"
    out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print("\n" + table.markdown(report) + f"\nresults: {out}")
    return 1 if report["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
