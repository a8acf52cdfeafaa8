// Charts, as readers with a mouse, a finger or a keyboard meet them, and as
// they leave their page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
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

test('arrow keys read the values, and they are announced', async () => {
  const page = await reader.open(await richest('data-told='));
  const drawing = page.locator('.drawing').first();
  await drawing.focus();
  const first = await drawing.locator('svg:visible [data-told]').first().evaluate(({ dataset }) => {
    const [text] = dataset.told.split('\n');
    return dataset.of ? `${dataset.of} · ${text}` : text;
  });
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

/** One figure of each kind that the site draws: its page for frames, the largest of those. */
async function ofEachKind() {
  const found = new Map();
  for (const { address, file, size } of (await pages()).filter((page) => page.address.startsWith('/nhung/'))) {
    const code = await readFile(path.join(path.dirname(file), 'bieu-do.js'), 'utf8').catch(() => '');
    const [, kind] = /"kind":"([^"]+)"/.exec(code) ?? [];
    if (kind && size > (found.get(kind)?.size ?? 0)) found.set(kind, { kind, address, size });
  }
  return [...found.values()];
}

/** The kinds of drawings that there are; see generator/internal/chart/chart.go. */
const kinds = [
  'bar', 'bullet', 'calendar', 'area', 'dumbbell', 'fan', 'funnel', 'gantt', 'heatmap', 'line', 'matrix', 'pyramid',
  'slope', 'small-multiples', 'stacked-bar', 'tile-map', 'treemap',
];

test('the site draws each kind of chart', async () => {
  assert.deepEqual((await ofEachKind()).map(({ kind }) => kind).toSorted(), kinds.toSorted());
});

/**
 * Where in the window something must be told and what may be: of a mark that
 * can be seen its middle, of a line or an area the ends and the middle of its
 * points, each with all that is told within two pixels of there.
 */
function places() {
  const svg = [...document.querySelectorAll('.drawing svg')].find((each) => each.getClientRects().length);
  const all = [...svg.querySelectorAll('[data-told]')].flatMap((mark) => {
    const texts = mark.dataset.told.split('\n').map((text) => (mark.dataset.of ? `${mark.dataset.of} · ${text}` : text));
    const box = mark.getBoundingClientRect();
    if (texts.length === 1) return [{ mark, box, x: box.left + box.width / 2, y: box.top + box.height / 2, text: texts[0] }];
    const matrix = svg.getScreenCTM();
    const corners = mark.getAttribute('d').match(/[\d.]+ [\d.]+/g).slice(0, texts.length);
    return texts.map((text, i) => {
      const { x, y } = new DOMPoint(...corners[i].split(' ').map(Number)).matrixTransform(matrix);
      return { mark, box: new DOMRect(x, y, 0, 0), x, y, text, line: true, wanted: [0, texts.length >> 1, texts.length - 1].includes(i) };
    });
  });
  const near = ({ x, y }, { box }) => x > box.left - 2 && x < box.right + 2 && y > box.top - 2 && y < box.bottom + 2;
  const wanted = all.filter((place) => place.wanted ?? true);
  const every = Math.ceil(wanted.length / 12);
  return wanted.filter((_, i) => i % every === 0).map(({ x, y, line }) => ({ x, y, line, texts: all.filter((other) => near({ x, y }, other)).map(({ text }) => text) }));
}

for (const hasTouch of [false, true]) {
  test(`${hasTouch ? 'a finger' : 'a pointer'} reads the value that it is on, on every kind of chart`, { timeout: 120_000 }, async (t) => {
    const viewport = hasTouch ? { width: 360, height: 740 } : { width: 1280, height: 800 };
    for (const { kind, address } of await ofEachKind()) {
      const page = await reader.open(address, { hasTouch, viewport });
      const tip = page.locator('.tip');
      const wanted = await page.evaluate(places);
      assert.ok(wanted.length > 0, `${address} tells nothing`);
      for (const { x, y, texts } of wanted) {
        const down = y - viewport.height / 2;
        await page.evaluate((top) => scrollTo(0, top), down);
        const at = y - await page.evaluate(() => scrollY);
        if (hasTouch) await page.touchscreen.tap(x, at);
        else await page.mouse.move(x, at);
        const said = await tip.textContent();
        assert.ok(await tip.isVisible() && texts.includes(said), `${address} (${kind}) at ${x}, ${y}: “${said}” is none of ${texts}`);
        const box = await tip.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= viewport.width + 1, `${address}: the tooltip leaves the screen: ${JSON.stringify(box)}`);
      }
      t.diagnostic(`${kind}: ${wanted.length} places on ${address}`);
      await end(page);
    }
  });
}

/** The page for frames of a figure that is one line, of several points. */
async function oneLine() {
  for (const { address, file } of await pages()) {
    if (!address.startsWith('/nhung/chi-tieu/')) continue;
    if (/<path[^>]*data-told="[^"]*\n/.test(await readFile(file, 'utf8'))) return address;
  }
  assert.fail('no indicator is drawn as a line');
}

test('a pointer beside a line reads its nearest point, and one far from all marks nothing', async () => {
  const page = await reader.open(await oneLine(), { viewport: { width: 1280, height: 800 } });
  const [first, second] = (await page.evaluate(places)).filter(({ line }) => line);
  const tip = page.locator('.tip');
  await page.mouse.move(first.x - 3, first.y + 9);
  assert.ok(first.texts.includes(await tip.textContent()));
  assert.ok(await page.locator('.drawing .dot').isVisible());
  await page.mouse.move(second.x + 3, second.y - 9);
  assert.ok(second.texts.includes(await tip.textContent()));
  const frame = await page.locator('.drawing').boundingBox();
  await page.mouse.move(frame.x + frame.width - 2, frame.y + 2);
  assert.ok(await tip.isHidden());
  await end(page);
});

test('keys read every kind of chart to its end', { timeout: 120_000 }, async () => {
  for (const { kind, address } of await ofEachKind()) {
    const page = await reader.open(address);
    const told = await page.locator('.drawing svg:visible').evaluate((svg) => new Set([...svg.querySelectorAll('[data-told]')].flatMap(({ dataset }) => dataset.told.split('\n').map((text) => (dataset.of ? `${dataset.of} · ${text}` : text)))).size);
    await page.locator('.drawing').focus();
    const heard = new Set();
    for (let n = 0; n < told; n++) {
      await page.keyboard.press('ArrowRight');
      heard.add(await page.locator('p[aria-live]').textContent());
    }
    assert.equal(heard.size, told, `${address} (${kind})`);
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

test('on a narrow page of another site the code keeps to its width, and nothing is cut', { timeout: 120_000 }, async () => {
  for (const { kind, address } of await ofEachKind()) {
    const page = await reader.open(address, { viewport: { width: 320, height: 740 } });
    await page.locator('.tools summary').press('Enter');
    await page.getByRole('button', { name: 'Nhúng' }).press('Enter');
    const code = await page.locator('textarea').inputValue();
    await end(page);
    await elsewhere(code, async (other) => {
      const host = await reader.open(other, { viewport: { width: 320, height: 740 } });
      const frame = await (await host.locator('iframe').elementHandle()).contentFrame();
      await frame.waitForLoadState();
      const wide = await host.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${kind}: the other page is ${wide} px wide`);
      const size = await frame.evaluate(() => {
        const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
        return { scrollWidth, clientWidth, clientHeight, source: document.querySelector('.source').getBoundingClientRect().bottom };
      });
      assert.ok(size.scrollWidth <= size.clientWidth, `${address} (${kind}) runs out of its frame: ${JSON.stringify(size)}`);
      assert.ok(size.source <= size.clientHeight, `${address} (${kind}) ends below its frame: ${JSON.stringify(size)}`);
      const [smallest] = (await frame.evaluate(() => [...document.querySelectorAll('.drawing svg')].filter((svg) => svg.getClientRects().length)
        .flatMap((svg) => [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a)))).toSorted((x, y) => x - y);
      assert.ok(smallest >= 10.9, `${address} (${kind}): ${smallest} px in a frame of ${size.clientWidth}`);
      await end(host);
    });
  }
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
  await figure.locator('.interactive canvas').first().waitFor();
  assert.equal(asked.length, 2);
  assert.ok(asked.every((url) => url.origin === reader.origin));
  await end(page);
});

/** Keeps what the page draws with ECharts, to be looked into. */
function keepChart() {
  let draw;
  Object.defineProperty(window, '__echarts', {
    get: () => draw && ((element, explored) => { window.kept = { chart: draw(element, explored), explored }; }),
    set: (given) => { draw = given; },
  });
}

/** All that the chart writes, and what it is to tell: without spaces, since it breaks lines. */
function written() {
  const bare = (text) => text.replace(/\s/g, '');
  const { chart, explored } = window.kept;
  return {
    texts: bare(chart.getZr().storage.getDisplayList(true).map(({ style, invisible }) => (!invisible && style && style.text) || '').join('')),
    told: explored.option.series.flatMap(({ data }) => data.map((item) => item.told).filter(Boolean).map(bare)),
  };
}

/** Where on the chart a pointer may find something: its dots and spans, which are small, else places all over it. */
function spots() {
  const { chart, explored } = window.kept;
  const at = { scatter: ([x, y]) => [x, y], custom: ([from, to, row]) => [(from + to) / 2, row] };
  const small = explored.option.series.flatMap(({ type, data }, seriesIndex) => (at[type] ? data.map(({ value }) => chart.convertToPixel({ seriesIndex }, at[type](value))) : []));
  if (small.length) return small.filter((_, i) => i % Math.ceil(small.length / 12) === 0);
  return Array.from({ length: 60 }, (_, i) => [(chart.getWidth() * (3 + (i % 6))) / 10, (chart.getHeight() * (1 + Math.floor(i / 6))) / 11]);
}

for (const width of [360, 1280]) {
  test(`every kind of chart can be explored, ${width} px wide`, { timeout: 240_000 }, async (t) => {
    for (const { kind, address } of await ofEachKind()) {
      const page = await reader.open('about:blank', { viewport: { width, height: 900 } });
      await page.addInitScript(keepChart);
      await page.goto(reader.origin + address);
      await page.locator('.tools summary').press('Enter');
      await page.getByRole('button', { name: 'Mở biểu đồ tương tác' }).press('Enter');
      const canvas = page.locator('.interactive canvas').first();
      await canvas.waitFor();
      await canvas.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      const box = await canvas.boundingBox();
      const told = (await page.evaluate(written)).told;
      const read = new Set();
      for (const [x, y] of await page.evaluate(spots)) {
        await page.mouse.move(box.x + x, box.y + y);
        const { texts } = await page.evaluate(written);
        told.filter((text) => texts.includes(text)).forEach((text) => read.add(text));
      }
      assert.ok(read.size > 1 || told.length === read.size, `${address} (${kind}): its tooltip told ${read.size} of ${told.length}`);
      assert.ok(box.x + box.width <= width, `${address} (${kind}) is wider than the screen`);
      t.diagnostic(`${kind}: read ${read.size} of ${told.length}, ${Math.round(box.height)} px high`);
      await end(page);
    }
  });
}
