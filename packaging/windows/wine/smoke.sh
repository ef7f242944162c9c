#!/usr/bin/env bash
# The cross-built programs on the sample bundle, judged under Wine.
#
#   packaging/windows/wine/smoke.sh LINUX_CLI PICTURE_FOLDER
#
# The window must show the sample's story, and the command line must give the
# JSON that the Linux program gives. A configuration of IIS is scanned, changed
# and put back, and a PFX imported whose key is then found to open.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
linux_cli=$(realpath "$1")
pictures=$(mkdir -p "$2" && realpath "$2")
# Relative names, so that both systems see the same ones.
cd "$here/../../../assets/sample"

facts=$("$here/run-under-wine.sh" window "$pictures/windows-sample.png" 'story shown: ' shop.example.com.zip)
echo "$facts"
grep -q '^title: .*Certwright' <<<"$facts" || { echo "smoke.sh: the title does not name the program" >&2; exit 1; }
arguments=(inspect shop.example.com.zip --json --trust root.pem --time 2026-12-01T00:00:00Z)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
linux_code=0 windows_code=0
"$linux_cli" "${arguments[@]}" >"$work/linux.json" || linux_code=$?
"$here/run-under-wine.sh" cli "${arguments[@]}" >"$work/windows.raw" || windows_code=$?
tr -d '\r' <"$work/windows.raw" >"$work/windows.json"
[ -s "$work/linux.json" ] || { echo "smoke.sh: the Linux program printed nothing" >&2; exit 1; }
diff "$work/linux.json" "$work/windows.json" || { echo "smoke.sh: the JSON differs" >&2; exit 1; }
[ "$linux_code" = "$windows_code" ] || { echo "smoke.sh: exit codes $linux_code and $windows_code" >&2; exit 1; }
echo "same JSON on both systems: $(wc -c <"$work/linux.json") bytes, exit code $linux_code"

# IIS: the same scan on both systems, then the edit of a file and its undo.
server=$work/server
cp -r "$here/../../../tests/fixtures/iis/web-03" "$server"
cp "$here/../../../tests/fixtures/keystores/openssl-legacy.pfx" "$server/legacy.pfx"
printf 'changeit\n' >"$server/password.txt"
before=$(sha256sum <"$server/applicationHost.config")
cd "$server"
at=2026-11-23T10:42:00Z
named=(--sslcert sslcert.txt --store stores.json --iis 2022 --time "$at" --json)
"$linux_cli" iis scan --config applicationHost.config "${named[@]}" >"$work/linux-iis.json" || true
cat >"$work/batch" <<END
iis scan --config applicationHost.config ${named[*]}
END
"$here/run-under-wine.sh" batch "$work/batch" | tr -d '\r' | grep -v '^exit ' >"$work/windows-iis.json"
diff "$work/linux-iis.json" "$work/windows-iis.json" || { echo "smoke.sh: the scans differ" >&2; exit 1; }
cat >"$work/batch" <<END
iis plan . --suggested --out plan.json --time $at
iis apply plan.json
iis history --config applicationHost.config
iis undo --config applicationHost.config
iis import legacy.pfx --password-file password.txt --json
iis import legacy.pfx --password-file password.txt --json
iis scan --config applicationHost.config --live --json
iis scan
END
"$here/run-under-wine.sh" batch "$work/batch" | tr -d '\r' >"$work/iis.txt"
expect() {
  grep -qF -- "$1" "$work/iis.txt" || { cat "$work/iis.txt" >&2; echo "smoke.sh: not told: $1" >&2; exit 1; }
}
expect 'byte for byte'
[ "$before" = "$(sha256sum <applicationHost.config)" ] || { echo "smoke.sh: undo left another file" >&2; exit 1; }
expect '"was_there": false'
expect '"was_there": true'
leaf=$(openssl pkcs12 -legacy -in legacy.pfx -passin pass:changeit -clcerts -nokeys 2>/dev/null |
  openssl x509 -noout -fingerprint -sha1 | sed 's/.*=//; s/://g' | tr 'A-F' 'a-f')
expect "\"leaf\": \"$leaf\""
# The store lists it with its key.
python3 - "$work/iis.txt" "$leaf" <<'END'
import json, sys
text, leaf = open(sys.argv[1]).read(), sys.argv[2]
start = text.rindex('{\n  "schema"')
document, _ = json.JSONDecoder().raw_decode(text[start:])
held = [c for c in document["report"]["certificates"] if c["thumbprint"] == leaf]
assert held and held[0]["store"].upper() == "MY" and held[0]["key"] == "present", held
assert document["report"]["layers"]["store"] == "read"
END
echo "IIS under Wine: same scan, plan, apply and undo of a file, PFX import with its key, stores and registry read"

# A request for each kind of key, made by the Windows program, judged by openssl; the ledger has them.
mkdir "$work/requests"
cd "$work/requests"
names=(--name shop.example.com --name 192.0.2.7 --field C=CN --field O=Example)
for kind in rsa2048 p256 p384 p521 ed25519 sm2; do
  echo "csr new ${names[*]} --key $kind --without-password --out $kind.csr --out-key $kind.key"
done >"$work/batch"
cat >>"$work/batch" <<'END'
csr new --name shop.example.com --key p256 --generate-password --out locked.csr --out-key locked.key
csr new --name shop.example.com --key-file p256.key --out again.csr
ledger list
END
"$here/run-under-wine.sh" batch "$work/batch" | tr -d '\r' >"$work/csr.txt"
for kind in rsa2048 p256 p384 p521 ed25519 sm2 locked again; do
  options=()
  [ "$kind" != sm2 ] || options=(-vfyopt distid:1234567812345678)
  # shellcheck disable=SC2068
  openssl req -in "$kind.csr" -noout -verify ${options[@]} 2>&1 | grep -q 'verify OK' ||
    { cat "$work/csr.txt" >&2; echo "smoke.sh: openssl does not verify $kind.csr" >&2; exit 1; }
done
openssl pkey -in locked.key -passin file:privateKeyPass.txt -noout
[ "$(grep -c '  made ' "$work/csr.txt")" = 8 ] || { cat "$work/csr.txt" >&2; echo "smoke.sh: the ledger lacks requests" >&2; exit 1; }
grep -q 'asked for a certificate before' "$work/csr.txt" || { echo "smoke.sh: the reuse of a key is not told" >&2; exit 1; }
echo "requests under Wine: 8 verified by openssl, all in the ledger, the reuse of a key told"
