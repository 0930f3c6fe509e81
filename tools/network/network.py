"""
The reading network. It reads the outputs of the tagger's frozen encoder: characters of question and sentences are projected, each character of a
sentence is aligned with the question (Seo et al. 2017; Chen et al. 2017), residual dilated convolutions (Yu, Koltun 2016) read character, alignment,
features and what is asked, and a span is scored from its borders, what stands before and after it, its mean, length and form, its sentence and the
question. Some networks also look for each character of the question in every sentence, in its title and in the sentence before it (Parikh et al. 2016). One score
stands for "not said here" (Rajpurkar et al. 2018); the softmax runs over the spans of all sentences read and that score.
"""
import torch
from torch import nn

from examples import DILATIONS, FEATURES, KINDS, TYPES

FORMS, LENGTHS = 6, 12
SENTENCE = 8
WIDTH, HIDDEN, SPAN = 64, 64, 64

# How wide the comparison of a character of the question is, and how many single values it sees.
COMPARE, COMPARED = 64, 6


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
    """A network that compares, or one whose weights of the comparison are zero."""

    def __init__(self, inputs, compares):
        super().__init__()
        self.compares = compares
        self.project = nn.Linear(inputs, WIDTH)
        self.similar = nn.Linear(WIDTH, WIDTH, bias=False)
        self.same = nn.Parameter(torch.tensor([2.0, 0.0]))
        self.enter = nn.Linear(3 * WIDTH + FEATURES + 3, HIDDEN)
        self.told = nn.Linear(2 * WIDTH + TYPES + KINDS, HIDDEN, bias=False)
        self.blocks = nn.ModuleList(nn.Conv1d(HIDDEN, HIDDEN, 3, padding=dilation, dilation=dilation) for dilation in DILATIONS)
        self.asked = nn.Linear(2 * WIDTH + TYPES + KINDS, SPAN)
        self.places = nn.Linear(HIDDEN, 5 * SPAN, bias=False)
        self.whole = nn.Linear(HIDDEN, SPAN, bias=False)
        self.compare = nn.Linear(5 * WIDTH + COMPARED, COMPARE)
        self.beside = nn.Conv1d(COMPARE, COMPARE, 3, padding=1)
        self.matched = nn.Linear(2 * COMPARE, SPAN, bias=False)
        self.standing = nn.Linear(SENTENCE, SPAN, bias=False)
        self.length = nn.Embedding(LENGTHS, SPAN)
        self.form = nn.Embedding(FORMS, SPAN)
        self.score = nn.Linear(SPAN, 1, bias=False)
        self.unsaid = nn.Linear(HIDDEN + 2 * COMPARE + SPAN, SPAN)
        self.unsaid_score = nn.Linear(SPAN, 1)
        self.drop = Dropout(0.3)
        nn.init.normal_(self.length.weight, std=0.1)
        nn.init.normal_(self.form.weight, std=0.1)
        if not compares:
            with torch.no_grad():
                for weight in (*self.compare.parameters(), *self.beside.parameters(), self.matched.weight, self.unsaid.weight[:, HIDDEN:HIDDEN + 2 * COMPARE]):
                    weight.zero_()

    def match(self, batch, words, asked, near):
        """
        For each sentence how each character of the question is found in it and in its title and the sentence before it (Parikh et al., "A Decomposable
        Attention Model", 2016): the strongest sign of each kind, and the mean by the characters' weight.
        """
        of = batch.asked_of
        asked, count = asked[of], len(of)
        # (sentences, question characters, characters)
        found = near.reshape(-1, near.shape[2])[batch.rows.view(-1)].view(count, -1, near.shape[2]).transpose(1, 2)
        found = found.masked_fill(~batch.within[:, None, :], -1e4)
        inside = torch.bmm(torch.softmax(found, 2), words.reshape(-1, WIDTH)[batch.rows.view(-1)].view(count, -1, WIDTH))
        context = self.drop(torch.relu(self.project(batch.context)))
        around = torch.bmm(self.similar(asked), self.similar(context).transpose(1, 2)) / WIDTH ** 0.5 + self.same[0] * batch.context_equal
        around = around.masked_fill(batch.context_padding[:, None, :], -1e4)
        empty = batch.context_padding.all(1)[:, None, None].float()
        share = torch.softmax(around, 2) * (1 - empty)
        outside = torch.bmm(share, context)
        signs = torch.stack([
            torch.tanh(found.max(2)[0] / 4), torch.tanh(around.max(2)[0].clamp(min=-20) / 4), (share * batch.titled[:, None, :]).sum(2), batch.weights[of],
            batch.gap[of], (batch.context_equal * batch.titled[:, None, :]).max(2)[0]], 2)
        here = (~batch.asked_padding)[of][:, :, None].float()
        read = torch.relu(self.compare(torch.cat([asked, inside, asked * inside, outside, asked * outside, signs], 2))) * here
        read = (read + torch.relu(self.beside(read.transpose(1, 2)).transpose(1, 2))) * here
        weights = (batch.weights[of] + 0.02)[:, :, None] * here
        return self.drop(torch.cat([read.max(1)[0], (read * weights).sum(1) / weights.sum(1)], 1))

    def forward(self, batch):
        drop = self.drop
        words = drop(torch.relu(self.project(batch.words)))
        asked = drop(torch.relu(self.project(batch.asked)))
        # (questions, characters, question characters)
        near = torch.bmm(self.similar(words), self.similar(asked).transpose(1, 2)) / WIDTH ** 0.5
        near = near + self.same[0] * batch.equal
        matched = self.match(batch, words, asked, near) if self.compares else torch.zeros(len(batch.asked_of), 2 * COMPARE)
        near = near + self.same[1] * batch.gap[:, None, :]
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
                  + (self.standing(batch.values) + self.whole(strongest) + self.matched(matched) + question[batch.asked_of])[batch.sentences])
        scores = self.score(drop(torch.tanh(hidden)))[:, 0]
        strongest = torch.cat([strongest, matched], 1)
        everywhere = torch.zeros(shape[0], strongest.shape[1]).index_reduce(0, batch.asked_of, strongest, "amax", include_self=False)
        unsaid = self.unsaid_score(torch.tanh(self.unsaid(torch.cat([everywhere, torch.tanh(question)], 1))))[:, 0]
        return scores, unsaid
