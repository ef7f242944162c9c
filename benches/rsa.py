#!/usr/bin/env python3
"""Whole-process time of making RSA keys: `certwright-cli csr new` against `openssl genrsa`, in turns.

    benches/rsa.py target/release/certwright-cli [GENERATIONS] [BITS]

Each turn makes one key of each in a fresh folder; which goes first changes from turn to turn, so that both see
the same load. Ours signs and writes a request besides. The design bounds the ratio of the medians at 1.15 for
200 keys of 3,072 bits.
"""
import statistics
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
generations = int(sys.argv[2]) if len(sys.argv) > 2 else 200
bits = sys.argv[3] if len(sys.argv) > 3 else "3072"


def ours(folder):
    return [
        program, "csr", "new", "--name", "shop.example.com", "--key", f"rsa{bits}", "--without-password",
        "--no-ledger", "--out", f"{folder}/a.csr", "--out-key", f"{folder}/a.key",
    ]


def theirs(folder):
    return ["openssl", "genrsa", "-out", f"{folder}/b.key", bits]


def timed(command):
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - started)


times = {ours: [], theirs: []}
for turn in range(generations):
    for make in (ours, theirs) if turn % 2 else (theirs, ours):
        with tempfile.TemporaryDirectory() as folder:
            times[make].append(timed(make(folder)))

for name, make in (("certwright-cli csr new", ours), ("openssl genrsa", theirs)):
    measured = times[make]
    print(f"{name:24} median {statistics.median(measured):7.0f} ms  mean {statistics.mean(measured):7.0f} ms")
print(f"ratio of the medians     {statistics.median(times[ours]) / statistics.median(times[theirs]):.2f}")
