// Reads a site built with --disk as from a USB stick: no server, double click.
//
// DISK=dir           that site (default: bin/disk)
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { pages } from './site.mjs';

const root = path.resolve(process.env.DISK ?? path.join(import.meta.dirname, '../../bin/disk'));

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('every link from a page leads to a file', async () => {
  const faults = [];
  for (const { address, file } of await pages(root)) {
    const html = await readFile(file, 'utf8');
    for (const [, target] of html.matchAll(/\s(?:href|src|action)="?([^"\s>]+)/g)) {
      const url = new URL(target.replaceAll('&amp;', '&'), pathToFileURL(file));
      if (url.protocol !== 'file:') continue;
      const found = await stat(fileURLToPath(url)).catch(() => undefined);
      if (!found?.isFile()) faults.push(`${address}: ${target}`);
    }
  }
  assert.deepEqual(faults.slice(0, 20), []);
});

test('a reader gets from the first page to a clause and finds another by searching', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  const follow = async (link) => {
    await Promise.all([page.waitForNavigation(), link.click()]);
    assert.match(page.url(), /\/index\.html([?#].*)?$/);
    assert.equal(await page.locator('main h1').count(), 1, page.url());
  };
  await page.goto(pathToFileURL(path.join(root, 'index.html')).href);
  await follow(page.locator('.tile').first());
  assert.match(page.url(), /chuong-trinh\/[^/]+\/index\.html/);
  await follow(page.locator('nav a[href$="tim-kiem/index.html"]').first());
  await page.getByRole('searchbox').fill('dao tao');
  await page.waitForSelector('#ket-qua li a');
  await follow(page.locator('#ket-qua li a').first());
  await page.close();
});
