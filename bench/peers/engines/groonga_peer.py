"""Groonga with its own TokenBigram and positions, asked through its command line; scores are its term counts, which is cheaper than BM25."""
import json
import os
import subprocess

from peer import BEST, arguments, lines, process_cpu, report_index, report_search, text_of

corpus, queries, documents, folder = arguments()
path = os.path.join(folder, 'index.db')
groonga = subprocess.Popen(['groonga', '-n', path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding='utf-8')


def ask(command):
    groonga.stdin.write(command + '\n')
    groonga.stdin.flush()
    answer = groonga.stdout.readline()
    if not answer.startswith('[[0,'):
        raise SystemExit(f'groonga: {command[:200]} gave {answer[:500]}')
    return answer


def used(folder):
    return sum(os.stat(os.path.join(folder, name)).st_blocks * 512 for name in os.listdir(folder))


ask('cache_limit 0')
ask('table_create Docs TABLE_NO_KEY')
ask('column_create Docs body COLUMN_SCALAR Text')
start = process_cpu(groonga.pid)
groonga.stdin.write('load --table Docs\n[\n["body"]\n')
for _, line in lines(corpus, documents):
    groonga.stdin.write(',' + json.dumps([line], ensure_ascii=False) + '\n')
groonga.stdin.write(']\n')
groonga.stdin.flush()
groonga.stdout.readline()
text_size = used(folder)
ask('table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto')
ask('column_create Terms docs COLUMN_INDEX|WITH_POSITION Docs body')
report_index('groonga', corpus, documents, process_cpu(groonga.pid) - start, used(folder) - text_size)


def search(kind, terms):
    words = [f'\\"{text_of(terms)}\\"'] if kind == 'phrase' else terms
    query = (' ' if kind == 'and' else ' OR ').join(words)
    ask(f'select Docs --match_columns body --query "{query}" --output_columns _id,_score --sort_keys -_score --limit {BEST}')


report_search('groonga', queries, search, lambda: process_cpu(groonga.pid))
groonga.stdin.close()
groonga.wait()
