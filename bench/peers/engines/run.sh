#!/bin/sh
# Other engines beside Tanyuan on the same corpus, tokens and queries, by processor time: run.sh PEER CORPUS QUERIES [DOCUMENTS]
# PEER is sqlite (FTS5 of Python's own SQLite), xapian (Debian's python3-xapian), groonga (Debian's groonga-bin) or lancedb (npm's
# @lancedb/lancedb). What is missing is installed, by apt-get as root or by npm into the folder for temporary files.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
peer=$1; corpus=$(realpath "$2"); queries=$(realpath "$3"); documents=${4:-100000}
work=${TMPDIR:-/tmp}/tanyuan-peer-$peer
rm -rf "$work/index"
mkdir -p "$work/index"
need() { # COMMAND... -- PACKAGE
  package=$1; shift
  "$@" >/dev/null 2>&1 || { echo "installing $package" >&2; apt-get install -y --no-install-recommends "$package" >&2; }
}
case $peer in
  sqlite) ;;
  xapian) need python3-xapian /usr/bin/python3 -c 'import xapian' ;;
  groonga) need groonga-bin which groonga ;;
  lancedb)
    cd "$work"
    [ -d node_modules/@lancedb/lancedb ] || { echo 'installing @lancedb/lancedb' >&2; npm init -y >/dev/null; npm install --no-audit --no-fund @lancedb/lancedb apache-arrow@18 >&2; }
    cp "$here/lancedb_peer.mjs" .
    exec node lancedb_peer.mjs "$corpus" "$queries" "$documents" "$work/index" ;;
  *) echo "no peer called $peer: sqlite, xapian, groonga or lancedb" >&2; exit 2 ;;
esac
exec /usr/bin/python3 "$here/${peer}_peer.py" "$corpus" "$queries" "$documents" "$work/index"
