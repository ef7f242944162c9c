#!/usr/bin/env bash
# The cross-built programs on the sample bundle, judged under Wine.
#
#   packaging/windows/wine/smoke.sh LINUX_CLI PICTURE_FOLDER
#
# The window must show the sample's story, and the command line must give the
# JSON that the Linux program gives.
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
