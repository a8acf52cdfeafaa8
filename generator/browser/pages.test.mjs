// Looks at every kind of page of a built site in a browser, as readers meet
// it: with and without scripts, on small and large screens, light and dark.
//
// SITE=dir           the site (default: public/)
// CHROMIUM=path      the browser (default: /usr/bin/chromium)
// SCREENSHOTS=dir    keeps a picture of every page looked at
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chartText, charts, overflow } from './measure.mjs';
import { pages, samples, serve } from './site.mjs';

const widths = [320, 360, 412, 1280];
const axeWidths = [320, 1280]; // where layouts differ

/** How a page may be met. Without scripts axe can't run either, so it looks at the page with its scripts lost on the way. */
const modes = {
  'with scripts, light': { javaScriptEnabled: true, axe: true, colorScheme: 'light' },
  'with scripts, dark': { javaScriptEnabled: true, axe: true, colorScheme: 'dark' },
  'scripts lost, light': { javaScriptEnabled: true, axe: true, colorScheme: 'light', lost: true },
  'without scripts, light': { javaScriptEnabled: false, colorScheme: 'light' },
  'without scripts, dark': { javaScriptEnabled: false, colorScheme: 'dark' },
};
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

for (const { kind, address } of samples(await pages())) {
  test(`${kind} ${address ?? ''}`, { timeout: 180_000 }, async (t) => {
    assert.ok(address, `the site has no page of the kind ${kind}`);
    for (const [name, mode] of Object.entries(modes)) await t.test(name, () => look(address, name, mode));
  });
}

/** Opens a page and wants no fault at any width. */
async function look(address, name, { javaScriptEnabled, colorScheme, axe, lost }) {
  const context = await browser.newContext({ javaScriptEnabled, colorScheme, locale: 'vi-VN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    if (lost) await page.route(isScript, (route) => route.abort());
    const faults = listen(page);
    await page.goto(server.origin + address, { waitUntil: 'load' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const found = await measure(page, width);
      if (axe && axeWidths.includes(width)) found.push(...await violations(page));
      faults.push(...found.map((fault) => `at ${width} px: ${fault}`));
      await picture(page, [address, width, name].join('-'));
    }
    assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`);
  } finally {
    await context.close();
  }
}

const isScript = (url) => url.pathname.endsWith('.js');

/** Notes what a page asks from elsewhere and what its console complains of. */
function listen(page) {
  const faults = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== server.origin) faults.push(`asks ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    const wanted = message.location().url;
    if (message.type() === 'error' && !(wanted && isScript(new URL(wanted)) && message.text().includes('ERR_FAILED'))) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return faults;
}

async function measure(page, width) {
  const faults = await page.evaluate(overflow);
  faults.push(...await page.evaluate(charts));
  if (width >= 360) faults.push(...await page.evaluate(chartText, 11));
  return faults;
}

/** What axe finds, with the first element of each rule. */
async function violations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((options) => window.axe.run(document, options), axeOptions);
  return result.violations.map((v) => `axe ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 200)}`);
}

async function picture(page, name) {
  if (!process.env.SCREENSHOTS) return;
  const file = name.replace(/^\/-/, '/home-').replaceAll(/[^\p{L}\d-]+/gu, '_') + '.png';
  await page.screenshot({ path: path.join(process.env.SCREENSHOTS, file), fullPage: true });
}
