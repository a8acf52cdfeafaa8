// Searches an index with the scripts that readers get. Reads
// {"files": {…}, "queries": […], "shown": n} from standard input and writes,
// for each query, the addresses found in order and the files that a reader
// who asks only this loads: head, words, pairs, and the passages of the first
// n results.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { openIndex } from '../../../../themes/gazette/assets/js/chi-muc.js';

const { files, queries, shown } = JSON.parse(readFileSync(0, 'utf8'));

const context = vm.createContext({});
const kept = new Map();

function read(name) {
  if (!kept.has(name)) kept.set(name, run(name));
  return kept.get(name);
}

function run(name) {
  let found;
  context.__tim = (id, content) => {
    if (id !== path.basename(name)) throw new Error(`${name} calls itself ${id}`);
    found = content;
  };
  vm.runInContext(files[`${name}.js`], context);
  return found;
}

const everything = openIndex(read('muc-luc'), async (name) => read(`${read('muc-luc').folder}/${name}`));

async function ask(query) {
  const loaded = ['muc-luc'];
  const head = read('muc-luc');
  const index = openIndex(head, async (name) => {
    loaded.push(`${head.folder}/${name}`);
    return read(`${head.folder}/${name}`);
  });
  const found = await index.rank(query);
  await Promise.all(found.slice(0, shown).map(({ passage }) => index.card(passage)));
  const cards = await Promise.all(found.map(({ passage }) => everything.card(passage)));
  return { loaded: [...new Set(loaded)], addresses: cards.map((card) => card.address), texts: cards.slice(0, 3).map((card) => card.text) };
}

const answers = [];
for (const query of queries) answers.push(await ask(query));
process.stdout.write(JSON.stringify(answers));
