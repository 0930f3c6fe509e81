"""The tagger's frozen encoder, whose outputs the reading network reads (src/Tanyuan.Text/Tables/tagger.bin, docs/formats.md)."""
import struct

import numpy as np
import torch

# How many principal components of the encodings are learnt from.
COMPONENTS = 160


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
