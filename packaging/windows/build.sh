#!/usr/bin/env bash
# Cross-builds certwright.exe and certwright-cli.exe on Debian 12.
#
#   packaging/windows/build.sh [--release] [--jobs N]
#
# The default profile (`windows-dev`) is for tests: quick to build, no debug
# information. The last line printed is the folder that holds both programs.
# Debian's rustc-web brings the standard library's source, from which `std` is
# built for x86_64-pc-windows-gnu; no rustup target is needed.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache=${CERTWRIGHT_CACHE:-$HOME/.cache/certwright}
profile=windows-dev
jobs=$(nproc)

while [ $# -gt 0 ]; do
  case $1 in
    --release) profile=release ;;
    --jobs) jobs=$2; shift ;;
    *) echo "usage: build.sh [--release] [--jobs N]" >&2; exit 64 ;;
  esac
  shift
done

missing=()
[ -x /usr/bin/rustc ] || missing+=(rustc-web)
[ -x /usr/bin/cargo ] || missing+=(cargo-web)
[ -d "$(/usr/bin/rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library" ] || missing+=(rust-web-src)
command -v x86_64-w64-mingw32-gcc >/dev/null || missing+=(gcc-mingw-w64-x86-64)
command -v x86_64-w64-mingw32-g++ >/dev/null || missing+=(g++-mingw-w64-x86-64)
if [ ${#missing[@]} -gt 0 ]; then
  echo "build.sh: install these packages first: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 2
fi

target=x86_64-pc-windows-gnu
export CARGO_TARGET_DIR=$cache/windows-target
export RUSTC=/usr/bin/rustc
# -Zbuild-std is an unstable flag; this lets the stable compiler take it.
export RUSTC_BOOTSTRAP=1
# aws-lc ships its assembly already assembled, so neither nasm nor cmake is needed.
export AWS_LC_SYS_PREBUILT_NASM=1
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET

cd "$here/../.."
/usr/bin/cargo build --locked --bins --profile "$profile" --jobs "$jobs" \
  -Zbuild-std=std,panic_abort --target "$target" >&2
echo "$CARGO_TARGET_DIR/$target/$profile"
