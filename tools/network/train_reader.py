#!/usr/bin/python3
"""Trains the reading network (Debian's python3-torch and python3-numpy; no other dependency).

  train_reader.py EXAMPLES.jsonl --out DIR [--folds 0,1,2] [--epochs 7] [--seeds 1]

EXAMPLES is what `Tanyuan.Training DATA --export FILE` writes. For each fold K a network is trained for each seed on the questions of the other
folds, first on those made of their passages; DIR/fold-K.bin holds them, whose scores are averaged, and their held-back figures are printed: exact
match and F1 of the likeliest span and whether its sentence holds the answer, then the same of the span with the greatest expected overlap.
DIR/reader-network.bin, the file that ships, holds the networks of the first seed of the first two folds, which have learnt from all questions between
them and read new ones together.

The network reads the outputs of the tagger's frozen encoder (src/Tanyuan.Text/Tables/tagger.bin): characters of question and sentences are
projected, each character of a sentence is aligned with the question (Seo et al. 2017; Chen et al. 2017), residual dilated convolutions (Yu,
Koltun 2016) read character, alignment, features and what is asked, and a span is scored from its borders, what stands before and after it, its mean, its length
and form, its sentence and the question. One score stands for "not said here" (Rajpurkar et al. 2018); the softmax runs over the spans of all
sentences read and that score.
"""
import argparse
import base64
import json
import os
import struct
import sys
import time
import zlib

# Several threads of OpenBLAS on matrices this small cost more than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from torch import nn

FEATURES = 45
OVERLAP = 11
TYPES, KINDS, FORMS, LENGTHS = 15, 8, 6, 12
SENTENCE = 8
WIDTH, HIDDEN, SPAN = 64, 64, 64
DILATIONS = (1, 2, 4, 8)
MARGIN = max(DILATIONS)
LONGEST = 256
COMPONENTS = 160
VERSION = 1

# How many folds' networks ship: a question costs each of them anew.
SHIPPED = 2

# What finding the sentence is worth beside finding the span, in the loss, and "not said here" beside both.
SENTENCES = 0.5
UNSAID = 0.7


def panels(data, at, rows, columns, places):
    """A matrix of the tagger's table (docs/formats.md) and where the next thing begins."""
    width = -(-columns // 16)
    numbers = np.frombuffer(data, "<i2", width * rows * 16, at).reshape(width, rows // 2, 16, 2)
    return numbers.transpose(1, 3, 0, 2).reshape(rows, width * 16)[:, :columns] / np.float32(1 << places), at + 2 * numbers.size


class Tagger:
    """The tagger's encoder in numpy, many sentences side by side."""

    def __init__(self, path):
        data = open(path, "rb").read()[32:]
        rows, hidden, tags, self.unknown, characters, names = struct.unpack_from("<IIIIII", data)
        at = 24 + names
        pairs = np.frombuffer(data, "<u2", 2 * characters, at).reshape(-1, 2)
        at += 4 * characters
        self.row = {chr(code): int(row) for code, row in pairs}
        self.embedding = np.frombuffer(data, "<i2", rows * hidden, at).reshape(rows, hidden) / np.float32(1 << 11)
        at += 2 * rows * hidden
        self.layers = []
        for layer in range(4):
            width, places = (hidden, 14) if layer < 2 else (2 * hidden, 13)
            weights, at = panels(data, at, width, 3 * hidden, places)
            bias = np.frombuffer(data, "<i4", 3 * hidden, at) / np.float32(1 << 25)
            gates, at = panels(data, at + 12 * hidden, hidden, 2 * hidden, 13)
            candidate, at = panels(data, at, hidden, hidden, 13)
            self.layers.append((weights, bias, gates, candidate))
        self.hidden = hidden

    def _direction(self, inputs, lengths, layer, backwards):
        weights, bias, gates, candidate = self.layers[layer]
        batch, steps, _ = inputs.shape
        projected = inputs.reshape(-1, inputs.shape[2]) @ weights
        projected = projected.reshape(batch, steps, -1) + bias
        state = np.zeros((batch, self.hidden), np.float32)
        out = np.zeros((batch, steps, self.hidden), np.float32)
        width = self.hidden
        for step in range(steps - 1, -1, -1) if backwards else range(steps):
            gate = 1 / (1 + np.exp(-(projected[:, step, :2 * width] + state @ gates)))
            update, reset = gate[:, :width], gate[:, width:]
            new = np.tanh(projected[:, step, 2 * width:] + (reset * state) @ candidate)
            running = (lengths > step)[:, None]
            state = np.where(running, state + update * (new - state), state)
            out[:, step] = state
        return out

    def encode(self, texts):
        """For each text an array of its characters' embedding and the outputs of both layers."""
        results = [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for first in range(0, len(order), 128):
            batch = order[first:first + 128]
            lengths = np.array([len(texts[i]) for i in batch])
            ids = np.full((len(batch), lengths.max()), self.unknown)
            for row, i in enumerate(batch):
                ids[row, :lengths[row]] = [self.row.get(unit, self.unknown) for unit in texts[i]]
            embedded = self.embedding[ids]
            one = np.concatenate([self._direction(embedded, lengths, 0, False), self._direction(embedded, lengths, 1, True)], 2)
            two = np.concatenate([self._direction(one, lengths, 2, False), self._direction(one, lengths, 3, True)], 2)
            whole = np.concatenate([embedded, one, two], 2).astype(np.float16)
            for row, i in enumerate(batch):
                results[i] = whole[row, :lengths[row]].copy()
        return results


class Components:
    """The principal components of the encodings: cheaper to learn from. A linear layer over them is one over the encodings themselves."""

    def __init__(self, flat):
        sample = flat[::max(1, len(flat) // 30000)].astype(np.float64)
        self.mean = sample.mean(0)
        # The embedding and the two layers count the same.
        width = sample.shape[1] // 5
        parts = np.split(sample - self.mean, [width, 3 * width], 1)
        scale = np.concatenate([np.full(part.shape[1], 1 / part.std()) for part in parts])
        values, vectors = np.linalg.eigh(np.cov(((sample - self.mean) * scale).T))
        top = np.argsort(values)[::-1][:COMPONENTS]
        self.basis = scale[:, None] * vectors[:, top] / values[top] ** 0.25

    def of(self, flat):
        parts = [(flat[at:at + 20000].astype(np.float32) - self.mean.astype(np.float32)) @ self.basis.astype(np.float32) for at in range(0, len(flat), 20000)]
        return np.concatenate(parts).astype(np.float16)

    def fold(self, layer):
        """The weights and bias of a layer over the encodings."""
        weight = self.basis @ layer.weight.detach().double().numpy().T
        return torch.tensor(weight), torch.tensor(layer.bias.detach().double().numpy() - self.mean @ weight)


class Question:
    """A question as read from the examples."""

    __slots__ = ("id", "set", "fold", "key", "kind", "type", "gap", "weights", "gold", "sentences")


class Sentence:
    """A sentence of a question."""

    __slots__ = ("key", "right", "holds", "values", "features", "spans", "gains")


def decode(text, kind):
    return np.frombuffer(base64.b64decode(text), kind)


def utf16(text):
    """Python's strings count code points, the examples UTF-16 units: an astral character is two unknown ones here."""
    return text if all(ord(unit) < 0x10000 for unit in text) else "".join(unit if ord(unit) < 0x10000 else "\ufffd\ufffd" for unit in text)


def load(path):
    questions = []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        question = Question()
        question.id, question.set, question.fold = row["id"], row["set"], row["fold"]
        question.key, question.kind, question.type = utf16(row["question"])[:100], row["kind"], row["type"]
        question.gap = (min(row["gap"], len(question.key)), min(row["gapEnd"], len(question.key)))
        question.weights = decode(row["weights"], "<f2").astype(np.float32)[:len(question.key)]
        question.gold = row["gold"]
        question.sentences = []
        best = max((item["score"] for item in row["sentences"]), default=0)
        for rank, item in enumerate(row["sentences"]):
            sentence = Sentence()
            sentence.key = utf16(item["key"])[:LONGEST]
            sentence.right, sentence.holds = item["right"], item["holds"]
            sentence.values = np.array(
                [item["score"] / 4, (best - item["score"]) / 4, rank / 5, item["passage"] > 0, item["passage"] / 5, item["words"], item["pairs"],
                 item["index"] == 0], np.float32)
            sentence.features = decode(item["features"], "<f2").reshape(-1, FEATURES)[:LONGEST]
            spans = decode(item["spans"], "<i2").reshape(-1, 3)
            gains = decode(item["gains"], "<f2").astype(np.float32)
            sentence.spans, sentence.gains = spans, gains if row["set"] != "unanswerable" else np.zeros_like(gains)
            question.sentences.append(sentence)
        if question.sentences:
            questions.append(question)
    return questions


def bucket(lengths):
    edges = np.array([2, 3, 4, 5, 6, 8, 11, 16, 24, 36, 60])
    return np.searchsorted(edges, lengths, side="right")


class Dropout(nn.Module):
    """Dropout whose masks are cut from one long random tape, which is drawn anew now and then: drawing every mask costs more than the layers."""

    LENGTH = 1 << 23

    def __init__(self, rate):
        super().__init__()
        self.rate, self.uses, self.tape = rate, 0, None

    def forward(self, values):
        if not self.training:
            return values
        if self.uses % 2000 == 0:
            self.tape = (torch.rand(self.LENGTH) >= self.rate).float() / (1 - self.rate)
        self.uses += 1
        count = values.numel()
        at = int(torch.randint(self.LENGTH - count, ()))
        return values * self.tape[at:at + count].view(values.shape)


class Reader(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.project = nn.Linear(inputs, WIDTH)
        self.similar = nn.Linear(WIDTH, WIDTH, bias=False)
        self.same = nn.Parameter(torch.tensor([2.0, 0.0]))
        self.enter = nn.Linear(3 * WIDTH + FEATURES + 3, HIDDEN)
        self.told = nn.Linear(2 * WIDTH + TYPES + KINDS, HIDDEN, bias=False)
        self.blocks = nn.ModuleList(nn.Conv1d(HIDDEN, HIDDEN, 3, padding=dilation, dilation=dilation) for dilation in DILATIONS)
        self.asked = nn.Linear(2 * WIDTH + TYPES + KINDS, SPAN)
        self.places = nn.Linear(HIDDEN, 5 * SPAN, bias=False)
        self.whole = nn.Linear(HIDDEN, SPAN, bias=False)
        self.standing = nn.Linear(SENTENCE, SPAN, bias=False)
        self.length = nn.Embedding(LENGTHS, SPAN)
        self.form = nn.Embedding(FORMS, SPAN)
        self.score = nn.Linear(SPAN, 1, bias=False)
        self.unsaid = nn.Linear(HIDDEN + SPAN, SPAN)
        self.unsaid_score = nn.Linear(SPAN, 1)
        self.drop = Dropout(0.3)
        nn.init.normal_(self.length.weight, std=0.1)
        nn.init.normal_(self.form.weight, std=0.1)

    def forward(self, batch):
        drop = self.drop
        words = drop(torch.relu(self.project(batch.words)))
        asked = drop(torch.relu(self.project(batch.asked)))
        # (questions, characters, question characters)
        near = torch.bmm(self.similar(words), self.similar(asked).transpose(1, 2)) / WIDTH ** 0.5
        near = near + self.same[0] * batch.equal + self.same[1] * batch.gap[:, None, :]
        near = near.masked_fill(batch.asked_padding[:, None, :], -1e4)
        share = torch.softmax(near, 2)
        aligned = torch.bmm(share, asked)
        told = torch.stack([torch.tanh(near.max(2)[0] / 4), (share * batch.gap[:, None, :]).sum(2), (share * batch.weights[:, None, :]).sum(2)], 2)
        inputs = torch.cat([words, aligned, words * aligned, batch.features, told], 2)
        here = (~batch.padding)[:, None, :].float()
        gap = (asked * batch.gap[:, :, None]).sum(1) / batch.gap.sum(1, keepdim=True).clamp(min=1)
        mean = (asked * (~batch.asked_padding)[:, :, None]).sum(1) / (~batch.asked_padding).sum(1, keepdim=True)
        summary = torch.cat([gap, mean, batch.kinds], 1)
        read = torch.relu(self.enter(inputs) + self.told(summary)[:, None, :]).transpose(1, 2) * here
        for block in self.blocks:
            read = (read + drop(torch.relu(block(read)))) * here
        shape = read.shape
        out = drop(read.transpose(1, 2).reshape(-1, HIDDEN))
        question = self.asked(summary)
        places = self.places(out)
        # The strongest sign of each kind in a sentence.
        strongest = torch.zeros(len(batch.asked_of) + 1, HIDDEN).index_reduce(0, batch.sentence_of, out, "amax", include_self=False)[:-1]
        first, last, before, after, inside = places.split(SPAN, 1)
        sums = torch.cumsum(inside, 0)
        sums = torch.cat([torch.zeros(1, SPAN), sums], 0)
        start, end = batch.starts, batch.ends
        hidden = (first[start] + last[end - 1] + before[start - 1] + after[end]
                  + (sums[end] - sums[start]) / (end - start)[:, None].float()
                  + self.length(batch.lengths) + self.form(batch.forms) 
                  + (self.standing(batch.values) + self.whole(strongest) + question[batch.asked_of])[batch.sentences])
        scores = self.score(drop(torch.tanh(hidden)))[:, 0]
        everywhere = torch.zeros(shape[0], HIDDEN).index_reduce(0, batch.asked_of, strongest, "amax", include_self=False)
        unsaid = self.unsaid_score(torch.tanh(self.unsaid(torch.cat([everywhere, torch.tanh(question)], 1))))[:, 0]
        return scores, unsaid


class Batch:
    """Some questions side by side: their sentences one after the other, padded to the longest."""

    def __init__(self, questions, choice, encoded):
        count = len(questions)
        width = MARGIN + max(sum(len(sentence.key) + MARGIN for sentence, _ in chosen) for chosen in choice)
        asked = max(len(question.key) for question in questions)
        depth = next(iter(encoded.values())).shape[1]
        words = np.zeros((count, width, depth), np.float32)
        features = np.zeros((count, width, FEATURES), np.float32)
        self.padding = np.ones((count, width), bool)
        questions_in = np.zeros((count, asked, depth), np.float32)
        self.asked_padding = np.ones((count, asked), bool)
        gap = np.zeros((count, asked), np.float32)
        weights = np.zeros((count, asked), np.float32)
        kinds = np.zeros((count, TYPES + KINDS), np.float32)
        codes = np.zeros((count, width), np.int32)
        asked_codes = np.full((count, asked), -1, np.int32)
        starts, ends, forms, owners, gains, values, sentences, asked_of = [], [], [], [], [], [], [], []
        sentence_of = np.full(count * width, -1, np.int64)
        for row, (question, chosen) in enumerate(zip(questions, choice)):
            size = len(question.key)
            questions_in[row, :size] = encoded[question.key]
            self.asked_padding[row, :size] = False
            gap[row, question.gap[0]:question.gap[1]] = 1
            weights[row, :size] = question.weights
            kinds[row, question.type] = 1
            kinds[row, TYPES + question.kind] = 1
            asked_codes[row, :size] = [ord(unit) for unit in question.key]
            at = MARGIN
            for sentence, picked in chosen:
                size = len(sentence.key)
                words[row, at:at + size] = encoded[sentence.key]
                features[row, at:at + size] = sentence.features
                self.padding[row, at:at + size] = False
                codes[row, at:at + size] = [ord(unit) for unit in sentence.key]
                base = row * width + at
                sentence_of[base:base + size] = len(asked_of)
                spans = sentence.spans[picked]
                starts.append(base + spans[:, 0].astype(np.int64))
                ends.append(base + spans[:, 1].astype(np.int64))
                forms.append(spans[:, 2])
                owners.append(np.full(len(spans), row))
                gains.append(sentence.gains[picked])
                sentences.append(np.full(len(spans), len(asked_of)))
                values.append(sentence.values)
                asked_of.append(row)
                at += size + MARGIN
        self.words, self.asked, self.features = torch.from_numpy(words), torch.from_numpy(questions_in), torch.from_numpy(features)
        self.padding, self.asked_padding = torch.from_numpy(self.padding), torch.from_numpy(self.asked_padding)
        self.gap, self.weights, self.kinds = torch.from_numpy(gap), torch.from_numpy(weights), torch.from_numpy(kinds)
        self.equal = torch.from_numpy((codes[:, :, None] == asked_codes[:, None, :]).astype(np.float32))
        join = lambda parts: torch.from_numpy(np.concatenate(parts).astype(np.int64))
        self.starts, self.ends, self.forms, self.owners, self.sentences = join(starts), join(ends), join(forms), join(owners), join(sentences)
        self.asked_of = torch.tensor(asked_of)
        sentence_of[sentence_of < 0] = len(asked_of)
        self.sentence_of = torch.from_numpy(sentence_of)
        self.lengths = torch.from_numpy(bucket(self.ends.numpy() - self.starts.numpy()).astype(np.int64))
        self.gains = torch.from_numpy(np.concatenate(gains))
        self.values = torch.from_numpy(np.stack(values))

    def forget(self, random):
        """Takes from half of the questions what tells where their words stand in the sentences: made questions repeat their sentence too faithfully."""
        kept = torch.from_numpy((random.random(len(self.features)) < 0.5).astype(np.float32))
        self.features[:, :, :OVERLAP] *= kept[:, None, None]
        self.values[:, :7] *= kept[self.asked_of][:, None]


def loss_of(scores, unsaid, batch, count):
    """Softmax over each question's spans and "unsaid" against each span's share of the worth."""
    best = torch.zeros(count).index_reduce(0, batch.owners, batch.gains, "amax")
    worth = torch.where(batch.gains >= 0.4, (batch.gains / best.clamp(min=0.4)[batch.owners]) ** 5, torch.zeros(()))
    worth = torch.where(best[batch.owners] >= 0.5, worth, torch.zeros(()))
    total = torch.zeros(count).index_add(0, batch.owners, worth)
    most = torch.maximum(unsaid, torch.full((count,), -1e9).index_reduce(0, batch.owners, scores.detach(), "amax")).detach()
    exps = torch.exp(scores - most[batch.owners])
    norm = torch.log(torch.zeros(count).index_add(0, batch.owners, exps) + torch.exp(unsaid - most)) + most
    said = total > 0
    # The sentences: the mass of each against whether it holds an answer.
    masses = torch.zeros(len(batch.asked_of)).index_add(0, batch.sentences, exps)
    right = torch.zeros(len(batch.asked_of)).index_reduce(0, batch.sentences, worth, "amax")
    right = (right > 0.05).float()
    found = torch.zeros(count).index_add(0, batch.asked_of, masses * right)
    every = torch.zeros(count).index_add(0, batch.owners, exps)
    sentence = torch.log(every + 1e-9) - torch.log(found + 1e-9)
    log = scores - norm[batch.owners]
    answered = -torch.zeros(count).index_add(0, batch.owners, worth * log) / total.clamp(min=1e-6)
    return torch.where(said, answered + SENTENCES * sentence, UNSAID * (norm - unsaid)).mean()


def choose(question, random, sentences, spans):
    """The sentences and spans that a step learns from: all that are worth something and some of the rest."""
    order = list(range(len(question.sentences)))
    held = [i for i in order if question.sentences[i].gains.max(initial=0) >= 0.4][:2]
    rest = [i for i in order if i not in held]
    rest = rest[:1] + list(random.permutation(rest[1:]))
    picked = sorted(held + rest[:max(0, sentences - len(held))])
    chosen = []
    for i in picked:
        sentence = question.sentences[i]
        keep = (sentence.spans[:, 1] <= len(sentence.key)) & ((sentence.gains >= 0.4) | (random.random(len(sentence.gains)) < spans / len(sentence.gains)))
        chosen.append((sentence, np.nonzero(keep)[0]))
    return chosen


def batches(questions, size, random):
    """Batches of questions that are about as long as each other, since all are padded to the longest."""
    for first in range(0, len(questions), 8 * size):
        some = [(question, choose(question, random, 4, 50)) for question in questions[first:first + 8 * size]]
        some.sort(key=lambda item: sum(len(sentence.key) for sentence, _ in item[1]))
        parts = [some[at:at + size] for at in range(0, len(some), size)]
        for i in random.permutation(len(parts)):
            yield zip(*parts[i])


def learn(model, batch, count, optimizer, schedule):
    """One step on a batch; returns its loss."""
    scores, unsaid = model(batch)
    loss = loss_of(scores, unsaid, batch, count)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimizer.step()
    schedule.step()
    return float(loss)


def pretrain(model, questions, encoded, arguments, random, say):
    """Learns from questions made of the passages themselves, at a rate that rises and falls."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=arguments.rate, weight_decay=0.01)
    steps = arguments.pretraining * (len(questions) / arguments.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / 50) * (0.1 + 0.9 * (1 - min(1, step / steps))))
    model.train()
    for epoch in range(arguments.pretraining):
        total = 0.0
        for some, choice in batches([questions[i] for i in random.permutation(len(questions))], arguments.batch, random):
            batch = Batch(some, choice, encoded)
            batch.forget(random)
            total += learn(model, batch, len(some), optimizer, schedule) * len(some)
        say(f"made questions, epoch {epoch + 1}: loss {total / len(questions):.4f}")


def train(questions, encoded, arguments, seed, say):
    torch.manual_seed(seed)
    random = np.random.RandomState(seed)
    depth = next(iter(encoded.values())).shape[1]
    model = Reader(depth)
    made = [question for question in questions if question.set == "cloze"]
    if made and arguments.pretraining:
        pretrain(model, made, encoded, arguments, random, say)
    questions = [question for question in questions if question.set != "cloze" and (question.set != "pages" or arguments.pages)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=arguments.rate, weight_decay=0.01)
    counted = sum(1 if question.set == "plain" else arguments.others for question in questions)
    steps = arguments.epochs * (counted / arguments.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / 50) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, step / steps)))))
    average = {name: value.detach().clone() for name, value in model.named_parameters()}
    step = 0
    for epoch in range(arguments.epochs):
        model.train()
        total = 0.0
        order = random.permutation([i for i, question in enumerate(questions) if question.set == "plain" or random.random() < arguments.others])
        for some, choice in batches([questions[i] for i in order], arguments.batch, random):
            batch = Batch(some, choice, encoded)
            total += learn(model, batch, len(some), optimizer, schedule) * len(some)
            step += 1
            keep = min(0.995, step / (step + 10))
            with torch.no_grad():
                for name, value in model.named_parameters():
                    average[name].mul_(keep).add_(value, alpha=1 - keep)
        say(f"epoch {epoch + 1}: loss {total / len(order):.4f}")
    with torch.no_grad():
        for name, value in model.named_parameters():
            value.copy_(average[name])
    return model


def read(model, questions, encoded):
    """For each question the scores of its spans, sentence by sentence, and of "unsaid"."""
    model.eval()
    results = []
    order = sorted(range(len(questions)), key=lambda i: sum(len(sentence.key) for sentence in questions[i].sentences))
    with torch.no_grad():
        for first in range(0, len(order), 16):
            some = [questions[i] for i in order[first:first + 16]]
            choice = [[(sentence, np.nonzero(sentence.spans[:, 1] <= len(sentence.key))[0]) for sentence in question.sentences] for question in some]
            batch = Batch(some, choice, encoded)
            scores, unsaid = model(batch)
            scores, at = scores.numpy(), 0
            for i, (question, chosen) in enumerate(zip(some, choice)):
                whole = []
                for sentence, picked in chosen:
                    values = np.full(len(sentence.gains), -30, np.float32)
                    values[picked] = scores[at:at + len(picked)]
                    at += len(picked)
                    whole.append(values)
                results.append((order[first + i], whole, float(unsaid[i])))
    results.sort(key=lambda item: item[0])
    return [(whole, unsaid) for _, whole, unsaid in results]


def mean(results):
    """The mean of several networks' scores of one question."""
    spans = [np.mean(sentence, 0) for sentence in zip(*(whole for whole, _ in results))]
    return spans, float(np.mean([unsaid for _, unsaid in results]))


def overlap_pick(question, whole, sharp=1.5, bonus=0.4):
    """The sentence with the most mass and its span with the greatest expected overlap (src/Tanyuan.Answers/Reading/ExpectedOverlap.cs)."""
    top = max(values.max(initial=-99) for values in whole)
    i = int(np.argmax([np.exp(values - top).sum() for values in whole]))
    values, spans = whole[i], question.sentences[i].spans
    order = np.argsort(-values)[:40]
    w = np.exp(sharp * (values[order] - values[order[0]]))
    s = spans[order].astype(int)
    shared = np.minimum(s[:, None, 1], s[None, :, 1]) - np.maximum(s[:, None, 0], s[None, :, 0])
    size = s[:, 1] - s[:, 0]
    worth = (np.maximum(0, shared) * 2 / (size[:, None] + size[None, :])) @ w + bonus * w
    return i, order[worth.argmax()]


def figures(questions, results, say):
    for name in ("cmrc", "drcd", "", "pages"):
        exact, f1, holds, said, wrong, pick = [], [], [], [], [], []
        for question, (whole, unsaid) in zip(questions, results):
            if (question.set == "pages") != (name == "pages") and question.set in ("plain", "pages"):
                continue
            if name in ("cmrc", "drcd") and not question.id.startswith(name):
                continue
            best = max(range(len(whole)), key=lambda i: whole[i].max(initial=-99))
            total = np.logaddexp.reduce(np.concatenate(whole + [np.array([unsaid], np.float32)]))
            if question.set in ("plain", "pages"):
                gain = question.sentences[best].gains[whole[best].argmax()]
                exact.append(gain > 0.999)
                f1.append(gain)
                i, j = overlap_pick(question, whole)
                pick.append((question.sentences[i].gains[j] > 0.999, question.sentences[i].gains[j], question.sentences[i].holds))
                holds.append(question.sentences[best].holds)
                said.append(1 - np.exp(unsaid - total))
            elif question.set == "unanswerable":
                wrong.append(1 - np.exp(unsaid - total))
        if exact:
            cut = np.quantile(said, 0.1)
            say(f"  {name or 'all':6} n {len(exact)}  EM {np.mean(exact):.3f}  F1 {np.mean(f1):.3f}  sentence {np.mean(holds):.3f} | {np.mean(pick, 0).round(3)}"
                + (f"  false answers at 90 % answered {np.mean(np.array(wrong) > cut):.3f}, at 80 % {np.mean(np.array(wrong) > np.quantile(said, 0.2)):.3f}" if wrong else ""))


def weights_of(model, components):
    """The weights in the order of docs/formats.md, half precision; a matrix multiplies from the right, a convolution is three of them."""
    body = bytearray()

    def add(tensor):
        body.extend(tensor.detach().contiguous().numpy().astype("<f2").tobytes())

    def linear(layer):
        add(layer.weight.T)
        if layer.bias is not None:
            add(layer.bias)

    add(model.same)
    for tensor in components.fold(model.project):
        add(tensor)
    linear(model.similar)
    linear(model.enter)
    linear(model.told)
    for block in model.blocks:
        add(block.weight.permute(2, 1, 0))
        add(block.bias)
    linear(model.asked)
    linear(model.places)
    linear(model.whole)
    linear(model.standing)
    add(model.length.weight)
    add(model.form.weight)
    add(model.score.weight)
    linear(model.unsaid)
    linear(model.unsaid_score)
    return bytes(body)


def write_networks(path, bodies):
    body = b"".join(bodies)
    with open(path, "wb") as file:
        file.write(struct.pack("<4s4sIII12x", b"TYTB", b"SPAN", VERSION, len(body), zlib.crc32(body)) + body)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("examples")
    parser.add_argument("--out", required=True)
    parser.add_argument("--tagger", default=os.path.join(here, "../../src/Tanyuan.Text/Tables/tagger.bin"))
    parser.add_argument("--folds", default="0,1,2")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--others", type=float, default=0.3, help="the share of untitled and unanswerable examples learnt from in an epoch")
    parser.add_argument("--pretraining", type=int, default=2, help="epochs of questions made of the passages")
    parser.add_argument("--pages", type=int, default=1)
    parser.add_argument("--seeds", default="1", help="a network is trained for each, and their scores are averaged")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(arguments.out, exist_ok=True)
    began = time.time()
    say = lambda line: print(f"[{time.time() - began:6.0f} s, cpu {time.process_time():5.0f}] {line}", flush=True)
    questions = load(arguments.examples)
    say(f"{len(questions)} examples")
    cache = arguments.examples + ".encoded.npy"
    texts = sorted({question.key for question in questions} | {sentence.key for question in questions for sentence in question.sentences})
    lengths = np.array([len(text) for text in texts])
    if not os.path.exists(cache):
        np.save(cache, np.concatenate(Tagger(arguments.tagger).encode(texts)))
    flat = np.load(cache, mmap_mode="r")
    components = Components(flat)
    flat = components.of(flat)
    ends = np.cumsum(lengths)
    encoded = {text: flat[end - length:end] for text, end, length in zip(texts, ends, lengths)}
    say(f"{len(texts)} texts, {len(flat)} characters encoded")
    bodies = []
    for fold in map(int, arguments.folds.split(",")):
        held = [question for question in questions if question.fold == fold and question.set != "cloze"]
        learnt = [question for question in questions if question.fold != fold]
        own, read_by = [], []
        for seed in map(int, arguments.seeds.split(",")):
            model = train(learnt, encoded, arguments, seed, say)
            own.append(weights_of(model, components))
            read_by.append(read(model, held, encoded))
            say(f"fold {fold}, seed {seed}")
            figures(held, read_by[-1], say)
        if len(own) > 1:
            say(f"fold {fold}, together")
            figures(held, [mean(results) for results in zip(*read_by)], say)
        write_networks(os.path.join(arguments.out, f"fold-{fold}.bin"), own)
        bodies.append(own[0])
    write_networks(os.path.join(arguments.out, "reader-network.bin"), bodies[:SHIPPED])


if __name__ == "__main__":
    sys.exit(main())
