// Has Lighthouse rate each kind of page as a phone meets it. What depends on
// the clock (performance) is for `make bench`; this wants full marks in what
// doesn't.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executable, quiet } from './browser.mjs';
import { pages, samples, serve } from './site.mjs';

const categories = ['accessibility', 'best-practices', 'seo'];

/** What only stands in other sites' frames is kept from search engines. */
const ofKind = (kind) => (kind === 'embed' ? categories.filter((c) => c !== 'seo') : categories);

let server;
let chrome;

before(async () => {
  server = await serve();
  chrome = await launchChrome({ chromePath: executable, chromeFlags: ['--headless', ...quiet] });
});

after(() => {
  chrome?.kill();
  server?.close();
});

// The page for what is not found has no address of its own to be rated by.
const rated = samples(await pages(), 1).filter(({ kind }) => kind !== 'missing');

for (const { kind, address } of rated) {
  test(`Lighthouse rates ${kind} ${address ?? ''}`, { timeout: 120_000 }, async () => {
    const run = await lighthouse(server.origin + address, { port: chrome.port, onlyCategories: ofKind(kind), logLevel: 'error' });
    const faults = Object.values(run.lhr.categories).filter((c) => c.score < 1).map((c) => {
      const failed = c.auditRefs.filter((ref) => ref.weight > 0 && run.lhr.audits[ref.id].score !== null && run.lhr.audits[ref.id].score < 1);
      return `${c.id}: ${Math.round(c.score * 100)} (${failed.map((ref) => ref.id).join(', ')})`;
    });
    assert.deepEqual(faults, []);
  });
}
