"""What processes cost: CPU over all threads, memory, and how busy the rest of the machine is. Linux only, from /proc."""
import contextlib
import os
import time

QUIET_SHARE = 0.03
QUIET_SECONDS_MAX = 5.0


def read(path):
    """The file's text, or nothing when the process has ended meanwhile."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def tree(root):
    """The process and everything below it."""
    children = {}
    for name in os.listdir("/proc"):
        fields = read(f"/proc/{name}/stat").rsplit(") ", 1) if name.isdigit() else []
        if len(fields) == 2 and fields[1][0] != "Z":
            children.setdefault(int(fields[1].split()[1]), []).append(int(name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def command(pid):
    return read(f"/proc/{pid}/comm").strip()


def threads_seconds(pid):
    """Run time of the threads that live, at most one scheduler tick old."""
    total = 0
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            fields = read(f"/proc/{pid}/task/{thread}/schedstat").split()
            total += int(fields[0]) if fields else 0
    except OSError:
        pass
    return total / 1e9


def clock_seconds(pid):
    """The kernel's CPU clock of the process: it also keeps what threads used that have ended, as a JVM's compilers do."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


def cpu(pids):
    """CPU seconds of each process by both accounts."""
    return {pid: (threads_seconds(pid), clock_seconds(pid)) for pid in pids}


def used(before, after):
    """CPU seconds between two accounts; where they differ, the larger one of each process counts."""
    nothing = (0.0, 0.0)
    return sum(max(0.0, *(now - then for now, then in zip(both, before.get(pid, nothing)))) for pid, both in after.items())


def busy_seconds():
    """CPU seconds of the whole machine that were not idle, stolen ones included."""
    ticks = [int(field) for field in read("/proc/stat").split("\n", 1)[0].split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


def stolen_seconds(cpus):
    """What the machine below gave to other guests while these CPUs had work, at most one tick old."""
    lines = read("/proc/stat").split("\n")
    return sum(int(line.split()[8]) for line in lines if line.split(" ")[0] in {f"cpu{cpu}" for cpu in cpus}) / os.sysconf("SC_CLK_TCK")


def memory_mb(pids):
    """Proportional memory, so that what processes share counts once."""
    lines = [line for pid in pids for line in read(f"/proc/{pid}/smaps_rollup").split("\n") if line.startswith("Pss:")]
    return sum(int(line.split()[1]) for line in lines) / 1024


def wait_until_quiet(find_pids):
    """Lets a server finish what it put off, for its cost belongs to the calls; gives up after QUIET_SECONDS_MAX."""
    deadline = time.monotonic() + QUIET_SECONDS_MAX
    before, since = cpu(find_pids()), time.monotonic()
    while time.monotonic() < deadline:
        time.sleep(0.2)
        after, now = cpu(find_pids()), time.monotonic()
        if used(before, after) < QUIET_SHARE * (now - since):
            return
        before, since = after, now


@contextlib.contextmanager
def first_in_line(pids, nice):
    """On a machine that others use too, root may put these processes' sessions first for the seconds of a measurement."""
    def set_groups(value):
        for pid in pids:
            with contextlib.suppress(OSError), open(f"/proc/{pid}/autogroup", "w", encoding="ascii") as group:
                group.write(str(value))
    if nice:
        set_groups(nice)
    try:
        yield
    finally:
        if nice:
            set_groups(0)
