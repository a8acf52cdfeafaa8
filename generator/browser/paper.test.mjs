// Looks at a page of each kind as it is printed on A4.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charts, onPaper, overflow } from './measure.mjs';
import { end, readers } from './readers.mjs';
import { pages, samples } from './site.mjs';

const sheet = { width: 673, height: 971 }; // A4 within the margins of print.css, in CSS px
const reader = readers();

for (const { kind, address } of samples(await pages(), 1)) {
  test(`printed: ${kind} ${address}`, async () => {
    const page = await reader.open(address, { viewport: sheet });
    await page.emulateMedia({ media: 'print' });
    const faults = [];
    for (const measure of [overflow, charts, onPaper]) faults.push(...await page.evaluate(measure));
    assert.deepEqual(faults, []);
    await end(page);
  });
}

test('the programme is printed as the document that it is', async () => {
  const page = await reader.open('/chuong-trinh/', { viewport: sheet });
  const words = await page.locator('.part-document .document').innerText();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('main').innerText();
  const folded = (text) => text.replace(/\s+/g, ' ').trim();
  assert.ok(folded(printed).startsWith(folded(words).slice(0, 200)), printed.slice(0, 300));
  await end(page);
});
