// Finding pages, as readers with and without accents, mouse or server do.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { end, focused, readers } from './readers.mjs';
import { root } from './site.mjs';

const reader = readers();

/** Types a query and waits until it is answered. */
async function ask(page, query) {
  await page.getByRole('searchbox').fill(query);
  await page.waitForFunction((q) => document.querySelector('#so-ket-qua').textContent.includes(q), query.trim());
  return results(page);
}

const results = (page) => page.$$eval('#ket-qua li', (items) => items.map((item) => ({
  kind: item.closest('section').querySelector('h2').textContent,
  address: item.querySelector('a').dataset.address,
  title: item.querySelector('a').textContent,
  marked: [...item.querySelectorAll('mark')].map((m) => m.textContent),
})));

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

test('all spellings of a word find it, with its passage marked', async () => {
  const page = await reader.open('/tim-kiem/');
  const lists = [];
  for (const query of ['đào tạo', 'đào tạo'.normalize('NFD'), 'đao tao', 'dao tao']) lists.push(await ask(page, query));
  for (const list of lists) {
    assert.ok(list.length > 0);
    for (const { title, marked } of list) {
      assert.ok(marked.some((m) => folded(m) === 'dao') && marked.some((m) => folded(m) === 'tao'), `${title}: ${marked}`);
    }
  }
  assert.deepEqual(lists[1], lists[0]);
  const has = (list) => list.some(({ marked }) => marked.join(' ').toLowerCase().includes('đào tạo'));
  assert.ok(lists.every(has));
  await end(page);
});

test('titles come before texts, and a word is found while it is typed', async () => {
  const page = await reader.open('/tim-kiem/');
  const [first] = await ask(page, 'phươn');
  assert.match(first.title, /phương/i);
  await end(page);
});

test('what is typed stands in the address, and is searched when it is opened', async () => {
  const page = await reader.open('/tim-kiem/');
  const found = await ask(page, 'trí thức');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'trí thức');
  await page.reload();
  await page.waitForSelector('#ket-qua li');
  assert.deepEqual(await results(page), found);
  assert.equal(await page.getByRole('searchbox').inputValue(), 'trí thức');
  await end(page);
});

test('the keyboard walks from the box through the results and back', async () => {
  const page = await reader.open('/tim-kiem/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('chuong trinh');
  await page.waitForSelector('#ket-qua li:nth-child(2)');
  const [first, second] = await results(page);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), first.title);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), second.title);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), 'tim');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'tim');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('#ket-qua li'));
  assert.equal(await page.getByRole('searchbox').inputValue(), '');
  assert.equal(new URL(page.url()).search, '');
  await page.keyboard.type('chuong trinh');
  await page.keyboard.press('Enter'); // asks at once and stays
  await page.waitForSelector('#ket-qua li');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === first.address);
  assert.equal(await page.locator('h1').count(), 1);
  await end(page);
});

test('how many were found is announced, and that nothing was', async () => {
  const page = await reader.open('/tim-kiem/');
  await ask(page, 'trí thức');
  const status = page.getByRole('status');
  assert.match(await status.textContent(), /^\d+ trang có «trí thức»\.$/);
  assert.deepEqual(await ask(page, 'zzyzx'), []);
  assert.match(await status.textContent(), /^Không trang nào có «zzyzx»/);
  await end(page);
});

test('what is illustrative says so among the results', async () => {
  const page = await reader.open('/tim-kiem/');
  const found = await ask(page, 'số liệu');
  assert.ok(found.length > 0);
  const [item] = await page.$$('#ket-qua li .illustrative');
  assert.equal(await item.textContent(), 'minh họa');
  await end(page);
});

test('a query fetches little', async () => {
  const page = await reader.open('/tim-kiem/');
  let bytes = 0;
  page.on('response', async (response) => { bytes += (await response.body()).length; });
  await ask(page, 'đào tạo bồi dưỡng');
  assert.ok(bytes > 0 && bytes < 90_000, `${bytes} bytes before compression`);
  await end(page);
});

test('each language finds its own pages', async () => {
  const page = await reader.open('/en/tim-kiem/');
  const [first] = await ask(page, 'programme');
  await page.keyboard.press('Enter');
  await page.click(`[data-address="${first.address}"]`);
  assert.ok(new URL(page.url()).pathname.startsWith('/en/'));
  await end(page);
});

test('search works from a disk', async () => {
  const page = await reader.open(pathToFileURL(path.join(root, 'tim-kiem/index.html')).href);
  const [first] = await ask(page, 'dao tao');
  await page.click(`[data-address="${first.address}"]`);
  await page.waitForURL((url) => url.pathname.endsWith(`${first.address}index.html`));
  assert.equal(await page.locator('h1').count(), 1);
  await end(page);
});

test('without scripts the page lists all pages', async () => {
  const page = await reader.open('/tim-kiem/', { javaScriptEnabled: false });
  assert.ok(await page.locator('main .links a').count() > 50);
  await end(page);
});
