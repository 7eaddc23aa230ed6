# Shared by scripts/run and scripts/test: installs what is missing, configures and builds into build/.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build

# install_packages FILE: the Debian packages named in FILE that are not there yet; no question asked.
install_packages() {
  local missing=() package sudo=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "wirecut: not a Debian system: install the equivalents of: $(grep -v '^#' "$1" | tr '\n' ' ')" >&2
    return 0
  fi
  while read -r package; do
    case $package in ''|'#'*) continue ;; esac
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done < "$1"
  [ ${#missing[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  echo "wirecut: installing ${missing[*]}" >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# build_targets "TARGET..." [CMAKE-OPTION...]: configures, then builds on all cores; the log is shown where it fails.
build_targets() {
  local log=$build/build.log targets=$1
  shift
  mkdir -p "$build"
  # shellcheck disable=SC2086  # the targets are words
  if ! cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release "$@" > "$log" 2>&1 ||
     ! cmake --build "$build" -j "$(nproc)" --target $targets >> "$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "wirecut: the build failed; the whole log is $log" >&2
    return 1
  fi
}
