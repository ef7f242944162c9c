#!/usr/bin/env bash
# Whole-process time of `certwright-cli inspect` on a four-folder zip against the key derivations it cannot avoid.
#
#   benches/kdf.sh target/release/certwright-cli [ITERATIONS]
#
# Makes a bundle whose PFX and encrypted key cost ITERATIONS each time a key is derived, and times
# openssl's own derivations of the same kind: once for the MAC, once per encrypted safe, once for the key file.
# The ratio is what the design bounds at 1.2. Needs openssl 3, keytool, zip, python3.
set -euo pipefail
program=$(realpath "$1"); iterations=${2:-400000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
mkdir Nginx Apache IIS Tomcat
openssl req -x509 -newkey rsa:2048 -nodes -keyout Apache/3_shop.key -out Apache/2_shop.crt -days 90 -subj /CN=shop.example.com \
  -addext subjectAltName=DNS:shop.example.com 2>/dev/null
cp Apache/2_shop.crt Nginx/1_shop_bundle.crt
printf 'password-of-the-order' > IIS/keystorePass.txt
cp IIS/keystorePass.txt Tomcat/
openssl pkcs8 -topk8 -in Apache/3_shop.key -out Nginx/2_shop.key -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter "$iterations" -passout file:IIS/keystorePass.txt
openssl pkcs12 -export -inkey Apache/3_shop.key -in Apache/2_shop.crt -out IIS/shop.pfx -iter "$iterations" -passout file:IIS/keystorePass.txt
keytool -importkeystore -srckeystore IIS/shop.pfx -srcstoretype PKCS12 -srcstorepass:file IIS/keystorePass.txt \
  -destkeystore Tomcat/shop.jks -deststoretype JKS -deststorepass:file Tomcat/keystorePass.txt 2>/dev/null
zip -qr shop.zip Apache Nginx IIS Tomcat
python3 - "$program" "$iterations" <<'PY'
import json, statistics, subprocess, sys, time

program, iterations = sys.argv[1], sys.argv[2]
PASSWORD = "pass:password-of-the-order"

def timed(command, **keywords):
    started = time.perf_counter()
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **keywords)
    return time.perf_counter() - started, answer

def kdf(name, iterations, *options):
    command = ["openssl", "kdf", "-keylen", "32", "-kdfopt", "digest:SHA256", "-kdfopt", PASSWORD,
               "-kdfopt", "hexsalt:00112233445566778899aabbccddeeff", "-kdfopt", f"iter:{iterations}", *options, name]
    return timed(command)[0]

ours, derivations = [], []
for _ in range(5):
    base = kdf("PBKDF2", "1000")
    pbkdf2 = kdf("PBKDF2", iterations) - base
    mac = kdf("PKCS12KDF", iterations, "-kdfopt", "id:3") - kdf("PKCS12KDF", "1000", "-kdfopt", "id:3")
    # MAC, certificate safe, key bag, key file
    derivations.append(mac + 3 * pbkdf2)
    took, answer = timed([program, "inspect", "shop.zip", "--json"])
    document = json.loads(answer.stdout)
    identity = document["report"]["identities"][0]
    assert len(identity["containers"]) == 2, identity
    locked = [a for a in document["report"]["artifacts"] if a.get("protection") and a.get("locked")]
    assert not locked, locked
    ours.append(took)
ratios = [one / other for one, other in zip(ours, derivations)]
print(f"inspect      {statistics.median(ours):.3f} s (median of 5)")
print(f"derivations  {statistics.median(derivations):.3f} s by openssl, each once")
print(f"ratio        {statistics.median(ratios):.2f}  (min {min(ratios):.2f}, max {max(ratios):.2f})")
PY
