# Shared by the scripts in bin/: find a Python, make .venv, install what is locked. Bash only,
# because a minimal Debian has no make, git or curl. Sourced, never run.
# shellcheck shell=bash

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
VENV=$PROJECT/.venv
REQUIREMENTS=$PROJECT/requirements
STAMP=$VENV/locked
export UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1 PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_ROOT_USER_ACTION=ignore

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "This needs root, and there is no sudo here. As root, run: $*"
  fi
}

apt_install() {
  command -v apt-get >/dev/null ||
    fail "Please install $* with this machine's package manager and run this again."
  say "Installing $* (apt-get)"
  # The inner shell expands its own "$@".
  # shellcheck disable=SC2016
  as_root env DEBIAN_FRONTEND=noninteractive sh -c '
    log=$(mktemp)
    { apt-get update && apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 ||
      { cat "$log" >&2; rm -f "$log"; exit 1; }
    rm -f "$log"' sh "$@"
}

# Print the first Python of a supported version that can make environments. The version is asked
# of the program: a pyenv shim is named python3.12 even where no 3.12 is chosen.
find_python() {
  local candidate
  for candidate in python3.13 python3.12 python3.11 python3 /usr/bin/python3; do
    if "$candidate" - 2>/dev/null <<'CHECK'; then
import sys, ensurepip, venv
sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
CHECK
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

# A line for each lock, and the project's place: the environment knows it by absolute paths.
stamp_of() {
  printf 'place %s\n' "$PROJECT"
  local kind
  for kind in "$@"; do
    printf '%s %s\n' "$kind" "$(sha256sum <"$REQUIREMENTS/$kind.txt")"
  done
}

# Whether .venv holds what the lock of this kind says (one run of grep: this is on every start).
is_current() {
  [ -f "$STAMP" ] && [ -x "$VENV/bin/python" ] &&
    [ "$(grep -Fxc -e "$(stamp_of "$1")" "$STAMP")" = 2 ]
}

make_venv() {
  local python
  if ! python=$(find_python); then
    apt_install python3 python3-venv ca-certificates
    python=$(find_python) || fail "Amana needs Python 3.11, 3.12 or 3.13; this machine has none."
  fi
  say "Making .venv with $("$python" --version)"
  "$python" -m venv --clear "$VENV"
  "$VENV/bin/python" -m pip install --quiet --require-hashes -r "$REQUIREMENTS/uv.txt"
  stamp_of >"$STAMP"
}

install_locked() {
  say "Installing requirements/$1.txt"
  # Bytecode now, so that no start pays for it, whatever the environment says of writing it.
  "$VENV/bin/uv" pip install --quiet --compile-bytecode --python "$VENV/bin/python" --require-hashes \
    -r "$REQUIREMENTS/$1.txt"
}

# ensure_environment runtime|dev: make .venv hold what is locked; nothing to do costs nothing.
# What is locked for development holds all that is locked for running.
ensure_environment() {
  is_current "$1" && return
  exec 9>"$PROJECT/.venv.lock"
  if command -v flock >/dev/null; then flock 9; fi
  if ! is_current "$1"; then
    if ! grep -Fxqs "place $PROJECT" "$STAMP" || ! "$VENV/bin/uv" --version >/dev/null 2>&1; then
      make_venv
    fi
    install_locked "$1"
    printf '%s\n' "$PROJECT/src" >"$("$VENV/bin/python" -c \
      'import sysconfig; print(sysconfig.get_path("purelib"))')/amana.pth"
    "$VENV/bin/python" -m compileall -q "$PROJECT/src" || true
    ln -sf ../../bin/amana "$VENV/bin/amana"
    if [ "$1" = dev ]; then stamp_of runtime dev >"$STAMP"; else stamp_of runtime >"$STAMP"; fi
  fi
  exec 9>&-
}
