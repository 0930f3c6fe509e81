"""What a network makes of questions that it has not learnt from."""
import numpy as np
import torch

from examples import Batch


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
