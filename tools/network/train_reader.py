#!/usr/bin/python3
"""Trains the reading networks (Debian's python3-torch and python3-numpy; no other dependency).

  train_reader.py EXAMPLES.jsonl --out DIR [--folds 0,1,2] [--seeds 1,2] [--epochs 7]

EXAMPLES is what `Tanyuan.Training DATA --export FILE` writes. For each fold K and each seed S a network is trained on the questions of the other
folds, first on those made of their passages, and written to DIR/fold-K-seed-S.bin; one that is there already is kept. Its held-back figures are
printed: exact match and F1 of the likeliest span and whether its sentence holds the answer, then the same of the span with the greatest expected
overlap. DIR/fold-K.bin holds the networks of a fold, whose scores are averaged. In the same way DIR/all-seed-S.bin are trained on all questions, and
DIR/reader-network.bin, the file that ships, holds them.
"""
import argparse
import os
import sys
import time

# Several threads of OpenBLAS on matrices this small cost more than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch

from encoding import Components, Tagger
from examples import load, texts_of
from figures import figures, read
from networks_file import read_network, weights_of, write_networks
from training import train


def encode(questions, path, tagger, say):
    """Each text's encoding by its principal components, and these; the encodings themselves are kept in a file."""
    texts = texts_of(questions)
    lengths = np.array([len(text) for text in texts])
    if not os.path.exists(path):
        np.save(path + ".part.npy", np.concatenate(Tagger(tagger).encode(texts)))
        os.replace(path + ".part.npy", path)
    flat = np.load(path, mmap_mode="r")
    components = Components(flat)
    flat = components.of(flat)
    ends = np.cumsum(lengths)
    say(f"{len(texts)} texts, {len(flat)} characters encoded")
    return {text: flat[end - length:end] for text, end, length in zip(texts, ends, lengths)}, components


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    numbers = lambda text: [int(number) for number in text.split(",")]
    parser.add_argument("examples")
    parser.add_argument("--out", required=True)
    parser.add_argument("--tagger", default=os.path.join(here, "../../src/Tanyuan.Text/Tables/tagger.bin"))
    parser.add_argument("--folds", type=numbers, default=[0, 1, 2])
    parser.add_argument("--seeds", type=numbers, default=[1, 2], help="a network is trained for each, and their scores are averaged")
    parser.add_argument("--comparing", type=numbers, default=[1], help="seeds whose networks look for the question's characters in the sentences and around them")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--others", type=float, default=0.3, help="the share of untitled, page and unanswerable examples learnt from in an epoch")
    parser.add_argument("--pretraining", type=int, default=2, help="epochs of questions made of the passages")
    parser.add_argument("--cut", type=float, default=0.1, help="the share of questions that these learn from without the sentences that hold an answer")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(arguments.out, exist_ok=True)
    began = time.time()
    say = lambda line: print(f"[{time.time() - began:6.0f} s, cpu {time.process_time():5.0f}] {line}", flush=True)
    part = lambda fold: "all" if fold is None else f"fold-{fold}"
    path = lambda fold, seed: os.path.join(arguments.out, f"{part(fold)}-seed-{seed}.bin")
    missing = [(fold, seed) for fold in [*arguments.folds, None] for seed in arguments.seeds if not os.path.exists(path(fold, seed))]
    if missing:
        questions = load(arguments.examples)
        say(f"{len(questions)} examples")
        encoded, components = encode(questions, arguments.examples + ".encoded.npy", arguments.tagger, say)
    for fold, seed in missing:
        model = train([question for question in questions if question.fold != fold], encoded, arguments, seed, say)
        write_networks(path(fold, seed), [weights_of(model, components)])
        say(f"{part(fold)}, seed {seed}")
        held = [question for question in questions if question.fold == fold and question.set != "cloze"]
        if held:
            figures(held, read(model, held, encoded), say)
    for fold in arguments.folds:
        write_networks(os.path.join(arguments.out, f"fold-{fold}.bin"), [read_network(path(fold, seed)) for seed in arguments.seeds])
    write_networks(os.path.join(arguments.out, "reader-network.bin"), [read_network(path(None, seed)) for seed in arguments.seeds])


if __name__ == "__main__":
    sys.exit(main())
