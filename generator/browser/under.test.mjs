// Reads the site below a path, as on a host that it shares with others: it is
// built without knowing where it will stand.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, listen } from './browser.mjs';
import { pages, root, samples, serve } from './site.mjs';

// What a host sends for any address can't be relative: it stands at the root.
const anywhere = samples(await pages(), 1).filter(({ kind }) => kind !== 'missing');

let server;
let browser;

before(async () => {
  server = await serve(root, { under: '/so/noi-vu' });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function open(address, look) {
  const page = await browser.newPage();
  const faults = listen(page, new URL(server.origin).origin);
  await page.goto(server.origin + address, { waitUntil: 'load' });
  await look(page);
  assert.deepEqual(faults, []);
  await page.close();
}

for (const { kind, address } of anywhere) {
  test(`below a path: ${kind} ${address}`, () => open(address, async (page) => {
    const outside = await page.evaluate((base) => [...document.querySelectorAll('a[href], link[rel="stylesheet"], script[src]')]
      .map((e) => e.href || e.src).filter((url) => url.startsWith(location.origin) && !url.startsWith(`${base}/`)), server.origin);
    assert.deepEqual(outside, []);
  }));
}

test('below a path the search finds and leads to what it found', () => open('/tim-kiem/', async (page) => {
  await page.getByRole('searchbox').fill('dao tao');
  await page.locator('#ket-qua li a').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/tim-kiem/'));
  assert.ok(page.url().startsWith(`${server.origin}/`), page.url());
  assert.equal(await page.locator('main h1').count(), 1);
}));
