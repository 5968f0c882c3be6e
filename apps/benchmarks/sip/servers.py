"""The servers that are compared: how each is started, loaded with numbers, found among the processes, and stopped."""
import http.client
import math
import os
import shlex
import shutil
import signal
import subprocess
import time

import generator
import measure

HERE, OUT = generator.HERE, generator.OUT
ROOT = HERE.parents[2]
START_SECONDS_MAX = 300
STOP_SECONDS_MAX = 30
STARTED = []
IMPORT_SECONDS_MAX = 1800

# Everything that is assumed about Jingling's commands stands here; run.py has an option for each. {data}, {http}, {sip},
# {workers} and {file} are filled in. A way to import that begins with / is a path to POST the file to, else a command.
JINGLING_START = "./jingling serve --data {data} --http-port {http} --sip-port {sip}"
JINGLING_READY = "ready http"
JINGLING_STANDINGS = "/v1/standings"
JINGLING_WISHES = "./jingling wishes import {file} --server http://127.0.0.1:{http} --key {data}/operator.key"


class WorldFailed(Exception):
    """Something outside the benchmark did not work; the message says what to do."""


class Server:
    """A process that answers INVITEs on a loopback port, pinned to some CPUs; its output goes to a log file."""

    def __init__(self, name, port, command, cpus):
        self.name, self.port, self.command, self.cpus = name, port, command, cpus
        self.log = OUT / f"{name}.log"
        self.process = None

    def start(self):
        def pin():
            os.setpgrp()
            os.sched_setaffinity(0, self.cpus)
        STARTED.append(self)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            cwd=ROOT, preexec_fn=pin)

    def wait_for(self, what, ready):
        deadline = time.monotonic() + START_SECONDS_MAX
        while not ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise WorldFailed(f"{self.name}: {what} did not come; see {self.log}")
            time.sleep(0.2)

    def prepare(self):
        """Returns when calls are answered."""
        self.wait_for("an answer to a call", lambda: generator.answers(self.port))

    def processes(self):
        return measure.tree(self.process.pid)

    def database(self):
        """Processes whose cost is told apart."""
        return []

    def stop(self):
        if self.process is None:
            return
        mine = self.processes() + self.database()
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            pass
        for pid in set(mine) & set(measure.tree(os.getpid())):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()


def echo(port, given):
    return Server("echo", port, [str(OUT / "echo"), str(port)], given.server_cpus)


def kamailio(kind, port, given):
    """Kamailio with its fast memory manager: Debian's default one makes it 4.5 times slower, and us look better."""
    program = shutil.which("kamailio") or shutil.which("kamailio", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        raise WorldFailed("kamailio: not found; install it with: apt-get install -y --no-install-recommends kamailio")
    run = OUT / f"kamailio-{kind}"
    run.mkdir(parents=True, exist_ok=True)
    defines = {
        "LISTED": given.listed, "LISTED_TABLE": f'"listed=>size={bits(given.listed)};"',
        "SUBSCRIBERS": given.subscribers, "MASK_TABLE": f'"mask=>size={bits(given.subscribers)};initval=0;"',
    }
    megabytes = 128 + (given.listed + given.subscribers) * 250 // 1_000_000
    command = [program, "-DD", "-E", "-x", "tlsf", "-f", str(HERE / "kamailio" / f"{kind}.cfg"), "-n", str(given.workers),
               "-m", str(megabytes), "-M", "16", "-b", "4194304", "-l", f"udp:127.0.0.1:{port}",
               "-P", str(run / "pid"), "-Y", str(run), "-w", str(run)]
    for name, value in defines.items():
        command += ["-A", f"{name}={value}"]
    return Server(f"kamailio-{kind}", port, command, given.server_cpus)


def bits(entries):
    """The size of a Kamailio table, as a power of two: about one entry a bucket."""
    return max(8, round(math.log2(entries)))


class Jingling(Server):
    """Started by a command, told its data over HTTP; its database's processes may have left its process tree."""

    def __init__(self, port, given, files):
        self.given, self.files = given, files
        self.data = OUT / "jingling"
        shutil.rmtree(self.data, ignore_errors=True)
        self.words = {"data": self.data, "sip": port, "http": given.http_port, "workers": given.workers}
        super().__init__("jingling", port, self.filled(given.jingling_start), given.server_cpus)

    def filled(self, command, **more):
        return shlex.split(command.format(**self.words, **more))

    def prepare(self):
        self.wait_for(f"the line '{self.given.ready_line}'", lambda: self.given.ready_line in measure.read(self.log))
        for way, file in zip((self.given.jingling_standings, self.given.jingling_wishes), self.files):
            since = time.monotonic()
            self.post(way, file) if way.startswith("/") else self.call(way, file)
            print(f"jingling: imported {file.name} in {time.monotonic() - since:.1f} s", flush=True)
        super().prepare()

    def post(self, path, file):
        key = (self.data / "operator.key").read_text(encoding="ascii").strip()
        connection = http.client.HTTPConnection("127.0.0.1", self.given.http_port, timeout=IMPORT_SECONDS_MAX)
        with open(file, "rb") as body:
            connection.request("POST", path, body, {"Content-Type": "text/csv", "Authorization": f"Bearer {key}",
                                                    "Content-Length": str(file.stat().st_size)})
            answer = connection.getresponse()
        text = answer.read(2000).decode("utf-8", "replace")
        if answer.status // 100 != 2:
            raise WorldFailed(f"POST {path}: got {answer.status}, want 2xx: {text}")

    def call(self, command, file):
        done = subprocess.run(self.filled(command, file=file), cwd=ROOT, capture_output=True, text=True,
                              timeout=IMPORT_SECONDS_MAX, check=False)
        if done.returncode != 0:
            raise WorldFailed(f"{command}: got exit {done.returncode}, want 0 for {file.name}: {done.stdout}{done.stderr}")

    def everything(self):
        """Its own tree, and what nobody else owns: a process that left its parent comes to us, its subreaper."""
        others = {pid for server in STARTED if server is not self for pid in server.processes()}
        return [pid for pid in measure.tree(os.getpid()) if pid != os.getpid() and pid not in others]

    def processes(self):
        return [pid for pid in self.everything() if not measure.command(pid).startswith("postgres")]

    def database(self):
        return [pid for pid in self.everything() if measure.command(pid).startswith("postgres")]
