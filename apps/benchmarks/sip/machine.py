"""Where and of what the figures are: CPU, cores, kernel, commit, versions."""
import os
import platform
import re
import shutil
import subprocess

import generator
import measure


def first_line(*command):
    """What a command says first, or that it is not there."""
    program = shutil.which(command[0]) or shutil.which(command[0], path="/usr/sbin:/usr/local/sbin")
    if program is None:
        return "none"
    done = subprocess.run([program, *command[1:]], cwd=generator.HERE, capture_output=True, text=True, timeout=60, check=False)
    return ((done.stdout or done.stderr).splitlines() or ["none"])[0].strip()


def commit():
    changed = first_line("git", "status", "--porcelain", "--untracked-files=no") != "none"
    return first_line("git", "rev-parse", "--short", "HEAD") + (" with changes" if changed else "")


def java(pids):
    """The version of the Java that runs, or of the one that would."""
    running = [f"/proc/{pid}/exe" for pid in pids if measure.command(pid) == "java"]
    home = os.environ.get("JAVA_HOME")
    return first_line(running[0] if running else os.path.join(home, "bin/java") if home else "java", "-version")


def describe(pids):
    model = re.search(r"model name\s*: (.*)", measure.read("/proc/cpuinfo"))
    return {"commit": commit(), "cpu": model[1] if model else platform.machine(), "cores": os.cpu_count(),
            "kernel": platform.release(), "java": java(pids), "kamailio": first_line("kamailio", "-v")}
