# Sourced by the smoke scripts: a display of their own, windows on it, pictures of it.
# Every process that is started here is ended by its id in `end_started`.

started=()

# Runs a command in the background and notes its id for the end.
start() {
  "$@" &
  started+=($!)
}

end_started() {
  local id
  for id in "${started[@]+"${started[@]}"}"; do
    kill "$id" 2>/dev/null || true
  done
  for id in "${started[@]+"${started[@]}"}"; do
    wait "$id" 2>/dev/null || true
  done
  started=()
}

# Starts Xvfb on a display that nobody uses, and exports DISPLAY.
start_display() {
  local size=${1:-1280x800} number_file
  number_file=$(mktemp)
  start Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp 3>"$number_file" 2>/dev/null
  wait_until 15 test -s "$number_file" || { echo "no display came up" >&2; return 1; }
  DISPLAY=:$(tr -d '[:space:]' <"$number_file")
  export DISPLAY
  rm -f "$number_file"
}

# wait_until SECONDS COMMAND…: polls until the command succeeds.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.1
  done
}

# The id of the first visible window whose title matches.
window_id() {
  xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1
}

window_is_there() {
  [ -n "$(window_id "$1")" ]
}

# A picture of the whole display.
picture() {
  import -silent -window root "$1"
}

# How many colours a picture holds; a blank one holds very few.
colours() {
  identify -format '%k\n' "$1"
}

# picture_of_many PICTURE COLOURS: takes pictures until one is no longer nearly blank.
picture_of_many() {
  picture "$1"
  [ "$(colours "$1")" -ge "$2" ]
}
