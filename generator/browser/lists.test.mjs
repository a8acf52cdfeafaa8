// Lists and tables: narrowed down, put in order and found to have aged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { end, focused, readers } from './readers.mjs';
import { pages } from './site.mjs';

const reader = readers();

const shown = (page) => page.$$eval('#danh-sach > li', (items) => items.filter((item) => !item.hidden).map((item) => ({ ...item.dataset })));

test('tasks are narrowed down by keyboard, and the address says how', async () => {
  const page = await reader.open('/nhiem-vu/');
  const all = await shown(page);
  assert.ok(all.length > 2);
  await page.locator('.filter summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'dieu-khoan');
  const [, first] = await page.$$eval('select[name=dieu-khoan] option', (options) => options.map((o) => o.value));
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => location.search);
  assert.equal(new URL(page.url()).searchParams.get('dieu-khoan'), first);
  const some = await shown(page);
  assert.deepEqual(some, all.filter((task) => task.dieuKhoan.split(' ').includes(first)));
  assert.ok(some.length > 0 && some.length < all.length);
  assert.equal(await page.locator('.filter + .count').textContent(), `Đang hiện ${some.length} trên ${all.length} mục.`);

  await page.selectOption('select[name=tinh-trang]', { index: 1 });
  const both = new URL(page.url()).searchParams;
  assert.equal([...both].length, 2);
  await page.goBack();
  assert.deepEqual(await shown(page), some);
  await page.goBack();
  assert.deepEqual(await shown(page), all);
  await page.goForward();
  assert.deepEqual(await shown(page), some);

  await page.reload();
  assert.deepEqual(await shown(page), some);
  assert.ok(await page.locator('.filter').evaluate((details) => details.open));
  await page.getByRole('button', { name: 'Bỏ lọc' }).press('Enter');
  assert.deepEqual(await shown(page), all);
  assert.equal(new URL(page.url()).search, '');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'dieu-khoan');
  await end(page);
});

test('open filters stay on the smallest screen', async () => {
  const page = await reader.open('/nhiem-vu/', { viewport: { width: 320, height: 700 } });
  await page.locator('.filter summary').click();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
  await end(page);
});

test('an address that asks for what there is not shows all', async () => {
  const page = await reader.open('/nhiem-vu/?co-quan=khong-co&la=1');
  assert.ok((await shown(page)).length > 2);
  await end(page);
});

test('without scripts the same lists stand under headings', async () => {
  const page = await reader.open('/nhiem-vu/', { javaScriptEnabled: false });
  await page.locator('.filter summary').click();
  assert.equal(await page.locator('.filter a').count(), 5);
  await page.locator('.filter a').first().click();
  assert.ok(await page.locator('main h2').count() > 0);
  await end(page);
});

test('a register is put in order by keyboard, forth and back', async () => {
  const { address } = (await pages()).filter((page) => /^\/so-theo-doi\/[^/]+\/$/.test(page.address)).reduce((a, b) => (b.size > a.size ? b : a));
  const page = await reader.open(address);
  const column = () => page.$$eval('table[data-sort] tbody tr', (rows) => rows.map((row) => row.cells[0].dataset.value ?? row.cells[0].textContent.trim()));
  const before = await column();
  assert.ok(before.length > 1);
  const header = page.locator('table[data-sort] thead th').first();
  await header.getByRole('button').focus();
  const orders = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Enter');
    orders.push([await header.getAttribute('aria-sort'), await column()]);
  }
  const { compare } = new Intl.Collator('vi', { numeric: true });
  const ascending = [...before].sort(compare);
  assert.deepEqual(orders[0], ['ascending', ascending]);
  assert.equal(orders[1][0], 'descending');
  assert.deepEqual([...orders[1][1]].sort(compare), ascending);
  assert.equal(orders[1][1][0], ascending.at(-1));
  assert.deepEqual(orders[2], [null, before]);
  assert.equal(await focused(page), await header.textContent());
  await end(page);
});

test('only a table that scrolls is a stop of the keyboard', async () => {
  const { address } = (await pages()).filter((page) => /^\/thong-ke\/[^/]+\/$/.test(page.address)).reduce((a, b) => (b.size > a.size ? b : a));
  for (const [width, height] of [[320, 700], [1600, 900]]) {
    const page = await reader.open(address, { viewport: { width, height } });
    await page.$$eval('details', (all) => all.forEach((details) => { details.open = true; }));
    await page.waitForTimeout(0);
    const wrong = await page.evaluate(() => new Promise((settled) => {
      requestAnimationFrame(() => requestAnimationFrame(() => settled([...document.querySelectorAll('.table-scroll')]
        .filter((region) => (region.scrollWidth > region.clientWidth) !== (region.tabIndex === 0 && region.getAttribute('role') === 'region' && Boolean(region.getAttribute('aria-label'))))
        .map((region) => region.getAttribute('aria-label')))));
    }));
    assert.deepEqual(wrong, []);
    await end(page);
  }
});

for (const address of ['/nhiem-vu/', '/lich/', '/chuong-trinh/']) test(`${address} says by itself that a day on it has passed`, async () => {
  const first = await reader.open(address); // as it was computed
  const due = await first.$eval('[data-due]', ({ dataset }) => dataset.due);
  assert.equal(await first.locator('.aged').count(), 0);
  await end(first);
  for (const [now, aged] of [[`${due}T12:00:00+07:00`, false], [`${Number(due.slice(0, 4)) + 1}-12-31T12:00:00+07:00`, true]]) {
    const page = await reader.open(address, { now, timezoneId: 'Asia/Ho_Chi_Minh' });
    const notes = await page.locator(`[data-due="${due}"] + .aged`).allTextContents();
    assert.equal(notes.length > 0, aged, now);
    if (aged) {
      assert.match(notes[0], /^đã qua ngày .* kể từ khi trang được tính$/);
      assert.ok(notes[0].includes(due.slice(0, 4)));
      assert.match(await page.locator('main > header .aged').textContent(), /^Trang này đã cũ: \d+ hạn/);
    }
    await end(page);
  }
});
