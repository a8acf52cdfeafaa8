// Weighs every page of a built site as it goes over the network: the page and
// all that it loads by itself, compressed as hosts compress by default.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pages, root } from './site.mjs';

const kB = 1000;
const most = 60 * kB;

/** What a kind of page may weigh at most. */
const budgets = [
  { kind: 'home', shape: /^\/(en\/)?$/, budget: 40 * kB },
  { kind: 'article', shape: /^\/(en\/)?(tin-tuc|gioi-thieu)\/[^/]+\/$/, budget: 10 * kB },
  { kind: 'table', shape: /^\/(en\/)?thong-ke\/[^/]+\/$/, budget: 25 * kB },
];
const fewest = 2;
const mostRequests = 4;

/** Links that a browser follows by itself. */
const loading = [
  /<link\b[^>]*\brel="?(?:stylesheet|icon|preload|modulepreload)"?[^>]*>/g,
  /<script\b[^>]*\bsrc=[^>]*>/g,
  /<(?:img|source|iframe|video|audio)\b[^>]*>/g,
];
const address = /\b(?:href|src)="?([^"\s>]+)/;
const compressed = /\.(png|jpe?g|webp|woff2|gz)$/;

const weights = new Map();

async function weigh(file) {
  if (!weights.has(file)) {
    const bytes = await readFile(file);
    weights.set(file, compressed.test(file) ? bytes.length : gzipSync(bytes, { level: 6 }).length);
  }
  return weights.get(file);
}

/** The files that a page loads, itself first. A picture that waits until it is scrolled to counts too. */
async function loaded(page) {
  const html = await readFile(page.file, 'utf8');
  const files = new Set([page.file]);
  for (const pattern of loading) {
    for (const [tag] of html.matchAll(pattern)) {
      const target = address.exec(tag)?.[1];
      if (target && !target.startsWith('data:')) files.add(locate(page, target));
    }
  }
  return [...files];
}

function locate(page, target) {
  assert.doesNotMatch(target, /^(https?:)?\/\//, `${page.address} loads ${target} from elsewhere`);
  const clean = target.replace(/[?#].*$/, '');
  return clean.startsWith('/') ? path.join(root, clean) : path.resolve(path.dirname(page.file), clean);
}

test('pages keep to their weight', async (t) => {
  const faults = [];
  const heaviest = {};
  for (const page of await pages()) {
    const files = await loaded(page);
    const weight = (await Promise.all(files.map(weigh))).reduce((sum, n) => sum + n);
    const { kind, budget } = budgets.find(({ shape }) => shape.test(page.address)) ?? { kind: 'other', budget: most };
    if (weight > budget) faults.push(`${page.address} (${kind}) weighs ${weight} bytes, more than ${budget}`);
    const requests = files.length;
    if (requests > mostRequests || requests < fewest) faults.push(`${page.address} makes ${requests} requests`);
    if (weight > (heaviest[kind]?.weight ?? 0)) heaviest[kind] = { weight, address: page.address };
  }
  for (const [kind, { weight, address: where }] of Object.entries(heaviest)) t.diagnostic(`heaviest ${kind}: ${where} ${weight} bytes`);
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.slice(0, 40).join('\n')}`);
});
