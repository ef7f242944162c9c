#!/usr/bin/env python3
"""Whole-process time and memory of all four lanes against a web server on loopback.

    benches/lanes.py target/release/certwright-cli [RUNS]

Starts one tiny name server that is the root of a name space of its own, and nginx with a page on http and https
that loads things over http. Times `certwright-cli diagnose all` and each lane alone. The design bounds the whole
at 2 s and memory at 150 MB.
"""
import json
import os
import pathlib
import resource
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time

program = os.path.abspath(sys.argv[1])
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
ADDRESS, DNS, HTTP, HTTPS = "127.54.1.1", 5854, 8054, 8454
NAME = "www.example.com"
PARTS = "".join(f'<img src="http://cdn.{NAME}/{number}.png">\n' for number in range(20))
PAGE = f"""<!doctype html><title>Shop</title>
<link rel="stylesheet" href="/style.css"><script src="http://{NAME}/old.js"></script>
{PARTS}<form action="http://{NAME}/send"><input name="q"></form>
"""
NGINX = """
daemon off; error_log stderr crit; pid {folder}/nginx.pid; events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  types {{ text/html html; text/css css; }}
  server {{ listen {address}:{http}; return 301 https://$host$request_uri; }}
  server {{
    listen {address}:{https} ssl http2; root {folder}; index index.html;
    ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;
    ssl_protocols TLSv1.2 TLSv1.3;
  }}
}}
"""


def answer(packet):
    at, labels = 12, []
    while packet[at]:
        labels.append(packet[at + 1:at + 1 + packet[at]])
        at += 1 + packet[at]
    kind = struct.unpack(">H", packet[at + 1:at + 3])[0]
    name = b"".join(bytes([len(label)]) + label for label in (b"ns", b"root")) + b"\0"
    rdata = {1: socket.inet_aton(ADDRESS)}.get(kind) if labels else {2: name}.get(kind)
    soa = b"\0" + struct.pack(">HHIH", 6, 1, 60, len(name) * 2 + 20) + name + name + struct.pack(">5I", 1, 2, 3, 4, 60)
    record = b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 300, len(rdata)) + rdata if rdata else soa
    head = packet[:2] + struct.pack(">HHHHH", 0x8580, 1, *((1, 0) if rdata else (0, 1)), 0)
    return head + packet[12:at + 5] + record


def serve(listener):
    while True:
        packet, asker = listener.recvfrom(4096)
        listener.sendto(answer(packet), asker)


def waiting(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex((ADDRESS, port)) == 0:
                return
        time.sleep(0.02)
    sys.exit(f"nginx does not listen on {port}")


def timed(lane, folder):
    asked = [
        program, "diagnose", lane, NAME, "--resolver", f"{ADDRESS}:{DNS}", "--root", f"{ADDRESS}:{DNS}",
        "--port-map", f"53={DNS},80={HTTP},443={HTTPS}", "--ipv4", "--json", "--trust", f"{folder}/server.pem",
    ]
    if lane in ("dns", "validation"):
        asked = asked[:-2]
    started = time.perf_counter()
    done = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    took = 1000 * (time.perf_counter() - started)
    if not done.stdout:
        sys.exit(done.stderr.decode())
    return took, json.loads(done.stdout)["report"]


listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
listener.bind((ADDRESS, DNS))
threading.Thread(target=serve, args=(listener,), daemon=True).start()
with tempfile.TemporaryDirectory() as folder:
    os.environ["CERTWRIGHT_DATA"] = folder
    root = pathlib.Path(folder)
    # nginx gives its workers away to another user.
    root.chmod(0o755)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "90",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", root / "server.key",
         "-out", root / "server.pem"], check=True, stderr=subprocess.DEVNULL)
    (root / "index.html").write_text(PAGE)
    (root / "style.css").write_text("body { background: url(http://%s/back.png) }\n" % NAME)
    (root / "nginx.conf").write_text(NGINX.format(folder=folder, address=ADDRESS, http=HTTP, https=HTTPS))
    nginx = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-p", folder, "-c", root / "nginx.conf"])
    try:
        waiting(HTTP)
        waiting(HTTPS)
        for lane in ("dns", "validation", "tls", "page", "all"):
            times, reports = zip(*(timed(lane, folder) for _ in range(runs)))
            found = sum(len(check["findings"]) for check in reports[0]["checks"])
            print(f"{lane:12} median {statistics.median(times):7.0f} ms, worst {max(times):7.0f} ms, "
                  f"{len(reports[0]['checks']):3} checks, {found:3} findings")
        connections = [
            asked["outcome"]["count"] for asked in reports[0]["asked"] if asked["outcome"]["kind"] == "talks"
        ]
    finally:
        nginx.terminate()
        nginx.wait()
most_kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"connections  {sum(connections):14}, at most 300 to find out versions and suites")
print(f"most memory  {most_kib / 1024:14.1f} MB, at most 150")
