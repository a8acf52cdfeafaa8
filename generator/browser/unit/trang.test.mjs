// What the small aids decide, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../../themes/gazette/assets/js/chu.js';
import { withValues } from '../../../themes/gazette/assets/js/dia-chi.js';
import { fits, present } from '../../../themes/gazette/assets/js/loc.js';
import { dayOf, past } from '../../../themes/gazette/assets/js/qua-han.js';
import { nextOrder, sorted } from '../../../themes/gazette/assets/js/sap-xep.js';

test('a date is past on the day after it', () => {
  assert.equal(past('2024-12-31', '2024-12-30'), false);
  assert.equal(past('2024-12-31', '2024-12-31'), false);
  assert.equal(past('2024-12-31', '2025-01-01'), true);
  assert.equal(past('', '2025-01-01'), false);
  assert.equal(past('hôm qua', '2025-01-01'), false);
  assert.equal(dayOf(new Date(2024, 1, 29, 23, 59)), '2024-02-29');
});

test('columns sort by number, by alphabet, and back to how they were', () => {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  const put = (values, order) => sorted(values, order, compare).map((i) => values[i]);
  assert.deepEqual(put(['10', '9', '', '100'], 'ascending'), ['9', '10', '100', '']);
  assert.deepEqual(put(['10', '9', '', '100'], 'descending'), ['100', '10', '9', '']);
  assert.deepEqual(put(['10', '9', '', '100'], 'none'), ['10', '9', '', '100']);
  assert.deepEqual(put(['-1,5'.replace(',', '.'), '1.2', '-3'], 'ascending'), ['-3', '-1.5', '1.2']);
  assert.deepEqual(put(['đào', 'ăn', 'an', 'dao', 'âm', 'z'], 'ascending'), ['an', 'ăn', 'âm', 'dao', 'đào', 'z']);
  assert.deepEqual(put(['2024-12-01', '2023-01-31'], 'ascending'), ['2023-01-31', '2024-12-01']);
  assert.deepEqual(sorted(['a', 'a', 'a'], 'descending', compare), [0, 1, 2]);
  assert.deepEqual(['none', 'ascending', 'descending'].map(nextOrder), ['ascending', 'descending', 'none']);
});

test('an entry is shown when it has each value asked for', () => {
  const entry = { 'co-quan': ['a', 'b'], nam: ['2024'] };
  assert.equal(fits(entry, { 'co-quan': '', nam: '' }), true);
  assert.equal(fits(entry, { 'co-quan': 'b', nam: '2024' }), true);
  assert.equal(fits(entry, { 'co-quan': 'b', nam: '2023' }), false);
  assert.equal(fits(entry, { khac: 'x' }), false);
});

test('only values that occur are offered, and only facets that tell apart', () => {
  const facets = [
    { name: 'nam', title: 'Năm', values: [['2023', '2023'], ['2024', '2024'], ['2025', '2025']] },
    { name: 'co-quan', title: 'Cơ quan', values: [['a', 'A'], ['b', 'B']] },
  ];
  const offered = present(facets, [{ nam: ['2023', '2025'], 'co-quan': ['a'] }, { nam: ['2025'], 'co-quan': ['a'] }]);
  assert.deepEqual(offered, [{ name: 'nam', title: 'Năm', values: [['2023', '2023'], ['2025', '2025']] }]);
});

test('the address keeps what it had, and nothing empty', () => {
  assert.equal(withValues('?q=a&nam=2024', { nam: '', nhom: 'III.2' }), '?q=a&nhom=III.2');
  assert.equal(withValues('?nam=2024', { nam: '' }), '');
  assert.equal(new URLSearchParams(withValues('', { q: 'đào tạo' })).get('q'), 'đào tạo');
});

test('words are filled in', () => {
  assert.equal(fill('{n} trên {all}, {x}', { n: 0, all: 9 }), '0 trên 9, {x}');
});
