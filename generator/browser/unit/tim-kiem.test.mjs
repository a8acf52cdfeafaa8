// What the search page's scripts decide, without a page. That they find what
// they should in a real index is tested beside the program that makes it
// (generator/internal/search).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, hash, openIndex, parse } from '../../../themes/gazette/assets/js/chi-muc.js';
import { fold, spell, words } from '../../../themes/gazette/assets/js/chu-viet.js';
import { excerpt } from '../../../themes/gazette/assets/js/doan.js';
import { byKind, inbox } from '../../../themes/gazette/assets/js/tim-kiem.js';

const marked = (text, query, limit) => excerpt(text, parse(query), limit).map((p) => (p.marked ? `[${p.text}]` : p.text)).join('');

test('words fold to letters without marks, and keep their spelling apart', () => {
  assert.equal(fold('Đào'), 'dao');
  assert.equal(fold('ẪỰỄ'), 'aue');
  assert.equal(spell('hòa'), spell('hoà'));
  assert.equal(spell('thuỷ'), spell('THỦY'));
  assert.notEqual(spell('đào'), spell('đạo'));
  assert.deepEqual(words('Số 45-NQ/TW, «trí thức»'), ['Số', '45', 'NQ', 'TW', 'trí', 'thức']);
  assert.deepEqual(words('đào tạo'.normalize('NFD')), ['đào', 'tạo']);
});

test('lists are read as gaps and as bitmaps', () => {
  assert.deepEqual(decode(''), []);
  assert.deepEqual(decode('4V'), [4, 36]);
  assert.deepEqual(decode('WW1'), [1024]);
  assert.deepEqual(decode('.ke'), [1, 2, 3, 5, 9, 11]);
});

test('pairs are hashed with FNV-1a', () => {
  assert.equal(hash(''), 0x811c9dc5);
  assert.equal(hash('a'), 0xe40c292c);
  assert.equal(hash('foobar'), 0xbf9cf968);
});

test('the last word of a query is open while it is typed', () => {
  const open = (query) => parse(query).map((word) => word.open);
  assert.deepEqual(open('đào tạ'), [false, true]);
  assert.deepEqual(open('đào tạo '), [false, false]);
  assert.deepEqual(open('đào t'), [false, false]);
  assert.deepEqual(open(' . '), []);
  assert.equal(parse('một hai ba bốn năm sáu bảy').length, 6);
});

test('a short text is shown whole, with the words found marked', () => {
  assert.equal(marked('Kế hoạch đào tạo.', 'dao tao'), 'Kế hoạch [đào] [tạo].');
  assert.equal(marked('Kế hoạch đào tạo.', 'ta'), 'Kế hoạch đào [tạo].');
  assert.equal(marked('Kế hoạch đào tạo.', 'ta '), 'Kế hoạch đào tạo.');
  assert.equal(marked('Đào tạo'.normalize('NFD'), 'đào'), '[Đào] tạo');
  assert.equal(marked('', 'đào'), '');
  assert.equal(marked('…', 'đào'), '…');
});

test('of a long text the piece is shown that has most of the query', () => {
  const filler = Array(60).fill('đào').join(' ');
  const text = `${filler} giữa đào tạo cuối ${filler}`;
  assert.match(marked(text, 'đào tạo', 12), /^… .*\[đào\] \[tạo\].* …$/);
  assert.equal(marked(text, 'đào tạo', 12).split(' ').length, 14); // 12 words and two signs
  assert.match(marked(`${filler} cuối cùng`, 'cuối cùng', 8), /\[cuối\] \[cùng\]$/);
});

test('results are grouped by kind in the order of their best', () => {
  const cards = ['tasks', 'news', 'tasks'].map((kind, i) => ({ kind, i }));
  assert.deepEqual(byKind(cards).map(([kind, list]) => [kind, list.map((c) => c.i)]), [['tasks', [0, 2]], ['news', [1]]]);
});

test('files may come in any order, and one that brings nothing is a fault', async () => {
  const world = {};
  const waiting = {};
  const load = inbox(world, (address) => new Promise((resolve) => { waiting[address] = resolve; }));
  const [a, b, c] = [load('a.js', 'a'), load('b.js', 'b'), load('c.js', 'c')];
  world.__tim('b', 2);
  waiting['b.js']();
  assert.equal(await b, 2);
  world.__tim('a', 1);
  waiting['a.js']();
  assert.equal(await a, 1);
  waiting['c.js']();
  await assert.rejects(c, /c\.js/);
});

test('a file of the index is loaded once', async () => {
  const head = { words: ['dao'], prefixes: [], pairs: 0, passages: 2, continued: '', cards: 1 };
  const loads = [];
  const index = openIndex(head, async (name) => {
    loads.push(name);
    return { dao: ['đaò', '0', '1'] };
  });
  assert.deepEqual((await index.rank('đào ')).map((r) => r.page), [0, 1]);
  await index.rank('dao ');
  assert.deepEqual(loads, ['tu-0']);
});

test('a file that could not be had is asked for again', async () => {
  const head = { words: ['dao'], prefixes: [], pairs: 0, passages: 1, continued: '', cards: 1 };
  let loads = 0;
  const index = openIndex(head, async () => {
    if (loads++ === 0) throw new Error('away');
    return { dao: ['đaò', '0', ''] };
  });
  await assert.rejects(index.rank('đào '));
  assert.equal((await index.rank('đào ')).length, 1);
});
