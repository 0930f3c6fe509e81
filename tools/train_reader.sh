#!/bin/sh
# Trains everything that the built-in reader ships: its networks, then its trees and its confidence on top of them (docs/decisions/004-reader.md).
#   tools/train_reader.sh DATA WORK
# DATA holds passages-open.jsonl, queries-cmrc-trial.jsonl and queries-drcd-dev.jsonl; WORK takes examples (2 GB with their encodings) and fold networks.
# About an hour of one core. Seeds are fixed.
set -eu
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/.."
dotnet run -c Release --project tools/Tanyuan.Training -- "$data" --export "$work/examples.jsonl"
python3 tools/network/train_reader.py "$work/examples.jsonl" --out "$work/networks"
cp "$work/networks/reader-network.bin" src/Tanyuan.Answers/Reading/Network/
dotnet run -c Release --project tools/Tanyuan.Training -- "$data" --networks "$work/networks" src/Tanyuan.Answers/Reading/reader.json docs/reliability.svg
