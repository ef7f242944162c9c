#!/usr/bin/env python3
"""Whole-process time and memory of asking 20 resolvers of which three never answer.

    benches/resolvers.py target/release/certwright-cli [RUNS]

Starts 17 tiny name servers on loopback that answer every question, and three sockets that only listen; one of
the 17 is the root of a name space of its own and has every name. Times `certwright-cli diagnose dns`. The design
bounds the whole at the slowest living answer, or the time limit of a dead one, and 150 ms, and memory at 100 MB.
"""
import json
import os
import resource
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time

program = sys.argv[1]
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
LIVING, DEAD = 17, 3
PORT = 5853
# Slower than loopback ever is, so that the slowest living answer is known.
SLOWEST_SECS = 0.120


def question(packet):
    """The labels asked for, the type, and where the question ends."""
    at, labels = 12, []
    while packet[at]:
        labels.append(packet[at + 1:at + 1 + packet[at]])
        at += 1 + packet[at]
    kind = struct.unpack(">H", packet[at + 1:at + 3])[0]
    return labels, kind, at + 5


def answer(packet):
    labels, kind, end = question(packet)
    owner = b"\xc0\x0c"
    name = b"".join(bytes([len(label)]) + label for label in (b"ns", b"root")) + b"\0"
    rdata = {1: socket.inet_aton("192.0.2.1"), 2: name, 16: b"\x05hello"}.get(kind)
    if kind == 2 and labels:
        rdata = None
    soa = b"\0" + struct.pack(">HHIH", 6, 1, 60, len(name) * 2 + 20) + name + name + struct.pack(">5I", 1, 2, 3, 4, 60)
    count = (1, 0) if rdata else (0, 1)
    head = packet[:2] + struct.pack(">HHHHH", 0x8580, 1, *count, 0)
    record = owner + struct.pack(">HHIH", kind, 1, 300, len(rdata)) + rdata if rdata else soa
    return head + packet[12:end] + record


def serve(listener, delay):
    while True:
        packet, asker = listener.recvfrom(4096)
        if delay:
            threading.Timer(delay, listener.sendto, (answer(packet), asker)).start()
        else:
            listener.sendto(answer(packet), asker)


servers, sockets = [], []
for number in range(LIVING + DEAD):
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind((f"127.54.0.{number + 1}", PORT))
    sockets.append(listener)
    servers.append(f"127.54.0.{number + 1}:{PORT}")
    if number < LIVING:
        delay = SLOWEST_SECS if number == LIVING - 1 else 0
        threading.Thread(target=serve, args=(listener, delay), daemon=True).start()


def command(resolvers):
    asked = [part for server in resolvers for part in ("--resolver", server)]
    return [
        program, "diagnose", "dns", "www.example.com", *asked, "--root", servers[0], "--port-map", f"53={PORT}",
        "--ipv4", "--json",
    ]


def timed(resolvers):
    started = time.perf_counter()
    done = subprocess.run(command(resolvers), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    took = 1000 * (time.perf_counter() - started)
    return took, json.loads(done.stdout)["report"]


with tempfile.TemporaryDirectory() as folder:
    os.environ["CERTWRIGHT_DATA"] = folder
    living = [timed(servers[:LIVING])[0] for _ in range(runs)]
    all_servers, reports = zip(*(timed(servers) for _ in range(runs)))

# Three resolvers that never answer: the longest question is the time limit of one.
limit = max(asked["took_ms"] for report in reports for asked in report["asked"])
answered = {said["source"]["server"] for said in reports[0]["said"] if said["values"] and said["source"]["kind"] == "user"}
most_kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"{LIVING} living              median {statistics.median(living):7.0f} ms, the slowest answers after {1000 * SLOWEST_SECS:.0f} ms")
print(f"{LIVING} living, {DEAD} dead      median {statistics.median(all_servers):7.0f} ms, worst {max(all_servers):.0f} ms")
print(f"time limit of one       {limit:14.0f} ms")
print(f"over the limit          {max(all_servers) - limit:14.0f} ms, at most 150")
print(f"resolvers that answered {len(answered):14}")
print(f"most memory             {most_kib / 1024:14.1f} MB, at most 100")
