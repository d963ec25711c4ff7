#!/bin/sh
# Starts Qiantou. The first time it sets itself up beside this file: no network, no administrator.
set -u
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 3
export PYTHONUTF8=1 PYTHONNOUSERSITE=1 PIP_NO_INDEX=1 PIP_CONFIG_FILE=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1
unset PYTHONHOME PYTHONPATH
root=$here/venv

told() { cat "$here/help/$1.txt" >&2; exit 3; }

find_python() {
    for python in "$here/python/bin/python3" python3.14 python3.13 python3.12 python3.11 python3 \
            /usr/local/bin/python3 /opt/homebrew/bin/python3; do
        if "$python" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

set_up() {
    find_python || told python
    set -- "$here"/wheels/pip-*.whl
    [ -f "$1" ] || told wheels
    cat "$here/help/setup.txt" >&2
    rm -rf "$root"
    if ! "$python" -m venv --without-pip "$root" 2>/dev/null; then
        # A stick or share that cannot be written to: set up in the user's own folder instead.
        root=${XDG_DATA_HOME:-${HOME:-$here}/.local/share}/qiantou-kit
        rm -rf "$root"
        "$python" -m venv --without-pip "$root" || told failed
    fi
    "$root/bin/python" "$1/pip" install --quiet --no-index --find-links "$here/wheels" "@WANTED@" || told failed
    : >"$root/ready-@VERSION@"
}

sound() { [ -f "$root/ready-@VERSION@" ] && "$root/bin/python" -P -c 'import game' 2>/dev/null; }

if ! sound; then
    root=${XDG_DATA_HOME:-${HOME:-$here}/.local/share}/qiantou-kit
    if [ -w "$here" ] || ! sound; then
        root=$here/venv
        set_up
    fi
fi
if [ -d "$here/scenarios" ]; then
    exec "$root/bin/python" -P -m game --scenarios "$here/scenarios" "$@"
fi
exec "$root/bin/python" -P -m game "$@"
