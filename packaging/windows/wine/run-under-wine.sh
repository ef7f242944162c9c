#!/usr/bin/env bash
# Runs the cross-built Windows programs under Wine, for tests.
#
#   run-under-wine.sh [--programs DIR] cli ARG…
#       certwright-cli.exe with these arguments; its output and exit code.
#   run-under-wine.sh [--programs DIR] batch FILE
#       certwright-cli.exe once for each line of FILE, all in one prefix, so
#       that one sees what another did; after each `exit CODE`.
#   run-under-wine.sh [--programs DIR] window PICTURE LINE [FILE…]
#       certwright.exe on the files under a display of its own: waits until the
#       window is there and the program's log holds LINE, takes a picture, and
#       prints the title. The log is kept beside the picture (PICTURE.log).
#   run-under-wine.sh exe PROGRAM ARG…
#       any other program: those that ask Windows' own functions for tests.
#
# Each run has a Wine prefix of its own, copied from one in the cache, because
# Wine's server remembers the display of the first program it served.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache=${CERTWRIGHT_CACHE:-$HOME/.cache/certwright}
programs=${CERTWRIGHT_PROGRAMS:-$cache/windows-target/x86_64-pc-windows-gnu/windows-dev}
wine=/usr/lib/wine/wine64
wineserver=/usr/lib/wine/wineserver64
# shellcheck source=../../smoke/display.sh
. "$here/../../smoke/display.sh"

usage() {
  sed -n '2,17p' "$0" | cut -c3- >&2
  exit 64
}

if [ "${1:-}" = --programs ]; then
  programs=$2
  shift 2
fi
[ $# -ge 1 ] || usage

for tool in "$wine" Xvfb xdotool import x86_64-w64-mingw32-gcc; do
  command -v "$tool" >/dev/null || { echo "run-under-wine.sh: $tool is missing" >&2; exit 2; }
done

mkdir -p "$cache"
run=$(mktemp -d "$cache/wine-run.XXXXXX")
export WINEPREFIX=$run/prefix WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"

finish() {
  # Only the server of this run's prefix, never another's.
  [ ! -d "$WINEPREFIX" ] || "$wineserver" -k 2>/dev/null || true
  end_started
  rm -rf "$run"
}
trap finish EXIT

# A prefix of this run: links to the 700 MB of DLLs in the cache, copies of the registry.
ready_prefix() {
  local kept=$cache/wine-prefix
  if [ ! -e "$kept/ready" ]; then
    "$wine" wineboot --init >/dev/null 2>&1
    "$wineserver" -w
    rm -rf "$kept"
    mv "$WINEPREFIX" "$kept"
    touch "$kept/ready"
  fi
  mkdir "$WINEPREFIX"
  cp -al "$kept/drive_c" "$WINEPREFIX/"
  cp -a "$kept/dosdevices" "$kept"/*.reg "$kept/.update-timestamp" "$WINEPREFIX/"
}

# Copies the programs, so that the shim lies beside them and nowhere else.
lay_out_programs() {
  mkdir -p "$run/programs"
  cp "$programs"/certwright.exe "$programs"/certwright-cli.exe "$run/programs/"
  x86_64-w64-mingw32-gcc -shared -O1 -o "$run/programs/bcryptprimitives.dll" \
    "$here/bcryptprimitives.c" -ladvapi32
}

run_cli() {
  local code=0
  "$wine" "$run/programs/certwright-cli.exe" "$@" || code=$?
  return $code
}

run_batch() {
  local line code arguments
  while IFS= read -r line || [ -n "$line" ]; do
    read -ra arguments <<<"$line"
    code=0
    run_cli "${arguments[@]}" </dev/null || code=$?
    echo "exit $code"
  done <"$1"
}

log_holds() {
  grep -qF -- "$line" "$log"
}

program_ended() {
  ! kill -0 "$id" 2>/dev/null
}

story_is_shown() {
  log_holds && window_is_there Certwright
}

shown_or_ended() {
  story_is_shown || program_ended
}

fail() {
  echo "run-under-wine.sh: $1" >&2
  cat "$log" >&2
  exit 1
}

# Wine's Direct3D 12 ends the whole program where no Vulkan is, as a broken
# driver would. The next start must then skip that renderer, so a second start
# is part of the test; a third is not.
run_window() {
  local picture=$1 starts=0
  line=$2 log=$1.log
  shift 2
  export CERTWRIGHT_LOG=info
  until [ $starts -gt 0 ] && story_is_shown; do
    starts=$((starts + 1))
    [ $starts -le 2 ] || fail "the program ended at both starts"
    start "$wine" "$run/programs/certwright.exe" "$@" >"$log" 2>&1
    id=${started[-1]}
    wait_until 60 shown_or_ended || { picture "$picture"; fail "not within 60 s: a window, and in the log: $line"; }
    if program_ended && ! grep -q vkd3d "$log"; then
      fail "the program ended by itself"
    fi
  done
  # The log may be ahead of the screen.
  wait_until 60 picture_of_many "$picture" 64 || fail "the picture stays blank"
  ! program_ended || fail "the program ended by itself"
  echo "title: $(xdotool getwindowname "$(window_id Certwright)")"
  echo "starts: $starts"
  echo "colours: $(colours "$picture")"
  grep -F -- "$line" "$log" | tail -n 1
}

mode=$1
shift
# The display comes before the first program of the prefix.
start_display 1400x900
ready_prefix
[ "$mode" = exe ] || lay_out_programs
case $mode in
  cli) run_cli "$@" ;;
  batch) [ $# -eq 1 ] || usage; run_batch "$1" ;;
  exe) "$wine" "$@" ;;
  window) [ $# -ge 2 ] || usage; run_window "$@" ;;
  *) usage ;;
esac
