"""The examples that `Tanyuan.Training DATA --export FILE` writes, and the batches that a network reads them in."""
import base64
import json

import numpy as np
import torch

FEATURES = 45
OVERLAP = 11
TYPES, KINDS = 15, 8
LONGEST = 256

# Of the title and of the sentence before so many characters are read, of the latter the last.
TITLE, BEFORE = 30, 80

# How many characters apart the network's convolutions read: so far apart sentences are put that stand in one row.
DILATIONS = (1, 2, 4, 8)
MARGIN = max(DILATIONS)


class Question:
    """A question as read from the examples."""

    __slots__ = ("id", "set", "fold", "key", "kind", "type", "gap", "weights", "gold", "sentences")


class Sentence:
    """A sentence of a question."""

    __slots__ = ("key", "title", "before", "right", "holds", "values", "features", "spans", "gains")


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
            sentence.title, sentence.before = utf16(item["title"])[:TITLE], utf16(item["before"])[-BEFORE:]
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


def texts_of(questions):
    """All that is encoded, in order."""
    texts = {question.key for question in questions}
    for question in questions:
        for sentence in question.sentences:
            texts.update((sentence.key, sentence.title, sentence.before))
    return sorted(texts - {""})


def bucket(lengths):
    edges = np.array([2, 3, 4, 5, 6, 8, 11, 16, 24, 36, 60])
    return np.searchsorted(edges, lengths, side="right")


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
        bases = []
        every = [sentence for chosen in choice for sentence, _ in chosen]
        around = max(1, max(len(sentence.title) + len(sentence.before) for sentence in every))
        context = np.zeros((len(every), around, depth), np.float32)
        context_codes = np.full((len(every), around), -2, np.int32)
        titled = np.zeros((len(every), around), np.float32)
        for i, sentence in enumerate(every):
            size = 0
            for text in (sentence.title, sentence.before):
                if text:
                    context[i, size:size + len(text)] = encoded[text]
                    context_codes[i, size:size + len(text)] = [ord(unit) for unit in text]
                size += len(text)
            titled[i, :len(sentence.title)] = 1
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
                bases.append((base, size))
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
        # The rows of each sentence, padded to the longest.
        longest = max(size for _, size in bases)
        steps = np.arange(longest)
        rows = np.array([base for base, _ in bases])[:, None] + steps
        self.within = torch.from_numpy(steps < np.array([size for _, size in bases])[:, None])
        self.rows = torch.from_numpy(np.where(self.within.numpy(), rows, 0))
        self.context, self.titled = torch.from_numpy(context), torch.from_numpy(titled)
        self.context_equal = torch.from_numpy((asked_codes[asked_of][:, :, None] == context_codes[:, None, :]).astype(np.float32))
        self.context_padding = torch.from_numpy(context_codes == -2)
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


def choose(question, random, sentences, spans, cut=0.0):
    """
    The sentences and spans that a step learns from: all that are worth something and some of the rest. Of a share of the questions all sentences are
    left out that hold an answer: what stands beside them does not.
    """
    order = list(range(len(question.sentences)))
    if cut and random.random() < cut:
        left = [i for i in order if not question.sentences[i].holds and question.sentences[i].gains.max(initial=0) < 0.5]
        if left:
            order = left
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


def batches(questions, size, random, cut=0.0):
    """Batches of questions that are about as long as each other, since all are padded to the longest."""
    for first in range(0, len(questions), 8 * size):
        some = [(question, choose(question, random, 4, 50, cut)) for question in questions[first:first + 8 * size]]
        some.sort(key=lambda item: sum(len(sentence.key) for sentence, _ in item[1]))
        parts = [some[at:at + size] for at in range(0, len(some), size)]
        for i in random.permutation(len(parts)):
            yield zip(*parts[i])
