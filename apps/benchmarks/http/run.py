#!/usr/bin/env python3
"""Compares an HTTP decision with a bare Quarkus endpoint: the same requests to each in turn, on this machine, in one run.

Both run on the first CPU once they are warm, wrk on the second. CPU is the run time of all threads of the server, without PostgreSQL.
Exit 0 done, 1 an answer that is no decision, 2 bad option, 3 the world failed.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "sip"))
import measure  # noqa: E402

ROOT = HERE.parents[2]
OUT = HERE.parent / "out"
CONNECTIONS = 32
START_SECONDS_MAX = 120


def options():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=3, help="default %(default)s")
    given.add_argument("--seconds", type=int, default=6, help="of each measurement (default %(default)s)")
    given.add_argument("--warmup", type=int, default=30,
                       help="seconds of load before measuring, on both CPUs and again on one (default %(default)s)")
    return given.parse_args()


class Server:
    """A process on the first CPU that listens on a loopback port."""

    def __init__(self, name, port, command, ready):
        self.name, self.port, self.command, self.ready = name, port, command, ready
        self.log = OUT / f"http-{name}.log"
        self.key = ""

    def start(self):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, cwd=ROOT)
        deadline = time.monotonic() + START_SECONDS_MAX
        while not self.ready(self):
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{self.name}: did not start; see {self.log}")
            time.sleep(0.2)

    def processes(self):
        return [pid for pid in measure.tree(self.process.pid) if not measure.command(pid).startswith("postgres")]

    def pin(self):
        """To the first CPU; only after the warm-up, in which the compiler would take a minute of it."""
        for pid in measure.tree(self.process.pid):
            for thread in os.listdir(f"/proc/{pid}/task"):
                try:
                    os.sched_setaffinity(int(thread), {0})
                except ProcessLookupError:
                    pass

    def load(self, seconds, delay_ms=0):
        before = measure.cpu(self.processes())
        environment = {**os.environ, "API_KEY": self.key, "DELAY_MS": str(delay_ms)}
        done = subprocess.run(
            ["taskset", "-c", "1", "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "screen.lua"),
             f"http://127.0.0.1:{self.port}"], env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"wrk: got exit {done.returncode}, want 0: {done.stderr}")
        result = json.loads(done.stdout.strip().splitlines()[-1])
        result["cpu_us"] = measure.used(before, measure.cpu(self.processes())) * 1e6 / max(1, result["requests"])
        result["per_second"] = result["requests"] * 1e6 / result["microseconds"]
        errors = {kind: count for kind, count in result["errors"].items() if count}
        if errors:
            sys.exit(f"{self.name}: got errors {errors} in {result['requests']} requests, want none")
        return result

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def java():
    given = subprocess.run(["bash", "-c", f". '{ROOT}/deploy/java.sh'; find_jdk; echo $JAVA_HOME"],
                           capture_output=True, text=True, check=False).stdout.strip()
    return given + "/bin/java"


def listening(server):
    return subprocess.run(["bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{server.port}"], capture_output=True,
                          check=False).returncode == 0


def jingling():
    data = OUT / "http-jingling"
    shutil.rmtree(data, ignore_errors=True)

    def ready(server):
        if "ready http" not in measure.read(server.log):
            return False
        server.key = measure.read(data / "operator.key").strip()
        return True
    return Server("jingling", 18081, [str(ROOT / "jingling"), "serve", "--data", str(data), "--http-port", "18081",
                                      "--sip-port", "15081"], ready)


def bare():
    jar = ROOT / "apps/benchmarks/bare/target/quarkus-app/quarkus-run.jar"
    return Server("bare", 18082, [java(), "-XX:+UseG1GC", "-XX:+UseTransparentHugePages", "-XX:+UseCompactObjectHeaders",
                                  "-Dquarkus.http.port=18082", "-jar", str(jar)], listening)


def main():
    given = options()
    if shutil.which("wrk") is None:
        sys.exit("wrk: not found; install it with: apt-get install -y wrk")
    OUT.mkdir(exist_ok=True)
    servers = [jingling(), bare()]
    results = {server.name: {"saturated": [], "half": []} for server in servers}
    try:
        for server in servers:
            server.start()
            server.load(given.warmup)
            server.pin()
            server.load(given.warmup)
        for _ in range(given.rounds):
            for server in servers:
                full = server.load(given.seconds)
                # Half of what it can do: each connection sends one request in two full turns.
                delay_ms = max(1, round(2000 * CONNECTIONS / full["per_second"]))
                results[server.name]["saturated"].append(full)
                results[server.name]["half"].append(server.load(given.seconds, delay_ms))
    finally:
        for server in servers:
            if hasattr(server, "process"):
                server.stop()
    (OUT / "http.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(report(results))


def report(results):
    def median(name, load, field):
        return statistics.median(one[field] for one in results[name][load])
    lines = ["| server | CPU µs a request, saturated | requests/s | requests/s at half load | p50 | p99 | p99.9 |",
             "|---|---|---|---|---|---|---|"]
    for name in results:
        lines.append(
            f"| {name} | {median(name, 'saturated', 'cpu_us'):.1f} | {median(name, 'saturated', 'per_second'):,.0f} "
            f"| {median(name, 'half', 'per_second'):,.0f} | {median(name, 'half', 'p50_us') / 1000:.2f} ms "
            f"| {median(name, 'half', 'p99_us') / 1000:.2f} ms | {median(name, 'half', 'p999_us') / 1000:.2f} ms |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
