#!/usr/bin/env bash
# Takes the README's pictures from the real window, with the sample bundle opened by its own link.
#
#   assets/pictures/make.sh target/release/certwright [FOLDER]
#
# Needs Xvfb, xdotool, ImageMagick and a software OpenGL.
set -Eeuo pipefail
trap 'echo "line $LINENO: $BASH_COMMAND" >&2' ERR
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "$1"); folder=$(realpath "${2:-$root/assets/pictures}")
# shellcheck source=../../packaging/smoke/display.sh
. "$root/packaging/smoke/display.sh"
home=$(mktemp -d)
trap 'end_started; rm -rf "$home"' EXIT
unset WAYLAND_DISPLAY LC_ALL LC_MESSAGES

# take NAME THEME LANGUAGE SIZE X Y [STEPS…]: clicks once (0 0 for not at all), then presses keys or
# clicks at @X,Y or types =TEXT, and keeps the picture.
take() {
  local name=$1 theme=$2 language=$3 size=$4 x=$5 y=$6
  shift 6
  export HOME=$home/$name XDG_CONFIG_HOME=$home/$name/config XDG_DATA_HOME=$home/$name/data
  mkdir -p "$XDG_CONFIG_HOME/certwright"
  printf 'version = 1\ntheme = "%s"\nlanguage = "%s"\n' "$theme" "$language" >"$XDG_CONFIG_HOME/certwright/settings.toml"
  # A number that another server takes at the same moment is tried once more.
  start_display "$size" || start_display "$size"
  start "$program" >/dev/null 2>&1
  wait_until 30 window_is_there Certwright
  xdotool windowsize "$(window_id Certwright)" "${size%x*}" "${size#*x}"
  sleep 1.5
  if [ "$x" != 0 ]; then xdotool mousemove "$x" "$y" click 1; sleep 2; xdotool mousemove 5 5; fi
  local key
  for key in "$@"; do
    case $key in
      @*,*) key=${key#@}; xdotool mousemove "${key%,*}" "${key#*,}" click 1 mousemove 5 5 ;;
      =*) xdotool windowfocus "$(window_id Certwright)" type --delay 25 "${key#=}" ;;
      *) xdotool windowfocus "$(window_id Certwright)" key "$key" ;;
    esac
    sleep 0.7
  done
  sleep 1
  picture "$folder/$name.png"
  end_started
  echo "$name: $(colours "$folder/$name.png") colours"
}

take bundle-empty light en 1280x800 0 0
take bundle-story light en 1280x800 795 406
take bundle-story-dark dark en 1280x800 795 406
take bundle-story-zh light zh-CN 1280x800 795 406
take bundle-story-960x640 light en 960x640 558 323
take certificate light en 1280x800 795 406 @85,181
take palette light en 1280x800 795 406 ctrl+k
take convert light en 1280x800 795 406 ctrl+5 @1170,427
take csr light en 1280x800 0 0 ctrl+4 @500,190 '=*.example.com, shop.example.com a.b.example.com https://xn--mnchen-3ya.example.net/login 10.0.4.17'
