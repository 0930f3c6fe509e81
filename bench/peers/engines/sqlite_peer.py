"""SQLite FTS5 without content over bigrams apart by spaces, positions kept (detail=full), merged to one segment."""
import os
import sqlite3
import time

from peer import BEST, arguments, bigrams, lines, own_cpu, report_index, report_search

corpus, queries, documents, folder = arguments()
path = os.path.join(folder, 'index.db')
database = sqlite3.connect(path)
database.execute("pragma journal_mode = wal")
database.execute("pragma cache_size = -128000")
database.execute("create virtual table docs using fts5(body, content='', tokenize='unicode61 remove_diacritics 0')")
start = own_cpu()
database.executemany('insert into docs(rowid, body) values (?, ?)', ((number + 1, ' '.join(bigrams(line))) for number, line in lines(corpus, documents)))
database.commit()
database.execute("insert into docs(docs) values ('optimize')")
database.commit()
database.execute('vacuum')
database.execute('pragma wal_checkpoint(truncate)')
report_index('sqlite', corpus, documents, own_cpu() - start, os.path.getsize(path))


def search(kind, terms):
    quoted = [f'"{term}"' for term in terms]
    match = '"' + ' '.join(terms) + '"' if kind == 'phrase' else (' AND ' if kind == 'and' else ' OR ').join(quoted)
    return database.execute('select rowid, rank from docs where docs match ? order by rank limit ?', (match, BEST)).fetchall()


report_search('sqlite', queries, search, time.thread_time)
