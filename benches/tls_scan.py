#!/usr/bin/env python3
"""Whole-process time and connections of looking at one TLS server, ours beside sslscan and testssl.sh.

    benches/tls_scan.py target/release/certwright-cli [RUNS]

The server is nginx on loopback with TLS 1.0 to 1.2 and six suites, as tests/fixtures/make/tls_servers.py sets it
up. `certwright-cli diagnose tls` does its whole lane: connections, chain, name, versions, suites, staple. sslscan
looks at versions, suites and the certificate, testssl.sh at versions, suites of each and the server's defaults.
Connections are counted by a relay before the server, in a run of their own. The design bounds ours at 300
connections and the lane at 2 s.
"""
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
make = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests/fixtures/make")
program = os.path.abspath(sys.argv[1])
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def ours(port):
    return [program, "diagnose", "tls", "www.example.com", "--connect", f"127.0.0.1:{port}", "--json"]


def sslscan(port):
    return ["sslscan", "--no-colour", "--no-heartbleed", f"127.0.0.1:{port}"]


def testssl(port):
    return [
        "testssl", "--quiet", "--warnings", "off", "--nodns", "none", "--openssl", "/usr/bin/openssl",
        "--protocols", "--cipher-per-proto", "--server-defaults", f"127.0.0.1:{port}",
    ]


def took(command):
    begun = time.perf_counter()
    quiet = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(command, check=False, **quiet)
    return time.perf_counter() - begun


class Counter:
    """A relay that counts."""

    def __init__(self, port):
        self.count, self.server = 0, port
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            client, _ = self.listener.accept()
            self.count += 1
            server = socket.create_connection(("127.0.0.1", self.server))
            for pair in [(client, server), (server, client)]:
                threading.Thread(target=pump, args=pair, daemon=True).start()


def pump(source, sink):
    try:
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        sink.close()


with tempfile.TemporaryDirectory() as folder:
    os.environ["CERTWRIGHT_DATA"] = folder
    script = os.path.join(make, "tls_servers.py")
    subprocess.run([sys.executable, script, "certificates", folder], check=True)
    starter = [sys.executable, script, "run", "nginx-old", folder]
    server = subprocess.Popen(starter, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline())
        for name, command, times in [("ours", ours, runs), ("sslscan", sslscan, runs), ("testssl.sh", testssl, 1)]:
            seconds = statistics.median(took(command(port)) for _ in range(times))
            counter = Counter(port)
            took(command(counter.port))
            print(f"{name:10} {seconds:8.2f} s {counter.count:6} connections")
    finally:
        server.stdin.close()
        server.wait()
