"""What the Python peers share: the corpus as tokens, the queries, and the clock of processor time."""
import os
import re
import sys

PASSES = 3
BEST = 10
HAN = '\u3400-\u9fff\uf900-\ufaff'
RUNS = re.compile(f'[{HAN}]+|(?:(?![{HAN}_])\\w)+')


def bigrams(text):
    """Each two neighbouring Han characters, one that is alone, and runs of letters and digits in lower case: the bench's own tokens."""
    tokens = []
    for run in RUNS.findall(text):
        if run[0] >= '\u3400' and re.match(f'[{HAN}]', run):
            tokens.extend([run] if len(run) == 1 else [run[i:i + 2] for i in range(len(run) - 1)])
        else:
            tokens.append(run.lower())
    return tokens


def arguments():
    corpus, queries, documents, folder = sys.argv[1:5]
    return corpus, read_queries(queries), int(documents), folder


def lines(corpus, documents):
    with open(corpus, encoding='utf-8') as file:
        for number, line in enumerate(file):
            if number == documents:
                return
            yield number, line.rstrip('\n')


def read_queries(path):
    with open(path, encoding='utf-8') as file:
        return [(kind, terms.split()) for kind, terms in (line.rstrip('\n').split('\t') for line in file)]


def text_of(terms):
    """The text that bigrams in a row were cut from."""
    text = terms[0]
    for before, term in zip(terms, terms[1:]):
        text += term[1:] if term[0] == before[-1] and re.match(f'[{HAN}]', term) else ' ' + term
    return text


def own_cpu():
    times = os.times()
    return times.user + times.system


def process_cpu(pid):
    """Seconds that all threads of a process have run, to the nanosecond."""
    total = 0
    for task in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{task}/schedstat') as file:
            total += int(file.read().split()[0])
    return total / 1e9


def report_index(name, corpus, documents, cpu, size):
    text = sum(len(line.encode()) + 1 for _, line in lines(corpus, documents))
    print(f'{name} index: {documents} documents, {text / 1e6:.1f} MB, {cpu:.1f} CPU s, {text / 1e6 / cpu:.2f} MB per CPU s, '
          f'index {size / 1e6:.1f} MB = {size / text:.3f} of the text', flush=True)


def report_search(name, queries, search, clock):
    """Runs every query a few times; for each the fastest stands."""
    best = [float('inf')] * len(queries)
    for _ in range(PASSES):
        for place, (kind, terms) in enumerate(queries):
            start = clock()
            search(kind, terms)
            best[place] = min(best[place], clock() - start)
    kinds = list(dict.fromkeys(kind for kind, _ in queries))
    for kind in kinds + ['mixed']:
        times = sorted(best[place] for place, (own, _) in enumerate(queries) if own == kind or (kind == 'mixed' and own != 'long'))
        print(f'{name} {kind:7} p50 {1e3 * times[len(times) // 2]:.3f}  p99 {1e3 * times[int(0.99 * len(times))]:.3f} CPU ms  {len(times) / sum(times):.0f} a second', flush=True)
