// Charts, as readers with a mouse, a finger or a keyboard meet them, and as
// they leave their page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { end, readers } from './readers.mjs';
import { pages } from './site.mjs';

const reader = readers();

/** The statistics page with the most marks that tell something. */
async function richest(mark) {
  const counted = await Promise.all((await pages()).filter(({ address }) => /^\/thong-ke\/[^/]+\/$/.test(address)).map(async ({ address, file }) => ({
    address, marks: (await readFile(file, 'utf8')).split(mark).length,
  })));
  const best = counted.reduce((a, b) => (b.marks > a.marks ? b : a));
  assert.ok(best.marks > 2, `no page has ${mark}`);
  return best.address;
}

const visible = (page, selector) => page.locator(`.drawing svg:visible ${selector}`);

/** What a mark says when asked, as its attributes have it. */
const words = (mark) => mark.evaluate(({ dataset }) => (dataset.of ? `${dataset.of} · ${dataset.told}` : dataset.told));

test('arrow keys read the values, and they are announced', async () => {
  const page = await reader.open(await richest('data-told='));
  const drawing = page.locator('.drawing').first();
  await drawing.focus();
  const marks = drawing.locator('svg:visible [data-told]');
  const first = await words(marks.first());
  await page.keyboard.press('ArrowRight');
  const tip = drawing.locator('.tip');
  assert.equal(await tip.textContent(), first);
  assert.ok(await tip.isVisible());
  const voice = drawing.locator('xpath=following-sibling::p[@aria-live]');
  assert.equal(await voice.textContent(), first);
  await page.keyboard.press('ArrowRight');
  const second = await tip.textContent();
  assert.notEqual(second, first);
  await page.keyboard.press('End');
  const last = await tip.textContent();
  await page.keyboard.press('ArrowDown');
  assert.equal(await tip.textContent(), last);
  await page.keyboard.press('Home');
  assert.equal(await tip.textContent(), first);
  await page.keyboard.press('Escape');
  assert.ok(await tip.isHidden());
  assert.match(await drawing.getAttribute('aria-label'), /mũi tên/);
  await end(page);
});

test('pointer and finger read the value that they are on', async () => {
  const address = await richest('data-told=');
  for (const hasTouch of [false, true]) {
    const page = await reader.open(address, { hasTouch, viewport: hasTouch ? { width: 360, height: 740 } : { width: 1280, height: 800 } });
    const mark = visible(page, '[data-told]').nth(1);
    await mark.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await mark.boundingBox();
    const [cx, cy] = [x + width / 2, y + height / 2];
    if (hasTouch) await page.touchscreen.tap(cx, cy);
    else await page.mouse.move(cx, cy);
    const under = await page.evaluate(([px, py]) => {
      const found = document.elementFromPoint(px, py).closest('[data-told]');
      return found && (found.dataset.of ? `${found.dataset.of} · ${found.dataset.told}` : found.dataset.told);
    }, [cx, cy]);
    const tip = page.locator('.tip:visible');
    if (under) {
      assert.equal(await tip.textContent(), under);
      const box = await tip.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= (hasTouch ? 360 : 1280) + 1, `the tooltip leaves the screen: ${JSON.stringify(box)}`);
    } else {
      assert.equal(await tip.count(), 0);
    }
    await end(page);
  }
});

test('series are switched off and on by keyboard', async () => {
  const page = await reader.open(await richest('data-of='));
  const figure = page.locator('figure.figure', { has: page.locator('[data-of]') }).first();
  await figure.locator('.tools summary').press('Enter');
  const button = figure.locator('.series button').first();
  const name = await button.textContent();
  const marks = figure.locator(`svg:visible [data-of="${name}"]`);
  const before = await marks.count();
  assert.ok(before > 0);
  await button.press('Enter');
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await figure.locator(`svg:visible [data-of="${name}"]:not(.off)`).count(), 0);
  await button.press('Enter');
  assert.equal(await figure.locator(`svg:visible [data-of="${name}"]:not(.off)`).count(), before);
  await end(page);
});

test('a picture has title, source and date burned in, as SVG and as PNG', async () => {
  const page = await reader.open(await richest('data-told='));
  const figure = page.locator('figure.figure').first();
  const title = await figure.locator('svg > title').first().textContent();
  await figure.locator('.tools summary').press('Enter');

  const [svg] = await Promise.all([page.waitForEvent('download'), figure.locator('.tool-list a[download]').click()]);
  const text = await readFile(await svg.path(), 'utf8');
  const said = [...text.matchAll(/<text[^>]*>([^<]*)/g)].map(([, line]) => line).join(' ');
  assert.ok(said.startsWith(title.split(' ').slice(0, 3).join(' ')), said.slice(0, 200));
  assert.match(said, /Nguồn: .*Tính ngày \d+\/\d+\/\d{4}/);
  if (await figure.evaluate((f) => f.classList.contains('is-illustrative'))) assert.match(said, /SỐ LIỆU MINH HỌA.*minh họa/);
  const [, width, height] = text.match(/width="([\d.]+)" height="([\d.]+)"/);

  const [png] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'PNG' }).press('Enter')]);
  const bytes = await readFile(await png.path());
  assert.match(png.suggestedFilename(), /\.png$/);
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [Math.floor(Number(width)) * 2, Math.floor(Number(height)) * 2]);
  assert.ok(bytes.length > 10_000, `${bytes.length} bytes are no picture`);
  await end(page);
});

test('the code for embedding shows the chart on another site', async () => {
  const page = await reader.open(await richest('data-told='), { permissions: [] });
  const figure = page.locator('figure.figure').first();
  const title = await figure.locator('svg > title').first().textContent();
  await figure.locator('.tools summary').press('Enter');
  await figure.getByRole('button', { name: 'Nhúng' }).press('Enter');
  const code = await figure.locator('textarea').inputValue();
  await end(page);

  await elsewhere(code, async (address) => {
    const host = await reader.open(address);
    assert.notEqual(new URL(host.url()).origin, reader.origin);
    const frame = host.frameLocator('iframe');
    assert.equal(await frame.locator('h1').textContent(), title);
    const drawing = frame.locator('.drawing');
    assert.equal(await drawing.locator('svg:visible').count(), 1);
    await drawing.focus();
    await host.keyboard.press('ArrowRight');
    assert.ok((await frame.locator('.tip').textContent()).length > 0);
    await frame.locator('h1 a').click(); // leads the whole window to the page
    await host.waitForURL((url) => url.origin === reader.origin);
    await end(host);
  });
});

test('no other page may be framed', () => elsewhere(`<iframe src="${reader.origin}/"></iframe>`, async (address) => {
  const host = await reader.open(address);
  assert.match(host.faults.join(), /frame-ancestors/);
  await host.context().close();
}));

/** Serves a page with some code on another origin while a test looks at it. */
async function elsewhere(code, look) {
  const other = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Trang khác</title>${code}`);
  });
  await new Promise((ready) => other.listen(0, '127.0.0.1', ready));
  try {
    await look(`http://127.0.0.1:${other.address().port}/`);
  } finally {
    other.closeAllConnections();
    other.close();
  }
}

test('the whole of ECharts comes when asked for, from the site itself', async () => {
  const page = await reader.open(await richest('data-told='));
  const asked = [];
  page.on('request', (request) => { if (request.resourceType() === 'script') asked.push(new URL(request.url())); });
  const figure = page.locator('figure.figure').first();
  await figure.locator('.tools summary').press('Enter');
  assert.deepEqual(asked, []);
  await figure.getByRole('button', { name: 'Mở biểu đồ tương tác' }).press('Enter');
  const canvas = figure.locator('.interactive canvas');
  await canvas.waitFor();
  assert.equal(asked.length, 2);
  assert.ok(asked.every((url) => url.origin === reader.origin));
  const inked = await canvas.evaluate((c) => {
    const { data } = c.getContext('2d').getImageData(0, 0, c.width, c.height);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(i * 4, i * 4 + 3).join())).size;
  });
  assert.ok(inked > 3, `only ${inked} colours`);
  await canvas.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await canvas.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2); // a tooltip, which must not break the policy
  await page.mouse.move(x + width / 2 + 3, y + height / 2 + 3);
  await end(page);
});
