#!/usr/bin/env python3
"""Times how long window programs take from exec to a painted window, under one X server.

    benches/startup.py target/release/certwright [FILE]      ours alone
    benches/startup.py target/release/certwright --vs xca    the two in turn, A B A B …

A run starts the program on a fresh Xvfb screen whose framebuffer is a mapped file, and polls
that file every half millisecond until a tenth of the screen is no longer black. The same rule
holds for every program. A program may show an empty window first, so the time of the last change
of the picture is taken too. Prints milliseconds (minimum, median, maximum) and the private memory
(RssAnon) two seconds later, and how much CPU the idle window used in the second after that.
That the first picture holds what it should is checked by packaging/smoke/window.sh. Needs Xvfb.
"""
import argparse
import mmap
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 800
# A picture that has not changed for this long is the finished one.
QUIET_MS = 700


class Screen:
    """An X server with its pixels in a mapped file."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="screen")
        number = next(n for n in range(200, 400) if not os.path.exists(f"/tmp/.X11-unix/X{n}"))
        self.display = f":{number}"
        self.server = subprocess.Popen(
            ["Xvfb", self.display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", self.folder, "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL)
        while not os.path.exists(f"/tmp/.X11-unix/X{number}"):
            time.sleep(0.01)
        time.sleep(0.2)
        path = os.path.join(self.folder, "Xvfb_screen0")
        self.file = open(path, "rb")
        self.pixels = mmap.mmap(self.file.fileno(), 0, prot=mmap.PROT_READ)

    def samples(self):
        """Pixels on a grid."""
        start = len(self.pixels) - WIDTH * HEIGHT * 4
        return [self.pixels[start + 4 * (y * WIDTH + x):start + 4 * (y * WIDTH + x) + 3]
                for y in range(20, HEIGHT, 40) for x in range(20, WIDTH, 40)]

    def painted(self):
        """Share of sampled pixels that are not black."""
        samples = self.samples()
        return sum(sample != b"\0\0\0" for sample in samples) / len(samples)

    def row_of_text(self):
        """Every pixel of a few lines, where words change even when no sampled pixel does."""
        start = len(self.pixels) - WIDTH * HEIGHT * 4
        return b"".join(self.pixels[start + 4 * y * WIDTH:start + 4 * (y + 1) * WIDTH] for y in range(4, HEIGHT, 9))

    def close(self):
        self.server.terminate()
        self.server.wait()
        self.pixels.close()
        self.file.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def rss_anon_mib(pid):
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("RssAnon"):
                return int(line.split()[1]) / 1024
    return float("nan")


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def one_run(command, settle):
    screen = Screen()
    home = tempfile.mkdtemp(prefix="home")
    environment = {**os.environ, "DISPLAY": screen.display, "HOME": home, "XDG_CONFIG_HOME": home,
                   "XDG_DATA_HOME": home, "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache"))}
    environment.pop("WAYLAND_DISPLAY", None)
    try:
        started = time.perf_counter()
        program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        while screen.painted() < 0.1:
            if program.poll() is not None or time.perf_counter() - started > 20:
                raise SystemExit(f"{command[0]} showed nothing")
            time.sleep(0.0005)
        took = (time.perf_counter() - started) * 1000
        settled, before = took, screen.row_of_text()
        while (now := (time.perf_counter() - started) * 1000) < took + QUIET_MS:
            after = screen.row_of_text()
            if after != before:
                settled, before = now, after
            time.sleep(0.001)
        memory = idle = float("nan")
        if settle:
            time.sleep(2)
            memory = rss_anon_mib(program.pid)
            before = cpu_seconds(program.pid)
            time.sleep(1)
            idle = (cpu_seconds(program.pid) - before) * 1000
        os.killpg(program.pid, signal.SIGTERM)
        program.wait()
        return took, settled, memory, idle
    finally:
        screen.close()
        shutil.rmtree(home, ignore_errors=True)


def row(name, values, unit):
    print(f"{name:<34} {min(values):8.1f} {statistics.median(values):8.1f} {max(values):8.1f}  {unit}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="+")
    parser.add_argument("--vs")
    parser.add_argument("-n", type=int, default=9)
    options = parser.parse_args()
    commands = [options.command] + ([options.vs.split()] if options.vs else [])
    for command in commands:
        one_run(command, settle=False)
    results = [[] for _ in commands]
    for number in range(options.n):
        for command, result in zip(commands, results):
            result.append(one_run(command, settle=number < 3))
    print(f"{'':<34} {'min':>8} {'median':>8} {'max':>8}")
    for command, result in zip(commands, results):
        name = os.path.basename(command[0])
        row(f"{name}: exec to painted", [run[0] for run in result], "ms")
        row(f"{name}: exec to its last change", [run[1] for run in result], "ms")
        row(f"{name}: private memory", [run[2] for run in result[:3]], "MiB")
        row(f"{name}: CPU in one idle second", [run[3] for run in result[:3]], "ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
