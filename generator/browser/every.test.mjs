// Looks once at every page of a built site, on the smallest screen and with
// scripts; pages.test.mjs looks closer, at some of each kind.
//
// STATE=file         writes what the statement on accessibility says of this
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, listen, violations } from './browser.mjs';
import { charts, overflow, structure } from './measure.mjs';
import { pages, serve } from './site.mjs';

const atOnce = 2;
const screen = { width: 320, height: 800 };

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

test('every page', { timeout: 900_000 }, async (t) => {
  const waiting = await pages();
  const count = waiting.length;
  const faults = [];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    const context = await browser.newContext({ viewport: screen, locale: 'vi-VN', reducedMotion: 'reduce' });
    await context.addInitScript(noteShifts);
    await context.route(isStylesheet, onceParsed);
    const page = await context.newPage();
    const noted = listen(page, server.origin);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const found = await look(page, next.address);
      faults.push(...[...noted.splice(0), ...found].map((fault) => `${next.address}: ${fault}`));
    }
    await context.close();
  }));
  t.diagnostic(`${count} pages`);
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.slice(0, 60).join('\n')}`);
  if (process.env.STATE) await state(count);
});

const versionOf = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;

/** What the site says that it was checked with. */
const stated = path.join(import.meta.dirname, '../../themes/gazette/checks.json');

test('the statement on accessibility tells of these checks', async () => {
  const { axe, lighthouse, date } = JSON.parse(await readFile(stated, 'utf8'));
  assert.deepEqual({ axe, lighthouse }, { axe: versionOf('axe-core'), lighthouse: versionOf('lighthouse') }, 'run make statement');
  assert.match(date, /^\d{4}-\d\d-\d\d$/);
});

async function state(count) {
  const checks = {
    date: new Date().toISOString().slice(0, 10),
    pages: count,
    browser: `Chromium ${browser.version().split('.')[0]}`,
    axe: versionOf('axe-core'),
    lighthouse: versionOf('lighthouse'),
  };
  await writeFile(process.env.STATE, `${JSON.stringify(checks, null, 2)}\n`);
}

async function look(page, address) {
  const faults = [];
  await page.goto(server.origin + address, { waitUntil: 'load' });
  const shift = await page.evaluate(shifted); // before the checks below move the focus and scroll
  if (shift > 0) faults.push(`the layout shifts by ${shift.toFixed(4)}`);
  for (const measure of [overflow, charts, structure]) faults.push(...await page.evaluate(measure));
  faults.push(...await violations(page));
  return faults;
}

const isStylesheet = (url) => url.pathname.endsWith('.css');

/**
 * Lets a page be painted when it has been parsed: how much of it the browser
 * has at its first picture else depends on how busy the machine is.
 */
async function onceParsed(route) {
  await route.request().frame().evaluate(() => document.readyState !== 'loading' || new Promise((parsed) => {
    document.addEventListener('readystatechange', parsed, { once: true });
  }).then(() => true));
  await route.continue();
}

/** How far things moved, once what the page's scripts changed is painted too. */
const shifted = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.layoutShift)));
});

/** Adds up how far things move once a page is painted (Cumulative Layout Shift). */
function noteShifts() {
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
