// Measures how fast each kind of page is to a phone: Lighthouse's performance
// in its simulation of a slow one on a slow network. It prints and fails
// nothing, since a busy machine measures slower pages. Of several runs the one
// with the median LCP counts.
//
// node bench.mjs [kind …]   these kinds of pages (default: all)
// RUNS=n                    of each (default: 3)
import { availableParallelism, loadavg } from 'node:os';
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executable, quiet } from './browser.mjs';
import { pages, samples, serve } from './site.mjs';

const kinds = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 3);

const columns = ['kind', 'score', 'LCP s', 'FCP s', 'CLS', 'TBT ms', 'kB', 'requests', 'address'];
const audits = { LCP: 'largest-contentful-paint', FCP: 'first-contentful-paint', CLS: 'cumulative-layout-shift', TBT: 'total-blocking-time' };

const server = await serve(undefined, { compressed: true });
const chrome = await launchChrome({ chromePath: executable, chromeFlags: ['--headless', ...quiet] });
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);

try {
  console.log(`${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}\n`);
  row(columns);
  row(columns.map(() => '---'));
  // The page for what is not found has no address of its own to be rated by.
  for (const { kind, address } of samples(await pages(), 1).filter((s) => s.address && s.kind !== 'missing' && (kinds.length === 0 || kinds.includes(s.kind)))) {
    row([kind, ...(await median(server.origin + address)), address]);
  }
} finally {
  chrome.kill();
  server.close();
}

/** What is measured of a page in the run whose LCP is the median. */
async function median(url) {
  const measured = [];
  for (let run = 0; run < runs; run++) measured.push(await measure(url));
  const lcp = columns.indexOf('LCP s') - 1;
  return measured.toSorted((a, b) => a[lcp] - b[lcp])[Math.floor((runs - 1) / 2)];
}

/** Score, times and weight of a page, as the columns have them. */
async function measure(url) {
  const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: ['performance'], logLevel: 'error' });
  const value = (name) => lhr.audits[audits[name]].numericValue ?? Number.NaN;
  const requests = lhr.audits['network-requests'].details.items;
  const bytes = requests.reduce((sum, r) => sum + r.transferSize, 0);
  return [
    Math.round(lhr.categories.performance.score * 100),
    (value('LCP') / 1000).toFixed(2), (value('FCP') / 1000).toFixed(2),
    value('CLS').toFixed(3), Math.round(value('TBT')),
    (bytes / 1000).toFixed(1), requests.length,
  ];
}
