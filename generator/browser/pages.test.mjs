// Looks at every kind of page of a built site in a browser, as readers meet
// it: with and without scripts, on small and large screens, light and dark.
//
// SITE=dir           the site (default: public/)
// CHROMIUM=path      the browser (default: /usr/bin/chromium)
// SCREENSHOTS=dir    keeps a picture of every page looked at
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { isScript, launch, listen, violations } from './browser.mjs';
import { charts, chartText, outline, overflow } from './measure.mjs';
import { pages, samples, serve } from './site.mjs';

const widths = [320, 360, 412, 1280];

/**
 * How a page may be met, and at which widths axe looks at it: every.test.mjs
 * has it look at the smallest screen. Without scripts axe can't run either, so
 * it looks at the page with its scripts lost on the way.
 */
const modes = {
  'with scripts, light': { javaScriptEnabled: true, axe: [1280], colorScheme: 'light' },
  'with scripts, dark': { javaScriptEnabled: true, axe: [1280], colorScheme: 'dark' },
  'scripts lost, light': { javaScriptEnabled: true, axe: [320], colorScheme: 'light', lost: true },
  'without scripts, light': { javaScriptEnabled: false, colorScheme: 'light' },
  'without scripts, dark': { javaScriptEnabled: false, colorScheme: 'dark' },
};
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

for (const { kind, address } of samples(await pages())) {
  test(`${kind} ${address ?? ''}`, { timeout: 180_000 }, async (t) => {
    assert.ok(address, `the site has no page of the kind ${kind}`);
    for (const [name, mode] of Object.entries(modes)) await t.test(name, () => look(address, name, mode));
  });
}

/** Opens a page and wants no fault at any width. */
async function look(address, name, { javaScriptEnabled, colorScheme, axe = [], lost }) {
  const context = await browser.newContext({ javaScriptEnabled, colorScheme, locale: 'vi-VN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    if (lost) await page.route(isScript, (route) => route.abort());
    const faults = listen(page, server.origin);
    await page.goto(server.origin + address, { waitUntil: 'load' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const found = await measure(page, width);
      if (axe.includes(width)) found.push(...await violations(page));
      faults.push(...found.map((fault) => `at ${width} px: ${fault}`));
      await picture(page, [address, width, name].join('-'));
    }
    assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`);
  } finally {
    await context.close();
  }
}

async function measure(page, width) {
  const faults = await page.evaluate(overflow);
  faults.push(...await page.evaluate(charts));
  faults.push(...await page.evaluate(outline));
  if (width >= 360) faults.push(...await page.evaluate(chartText, 11));
  return faults;
}

async function picture(page, name) {
  if (!process.env.SCREENSHOTS) return;
  const file = name.replace(/^\/-/, '/home-').replaceAll(/[^\p{L}\d-]+/gu, '_') + '.png';
  await page.screenshot({ path: path.join(process.env.SCREENSHOTS, file), fullPage: true });
}
