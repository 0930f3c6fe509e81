#!/bin/sh
# Trains everything that the built-in reader ships: its networks, then its trees and its confidence on top of them (docs/decisions/004-reader.md).
#   tools/train_reader.sh DATA WORK
# DATA holds passages-open.jsonl, queries-cmrc-trial.jsonl and queries-drcd-dev.jsonl; WORK takes examples (2 GB with their encodings) and
# networks. Between two and three hours of one core. Seeds are fixed. Stopped and begun again, it takes examples and networks that are in WORK already as they
# are: for other questions or other code name another folder.
set -eu
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/.."
if [ ! -e "$work/examples.jsonl" ]; then
  dotnet run -c Release --project tools/Tanyuan.Training -- "$data" --export "$work/examples.jsonl.part"
  mv "$work/examples.jsonl.part" "$work/examples.jsonl"
fi
tools/network/train_reader.py "$work/examples.jsonl" --out "$work/networks"
cp "$work/networks/reader-network.bin" src/Tanyuan.Answers/Reading/Network/
dotnet run -c Release --project tools/Tanyuan.Training -- "$data" --networks "$work/networks" src/Tanyuan.Answers/Reading/reader.json docs/reliability.svg
