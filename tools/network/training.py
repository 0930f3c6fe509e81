"""How a reading network learns: its loss, the questions made of passages that it learns from first, and the real ones."""
import numpy as np
import torch
from torch import nn

from examples import Batch, batches
from network import Reader

# What finding the sentence is worth beside finding the span, in the loss, and "not said here" beside both.
SENTENCES = 0.5
UNSAID = 0.7


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
    model = Reader(depth, seed in arguments.comparing)
    made = [question for question in questions if question.set == "cloze"]
    if made and arguments.pretraining:
        pretrain(model, made, encoded, arguments, random, say)
    questions = [question for question in questions if question.set != "cloze"]
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
        for some, choice in batches([questions[i] for i in order], arguments.batch, random, arguments.cut if model.compares else 0):
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
