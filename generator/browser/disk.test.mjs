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

test('a figure is kept as a picture, explored and read on a disk too', { timeout: 60_000 }, async () => {
  const { address } = (await pages(root)).filter((page) => /^\/thong-ke\/[^/]+\/$/.test(page.address)).reduce((a, b) => (b.size > a.size ? b : a));
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  await page.goto(pathToFileURL(path.join(root, address, 'index.html')).href);
  const figure = page.locator('figure.figure').first();
  await figure.locator('.drawing').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await figure.locator('.tip').textContent(), /: /);
  await figure.locator('.tools summary').press('Enter');

  // From a disk a browser opens a link's file in place of keeping it: the picture is there to be kept.
  const text = await readFile(fileURLToPath(await figure.locator('.tool-list a[download]').evaluate(({ href }) => href)), 'utf8');
  assert.match(text, /Nguồn: /);
  const [, width, height] = text.match(/width="([\d.]+)" height="([\d.]+)"/);
  const [png] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'PNG' }).press('Enter')]);
  const bytes = await readFile(await png.path());
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [Math.floor(Number(width)) * 2, Math.floor(Number(height)) * 2]);
  assert.ok(bytes.length > 10_000, `${bytes.length} bytes are no picture`);

  await figure.getByRole('button', { name: 'Mở biểu đồ tương tác' }).press('Enter');
  await figure.locator('.interactive canvas').first().waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});
