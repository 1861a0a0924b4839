# Shared by the deps scripts: saying and installing what is missing. Sourced, not run.

say() { printf '%s\n' "$(basename "$0" .sh): $*"; }

is_mac() { [ "$(uname -s)" = Darwin ]; }

has_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

has_pip() { python3 -m pip --version >/dev/null 2>&1; }

# install_packages NAME…: with apt-get, as root or with sudo; elsewhere says what is missing.
install_packages() {
  [ $# -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "missing: $* (the names in Debian and Ubuntu). Install them with this system's package manager and try again."
    return 1
  fi
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { say "missing: $*. As root: apt-get install $*"; return 1; }
    as_root=(sudo "${as_root[@]}")
  fi
  say "installing $* with apt-get"
  local said
  if ! said=$({ "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" apt-get install -qq -y --no-install-recommends "$@"; } 2>&1); then
    printf '%s\n' "$said" | tail -n 20
    return 1
  fi
}

# install_python FOLDER NAME==VERSION…: into a folder of this repository, each only once.
#
# --target leaves the system's Python as it is, so a distribution that manages it itself does not mind.
install_python() {
  local folder=$1 wanted=() requirement
  shift
  for requirement in "$@"; do
    [ -d "$folder/${requirement%%==*}-${requirement##*==}.dist-info" ] || wanted+=("$requirement")
  done
  [ ${#wanted[@]} -gt 0 ] || return 0
  say "installing ${wanted[*]} with pip into $folder"
  python3 -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir --root-user-action=ignore \
    --upgrade --target "$folder" "${wanted[@]}"
}
