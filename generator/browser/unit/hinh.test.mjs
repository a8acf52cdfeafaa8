// What the chart aids decide, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedCode } from '../../../themes/gazette/assets/js/cong-cu.js';
import { place, readCells, step } from '../../../themes/gazette/assets/js/hinh.js';

test('keys walk through the values and stop at the ends', () => {
  assert.equal(step('ArrowRight', -1, 3), 0);
  assert.equal(step('ArrowDown', 1, 3), 2);
  assert.equal(step('ArrowRight', 2, 3), 2);
  assert.equal(step('ArrowLeft', 0, 3), 0);
  assert.equal(step('ArrowUp', 2, 3), 1);
  assert.equal(step('Home', 2, 3), 0);
  assert.equal(step('End', 0, 3), 2);
  assert.equal(step('Tab', 1, 3), undefined);
});

test('a table is read cell by cell, without empty ones', () => {
  const rows = [{ head: 'Đắk Hà', cells: ['57', ''] }, { head: 'Sa Thầy', cells: ['…', '1.234'] }];
  assert.deepEqual(readCells(['Nam', 'Nữ'], rows), ['Đắk Hà, Nam: 57', 'Sa Thầy, Nam: …', 'Sa Thầy, Nữ: 1.234']);
});

test('a tooltip stays inside the drawing', () => {
  const tip = { width: 100, height: 20 };
  assert.deepEqual(place({ left: 100, top: 50, width: 20, height: 10 }, tip, 300), { left: 60, top: 24 });
  assert.deepEqual(place({ left: 0, top: 50, width: 20, height: 10 }, tip, 300), { left: 0, top: 24 });
  assert.deepEqual(place({ left: 290, top: 10, width: 10, height: 10 }, tip, 300), { left: 200, top: 26 });
});

test('an embed quotes its title', () => {
  assert.equal(
    embedCode('https://x.vn/nhung/a/?b=1&c=2', 'A "b" <c>', 400),
    '<iframe src="https://x.vn/nhung/a/?b=1&amp;c=2" title="A &quot;b&quot; &lt;c>" width="100%" height="400" loading="lazy"></iframe>',
  );
});
