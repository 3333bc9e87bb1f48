# shellcheck shell=sh
# Read by cli/run and tests/run: installs what is missing and builds. Expects $root.
# Everything goes to stderr, so that stdout stays the program's own.

build_packages='gcc libc6-dev meson ninja-build pkg-config libxml2-dev libpcre2-dev
libhunspell-dev hunspell-en-gb hunspell-tools libcmark-gfm-dev libcmark-gfm-extensions-dev libzip-dev
libyaml-dev libjansson-dev libcsv-dev libutf8proc-dev uthash-dev'
test_packages="$build_packages libcmocka-dev clang clang-format python3"

say() {
    echo "plainpaper set-up: $*" >&2
}

# Runs a command and shows what it printed only when it fails.
quietly() {
    if ! "$@" >"$root/build/set-up.log" 2>&1; then
        cat "$root/build/set-up.log" >&2
        say "this command failed: $*"
        return 1
    fi
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        say "packages are missing; run this as root, or install sudo, or install them yourself:"
        say "apt-get install$missing"
        return 1
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

# install_missing STAMP PACKAGE...: the stamp holds the list that was last found whole.
install_missing() {
    stamp="$root/build/$1"
    shift
    mkdir -p "$root/build"
    [ "$(cat "$stamp" 2>/dev/null)" = "$*" ] && return 0
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "this is not Debian, so please install by its package manager: $*"
        return 0
    fi
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
            missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        say "installing$missing"
        # shellcheck disable=SC2086 # the list is split on purpose
        quietly apt_install $missing 2>/dev/null || {
            quietly as_root apt-get update -qq && quietly apt_install $missing
        } || return 1
    fi
    echo "$*" >"$stamp"
}

# configure FOLDER MESON-OPTION...: a no-op once the folder is configured.
configure() {
    folder="$root/$1"
    shift
    [ -f "$folder/build.ninja" ] && return 0
    quietly meson setup "$folder" "$root" "$@"
}

# compile FOLDER [TARGET...]
compile() {
    folder="$root/$1"
    shift
    quietly ninja -C "$folder" "$@"
}
