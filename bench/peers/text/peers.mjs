// Megabytes (of UTF-8) in a second of processor time over the lines of a file, best of several passes: jieba-rs for words, opencc-js for t2s.
import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import * as OpenCC from 'opencc-js';

const passes = 5;
const lines = readFileSync(process.argv[2], 'utf8').split('\n');
const megabytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / 1e6;

function measure(name, input, work) {
  let least = Infinity;
  for (let pass = 0; pass < passes; pass++) {
    const before = process.cpuUsage();
    for (const line of input) work(line);
    const taken = process.cpuUsage(before);
    least = Math.min(least, (taken.user + taken.system) / 1e6);
  }
  console.log(`peer ${name} ${(megabytes / least).toFixed(1)}`);
}

const jieba = Jieba.withDict(dict);
measure('words', lines, line => jieba.cut(line, true));
const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
measure('t2s', lines.map(line => toTraditional(line)), line => toSimplified(line));
