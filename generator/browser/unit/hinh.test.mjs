// What the chart aids decide, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedCode } from '../../../themes/gazette/assets/js/cong-cu.js';
import { along, distance, nearest, points } from '../../../themes/gazette/assets/js/diem.js';
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

test('a line has its points, an area those of its upper edge', () => {
  assert.deepEqual(points('M1 2L3.5 -4L6 0'), [{ x: 1, y: 2 }, { x: 3.5, y: -4 }, { x: 6, y: 0 }]);
  assert.deepEqual(points('M1 2L3 4L3 9L1 9Z'), [{ x: 1, y: 2 }, { x: 3, y: 4 }]);
});

test('a point tells its own value where another is left out', () => {
  const texts = ['2019', '2020', '2021', '2022'];
  assert.deepEqual(along(points('M10 5L20 5L40 5'), texts).map(({ text }) => text), ['2019', '2020', '2022']);
  assert.deepEqual(along(points('M10 5'), ['2019']).map(({ text }) => text), ['2019']);
});

test('the nearest value is found, the uppermost of several, and none out of reach', () => {
  const box = (left, top, width = 0, height = 0) => ({ left, top, width, height });
  const values = [{ n: 1, box: box(0, 0, 10, 10) }, { n: 2, box: box(50, 0) }, { n: 3, box: box(50, 0) }];
  const at = (x, y) => nearest(values, (value) => distance({ x, y }, value.box), 20)?.n;
  assert.equal(at(5, 5), 1);
  assert.equal(at(29, 10), 1);
  assert.equal(at(45, 3), 3);
  assert.equal(at(100, 100), undefined);
});
