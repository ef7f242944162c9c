#!/usr/bin/env python3
"""Whole-process time from key and certificate in PEM to a PFX, against `openssl pkcs12 -export`.

    benches/convert.py target/release/certwright-cli [--rounds 2048] [--runs 40]

Both write AES-256 with a SHA-256 MAC at the same rounds, by turns, so that a busy machine slows both.
The ratio of medians is what is bounded at 1.1. openssl reads each other's result at the end.
Afterwards: how long a cancel (SIGINT) of 600,000 x 8 rounds takes to end the program.
"""
import argparse, os, signal, statistics, subprocess, sys, tempfile, time

arguments = argparse.ArgumentParser()
arguments.add_argument("program")
arguments.add_argument("--rounds", default="2048")
arguments.add_argument("--runs", type=int, default=40)
asked = arguments.parse_args()
program = os.path.realpath(asked.program)
QUIET = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def timed(command):
    started = time.perf_counter()
    subprocess.run(command, check=True, **QUIET)
    return (time.perf_counter() - started) * 1000


with tempfile.TemporaryDirectory() as work:
    os.chdir(work)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "shop.key", "-out", "shop.crt",
         "-subj", "/CN=shop.example.com", "-addext", "subjectAltName=DNS:shop.example.com", "-days", "90"],
        check=True, **QUIET)
    with open("password", "w") as file:
        file.write("Aep7heiF4u")
    theirs = ["openssl", "pkcs12", "-export", "-inkey", "shop.key", "-in", "shop.crt", "-iter", asked.rounds,
              "-out", "theirs.pfx", "-passout", "file:password"]
    ours = [program, "convert", "shop.key", "shop.crt", "--to", "pfx", "--target", "openssl",
            "--iterations", asked.rounds, "--out", "ours.pfx", "--out-password-file", "password"]
    times = {"openssl": [], "certwright": []}
    for run in range(asked.runs):
        pair = [("openssl", theirs), ("certwright", ours)]
        for name, command in pair if run % 2 else reversed(pair):
            for left in ("ours.pfx", "theirs.pfx"):
                if os.path.exists(left):
                    os.remove(left)
            times[name].append(timed(command))
    timed(ours) if not os.path.exists("ours.pfx") else None
    for name, taken in times.items():
        print(f"{name:11} median {statistics.median(taken):6.1f} ms, fastest {min(taken):6.1f} ms, n {len(taken)}")
    ratio = statistics.median(times["certwright"]) / statistics.median(times["openssl"])
    print(f"ratio       {ratio:.2f}")
    subprocess.run(["openssl", "pkcs12", "-in", "ours.pfx", "-passin", "file:password", "-nodes", "-out", "back.pem"],
                   check=True, **QUIET)
    print("openssl opens the result")

    slow = list(ours)
    slow[slow.index("--iterations") + 1] = "5000000"
    slow[slow.index("--out") + 1] = "slow.pfx"
    answers = []
    for _ in range(5):
        process = subprocess.Popen(slow, **QUIET)
        time.sleep(0.5)
        assert process.poll() is None, "it ended before it could be cancelled"
        started = time.perf_counter()
        process.send_signal(signal.SIGINT)
        process.wait()
        answers.append((time.perf_counter() - started) * 1000)
        assert not os.path.exists("slow.pfx"), "a half-written file"
        assert not [name for name in os.listdir(".") if "slow" in name], os.listdir(".")
    print(f"cancel      {max(answers):.0f} ms at most, nothing is left")
