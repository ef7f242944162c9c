#!/usr/bin/env bash
# Opens the real window on a file, and checks what a user and a screen reader get.
#
#   packaging/smoke/window.sh PROGRAM FILE PICTURE TEXT…
#
# The window comes up on a display of its own, its accessibility tree must come
# to hold every TEXT, and the picture must not be blank. The tree is kept beside
# the picture (PICTURE.tree), the program's log too (PICTURE.log).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 4 ] || { sed -n '4,8p' "$0" | cut -c3- >&2; exit 64; }

# The accessibility bus hangs on a session bus; this one ends with the script.
if [ "${CERTWRIGHT_SMOKE_BUS:-}" != own ]; then
  export CERTWRIGHT_SMOKE_BUS=own
  # The bus's own chatter about file limits is no concern of this script's.
  exec dbus-run-session -- "$0" "$@" 2> >(grep -v '^dbus-daemon\|^SpiRegistry' >&2)
fi

# shellcheck source=display.sh
. "$here/display.sh"
program=$1 file=$2 picture=$3
shift 3

home=$(mktemp -d)
finish() {
  end_started
  rm -rf "$home"
}
trap finish EXIT

# The texts are English ones, and the user's own settings stay untouched.
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state
export XDG_RUNTIME_DIR=$home LANG=C.UTF-8 LANGUAGE=en LIBGL_ALWAYS_SOFTWARE=1
export CERTWRIGHT_LOG=info
unset WAYLAND_DISPLAY LC_ALL LC_MESSAGES

fail() {
  echo "window.sh: $1" >&2
  cat "$picture.log" >&2
  exit 1
}

start_display
"$here/tree.py" --enable
start "$program" "$file" >"$picture.log" 2>&1
id=${started[-1]}
wait_until 30 window_is_there Certwright || fail "no window within 30 s"

for text in "$@"; do
  "$here/tree.py" --pid "$id" --until "$text" --timeout-secs 30 >"$picture.tree" \
    || { cat "$picture.tree" >&2; fail "the accessibility tree never held: $text"; }
done
kill -0 "$id" 2>/dev/null || fail "the program ended by itself"
wait_until 30 picture_of_many "$picture" 64 || fail "the picture stays blank"
count=$(colours "$picture")

title=$(xdotool getwindowname "$(window_id Certwright)")
echo "title: $title"
echo "nodes: $(wc -l <"$picture.tree"), colours: $count"
case $title in
  *Certwright*) ;;
  *) fail "the title does not name the program: $title" ;;
esac
