"""Runs loadgen and reads its line of JSON."""
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "out"
LOADGEN_SECONDS_MAX = 60


def run(port, given, seconds, *mode):
    """One load of calls; `mode` is --window N or --rate N. Raises CalledProcessError when nobody listens on the port."""
    command = [str(OUT / "loadgen"), "--port", str(port), "--seconds", str(seconds), "--listed", str(given.listed),
               "--subscribers", str(given.subscribers), "--percent", str(given.percent), *map(str, mode)]

    def pin():
        os.sched_setaffinity(0, given.generator_cpus)

    done = subprocess.run(command, capture_output=True, text=True, timeout=LOADGEN_SECONDS_MAX + 10, check=True, preexec_fn=pin)
    print(done.stderr, end="")
    return json.loads(done.stdout)


def load(port, given, seconds, *mode):
    """One load for any length of time, in parts that loadgen accepts. Returns the last of them."""
    while seconds > LOADGEN_SECONDS_MAX:
        run(port, given, LOADGEN_SECONDS_MAX, *mode)
        seconds -= LOADGEN_SECONDS_MAX
    return run(port, given, seconds, *mode)


def answers(port):
    """Whether a call to the port is answered by something."""
    probe = subprocess.run([str(OUT / "loadgen"), "--port", str(port), "--seconds", "0.05", "--window", "1"],
                           capture_output=True, text=True, timeout=10, check=False)
    return probe.returncode == 0 and json.loads(probe.stdout)["answered"] > 0
