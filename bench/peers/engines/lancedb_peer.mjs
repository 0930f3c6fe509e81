// LanceDB's full-text index over bigrams apart by spaces, positions kept. Its threads run beside each other, so the clock is that of the process.
import * as lancedb from '@lancedb/lancedb';
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const [corpus, queryFile, count, folder] = process.argv.slice(2);
const documents = Number(count);
const PASSES = 3, BEST = 10, BATCH = 5000;
const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff';
const runs = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, 'gu');
const han = new RegExp(`^[${HAN}]`);

const bigrams = text => {
  const tokens = [];
  for (const run of text.match(runs) ?? []) {
    if (!han.test(run)) tokens.push(run.toLowerCase());
    else if (run.length === 1) tokens.push(run);
    else for (let i = 0; i + 1 < run.length; i++) tokens.push(run.slice(i, i + 2));
  }
  return tokens.join(' ');
};
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };
const size = path => statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : statSync(path).size;

const database = await lancedb.connect(folder);
let table, bytes = 0, number = 0, batch = [];
const flush = async () => {
  if (batch.length === 0) return;
  if (table) await table.add(batch); else table = await database.createTable('docs', batch);
  batch = [];
};
for await (const line of createInterface({ input: createReadStream(corpus, 'utf8') })) {
  if (number === documents) break;
  bytes += Buffer.byteLength(line) + 1;
  batch.push({ id: number++, body: bigrams(line) });
  if (batch.length === BATCH) await flush();
}
await flush();
const start = cpu();
await table.createIndex('body', { config: lancedb.Index.fts({ baseTokenizer: 'whitespace', withPosition: true, lowercase: false, stem: false, removeStopWords: false, asciiFolding: false }) });
const spent = cpu() - start, indexed = size(join(folder, 'docs.lance', '_indices'));
console.log(`lancedb index: ${documents} documents, ${(bytes / 1e6).toFixed(1)} MB, ${spent.toFixed(1)} CPU s after the rows were stored, `
  + `${(bytes / 1e6 / spent).toFixed(2)} MB per CPU s, index ${(indexed / 1e6).toFixed(1)} MB = ${(indexed / bytes).toFixed(3)} of the text`);

const queries = readFileSync(queryFile, 'utf8').trimEnd().split('\n').map(line => { const [kind, terms] = line.split('\t'); return { kind, terms }; });
const search = ({ kind, terms }) => table.query().select(['id', '_score'])
  .fullTextSearch(kind === 'phrase' && terms.includes(' ') ? new lancedb.PhraseQuery(terms, 'body') : new lancedb.MatchQuery(terms, 'body', { operator: kind === 'and' ? lancedb.Operator.And : lancedb.Operator.Or }))
  .limit(BEST).toArray();
const best = queries.map(() => Infinity);
for (let pass = 0; pass < PASSES; pass++) {
  for (let i = 0; i < queries.length; i++) {
    const from = cpu();
    await search(queries[i]);
    best[i] = Math.min(best[i], cpu() - from);
  }
}
for (const kind of [...new Set(queries.map(query => query.kind)), 'mixed']) {
  const times = best.filter((_, i) => queries[i].kind === kind || (kind === 'mixed' && queries[i].kind !== 'long')).sort((a, b) => a - b);
  const sum = times.reduce((a, b) => a + b, 0);
  console.log(`lancedb ${kind.padEnd(7)} p50 ${(1e3 * times[times.length >> 1]).toFixed(3)}  p99 ${(1e3 * times[Math.floor(0.99 * times.length)]).toFixed(3)} CPU ms  ${(times.length / sum).toFixed(0)} a second`);
}
