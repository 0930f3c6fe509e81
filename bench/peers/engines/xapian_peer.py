"""Xapian's glass database with positions, no data; its own BM25."""
import os
import time

import xapian

from peer import BEST, arguments, bigrams, lines, own_cpu, report_index, report_search

corpus, queries, documents, folder = arguments()
path = os.path.join(folder, 'index')
start = own_cpu()
writer = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
for _, line in lines(corpus, documents):
    document = xapian.Document()
    for position, token in enumerate(bigrams(line)):
        document.add_posting(token, position)
    writer.add_document(document)
writer.commit()
writer.close()
compact = path + '-compact'
xapian.Database(path).compact(compact)
size = sum(os.path.getsize(os.path.join(compact, name)) for name in os.listdir(compact))
report_index('xapian', corpus, documents, own_cpu() - start, size)

database = xapian.Database(compact)
enquire = xapian.Enquire(database)


def search(kind, terms):
    if kind == 'phrase':
        query = xapian.Query(xapian.Query.OP_PHRASE, terms, len(terms))
    else:
        query = xapian.Query(xapian.Query.OP_AND if kind == 'and' else xapian.Query.OP_OR, terms)
    enquire.set_query(query)
    return [match.docid for match in enquire.get_mset(0, BEST)]


report_search('xapian', queries, search, time.thread_time)
