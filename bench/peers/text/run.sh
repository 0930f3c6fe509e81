#!/bin/sh
# Our words, folding, conversion, index analysis and repair beside jieba-rs (npm @node-rs/jieba), opencc-js and ftfy over the lines of a text file, in turn,
# one process at a time, and the median ratios. Needs node, npm and the .NET SDK; installs the two packages of npm into a temporary folder, and asks ftfy
# where python3 has it (pip install ftfy).
#   bench/peers/text/run.sh FILE [ROUNDS]
set -e
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
file=$(realpath "$1")
rounds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/peers.mjs" "$work"
(cd "$work" && npm init -y >/dev/null && npm install --no-audit --no-fund @node-rs/jieba@2 opencc-js@1 >/dev/null)
dotnet build -c Release -v q "$here/../../Tanyuan.Bench" >/dev/null
bench=$here/../../Tanyuan.Bench/bin/Release/net10.0/Tanyuan.Bench.dll
for round in $(seq "$rounds"); do
  dotnet "$bench" text "$file"
  node "$work/peers.mjs" "$file"
  python3 "$here/repair.py" "$file"
done | tee "$work/rows" >&2
awk '
  { values[$1 " " $2] = values[$1 " " $2] " " $3 }
  function median(key,  list, n, i, j, t) {
    n = split(values[key], list, " ")
    for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (list[j] + 0 < list[i] + 0) { t = list[i]; list[i] = list[j]; list[j] = t }
    return list[int((n + 1) / 2)]
  }
  END {
    for (key in values) if (key ~ /^tanyuan/) {
      name = substr(key, 9); peer = "peer " name
      printf "%-14s %8.1f MB/s", name, median(key)
      if (peer in values) printf "   peer %6.1f MB/s   %.1fx", median(peer), median(key) / median(peer)
      print ""
    }
  }' "$work/rows"
