// What the other checks of access don't see, on a page of each kind: the way
// of the keyboard, text set wider by its reader, motion, and the schemes of
// readers who need more contrast.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './browser.mjs';
import { clipped, moving, overflow, stop } from './measure.mjs';
import { end, readers } from './readers.mjs';
import { pages, samples } from './site.mjs';

const phone = { viewport: { width: 320, height: 800 } };
const reader = readers();
const kinds = samples(await pages(), 1);

for (const { kind, address } of kinds) {
  test(`by keyboard alone: ${kind} ${address}`, { timeout: 120_000 }, async () => {
    const page = await reader.open(address, phone);
    const faults = await walk(page);
    assert.deepEqual(faults, []);
    assert.deepEqual(await page.evaluate(missed), [], 'never reached');
    await end(page);
  });

  test(`with more room between letters, words and lines: ${kind} ${address}`, async () => {
    const page = await reader.open(address, phone);
    await page.evaluate(spaceOut);
    assert.deepEqual([...await page.evaluate(overflow), ...await page.evaluate(clipped)], []);
    await end(page);
  });

  test(`in the schemes for more contrast: ${kind} ${address}`, { timeout: 60_000 }, async () => {
    const faults = [];
    for (const options of [{ contrast: 'more' }, { contrast: 'more', colorScheme: 'dark' }, { forcedColors: 'active' }]) {
      const page = await reader.open(address, { ...phone, ...options });
      faults.push(...(await violations(page)).map((fault) => `${JSON.stringify(options)}: ${fault}`));
      await end(page);
    }
    assert.deepEqual(faults, []);
  });

  test(`nothing moves long, and nothing at all for who asks: ${kind} ${address}`, async () => {
    for (const [reducedMotion, most] of [['no-preference', 0.15], ['reduce', 0]]) {
      const page = await reader.open(address, { ...phone, reducedMotion });
      assert.deepEqual(await page.evaluate(moving, most), [], reducedMotion);
      await end(page);
    }
  });
}

test('the first stop of the keyboard leads past the masthead', async () => {
  const page = await reader.open('/', phone);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null));
  await end(page);
});

/** Presses Tab from the top of a page to its end, and looks at each stop. */
async function walk(page) {
  const faults = [];
  for (let stops = 0; ; stops++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(stop);
    if (!found) return faults;
    faults.push(...found);
    assert.ok(stops < 2000, 'the keyboard never comes to an end');
  }
}

/** What could take the focus and was not among the stops, which are marked by stop(). */
function missed() {
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((e) => !e.disabled && e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !e.stoppedAt)
    .map((e) => e.outerHTML.slice(0, 100));
}

/** The distances that WCAG 2.2 has texts bear (1.4.12). */
function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = [sheet];
}
