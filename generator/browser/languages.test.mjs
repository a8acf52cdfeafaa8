// What a built site says in each of its languages: nothing in another that
// isn't marked, days and figures as the language writes them, lists in the
// order of its alphabet, and every page leading to itself in the others.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { end, readers } from './readers.mjs';
import { pages } from './site.mjs';

const reader = readers();
let reading;

/** Every page, read once: { address, lang, alternates, spoken }. */
const site = () => (reading ??= readAll());

async function readAll() {
  const all = await pages();
  const page = await reader.open('/');
  const read = [];
  for (const { address, file } of all) read.push({ address, ...await page.evaluate(listen, await readFile(file, 'utf8')) });
  await end(page);
  return read;
}

/**
 * Runs in the browser: what a page says, each stretch with its language.
 * Code and the data of scripts are no words for readers.
 */
function listen(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const spoken = [];
  const said = ['title', 'alt', 'aria-label', 'placeholder', 'data-label', 'data-told'];
  for (const element of page.querySelectorAll('*')) {
    if (element.closest('script, style, code, .hash')) continue;
    const file = Boolean(element.closest('.dataset table')); // a look into one
    const lang = element.closest('[lang]').lang;
    for (const name of said) if (element.getAttribute(name)) spoken.push({ lang, file, text: element.getAttribute(name) });
    if (element.matches('meta[name=description], meta[property="og:title"], meta[property="og:description"]')) spoken.push({ lang, file, text: element.content });
    for (const node of element.childNodes) if (node.nodeType === 3 && node.data.trim()) spoken.push({ lang, file, text: node.data.trim() });
  }
  return {
    lang: page.documentElement.lang,
    spoken,
    passage: page.querySelector('.passage .clause')?.closest('[lang]').lang,
    leadsTo: [...page.querySelectorAll('.part-passage > .intro a')].map((a) => a.getAttribute('href')),
    alternates: [...page.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [link.hreflang, link.getAttribute('href')]),
  };
}

/** Wants that no page says, in a language, what a test finds. */
async function never(lang, finds) {
  const read = await site();
  const faults = read.flatMap(({ address, spoken }) => spoken.filter((s) => s.lang === lang && finds(s.text, s.file)).map(({ text }) => `${address}: ${text}`));
  assert.ok(read.some((page) => page.lang === lang), `the site has no page in ${lang}`);
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.slice(0, 40).join('\n')}`);
}

// Names keep their spelling, and words are quoted; what is left in small
// letters is a word of the language.
const vietnamese = /(?<![\p{L}\p{M}])(?=\p{Ll}+(?!\p{L}))\p{Ll}*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\p{Ll}*/u;
const unquoted = (text) => text.normalize('NFC').replace(/[“«][^”»]*[”»]/g, '');

test('English pages mark what is Vietnamese', async () => {
  await never('en', (text) => vietnamese.test(unquoted(text)));
});

const function_words = new Set(['the', 'of', 'and', 'in', 'is', 'are', 'not', 'with', 'for', 'from', 'by', 'which', 'this', 'that']);

test('Vietnamese pages mark what is English', async () => {
  await never('vi', (text) => new Set(text.toLowerCase().match(/\p{L}+/gu)?.filter((word) => function_words.has(word))).size > 1);
});

test('days and shares are written as the language writes them', async () => {
  await never('en', (text) => /(?<![\d/])\d\d\/\d\d\/\d{4}(?!\d)|\d \u0025|\d\u00a0\u0025/.test(unquoted(text)));
  await never('vi', (text) => /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/.test(unquoted(text)));
  for (const lang of ['vi', 'en']) await never(lang, (text, file) => !file && /(?<![\d/-])\d{4}-\d\d-\d\d(?![\d/-])/.test(unquoted(text).replace(/https?:\S+/g, '')));
});

test('figures in millions are grouped as the language groups them', async () => {
  await never('en', (text) => /(?<![\d.])[1-9]\d{0,2}(\.\d{3}){2,}(?![\d.])/.test(text));
  await never('vi', (text) => /(?<![\d,])[1-9]\d{0,2}(,\d{3}){2,}(?![\d,])/.test(text));
});

test('each page leads to itself in every language, and back', async () => {
  const read = await site();
  const languages = [...new Set(read.map((page) => page.lang))].sort();
  assert.ok(languages.length > 1);
  const [, home] = read.find((page) => page.address === '/').alternates.find(([lang]) => lang === read.find((page) => page.address === '/').lang);
  const at = new Map(read.map((page) => [page.address, page]));
  const faults = [];
  for (const { address, lang, alternates } of read) {
    if (/404\.html$|^(\/[a-z]{2,3})?\/nhung\//.test(address)) continue; // not what is searched for
    if (String(alternates.map(([of]) => of).sort()) !== String(languages)) faults.push(`${address}: in ${alternates.map(([of]) => of)}`);
    for (const [of, href] of alternates) {
      const other = at.get(`/${href.slice(home.length)}`);
      if (!href.startsWith(home) || other?.lang !== of) faults.push(`${address}: ${of} is at ${href}`);
      else if (of === lang && other.address !== address) faults.push(`${address}: not itself in its own language`);
      else if (String(other.alternates) !== String(alternates)) faults.push(`${address}: ${href} doesn't lead back`);
    }
  }
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.slice(0, 40).join('\n')}`);
});

test("a clause's words lead to those in the other language, and back", async () => {
  const read = (await site()).filter((page) => page.passage && page.address.includes('/chuong-trinh/'));
  const at = new Map(read.map((page) => [page.address, page]));
  const translated = read.filter((page) => page.leadsTo.length > 0);
  assert.ok(translated.length > 4 && translated.length % 2 === 0, `${translated.length} pages lead on`);
  for (const { address, lang, passage, leadsTo } of translated) {
    assert.equal(passage, lang, `${address} leads to a translation and shows none`);
    for (const href of leadsTo) {
      const { pathname, hash } = new URL(href, `http://localhost${address}`);
      const other = at.get(pathname);
      assert.notEqual(other?.lang ?? lang, lang, `${address}: ${href}`);
      assert.ok(other.leadsTo.some((back) => new URL(back, `http://localhost${pathname}`).pathname === address), `${pathname} doesn't lead back`);
      assert.equal(hash, '#trong-van-ban');
    }
  }
  const alone = read.filter((page) => page.leadsTo.length === 0 && page.passage === page.lang && page.lang === 'en');
  assert.deepEqual(alone.map((page) => page.address), [], 'translations that do not lead to the original');
});

// The browser's own alphabet is the measure: the generator has another.
for (const [lang, prefix] of [['vi', ''], ['en', '/en']]) {
  test(`lists in ${lang} are in the order of its alphabet`, async () => {
    const { compare } = new Intl.Collator(lang, { numeric: true });
    const page = await reader.open(`${prefix}/tim-kiem/`);
    const lists = await page.$$eval('main section', (sections) => sections.filter((s) => s.id !== 'programme').map((s) => [...s.querySelectorAll('li')].map((li) => li.textContent.trim())));
    await end(page);
    const tasks = await reader.open(`${prefix}/nhiem-vu/`);
    for (const name of ['co-quan', 'dia-ban']) lists.push(await tasks.$$eval(`select[name=${name}] option:not([value=""])`, (options) => options.map((o) => o.textContent)));
    await end(tasks);
    for (const kind of ['co-quan', 'dia-ban']) {
      const facet = await reader.open(`${prefix}/nhiem-vu/theo/${kind}/`);
      lists.push(await facet.$$eval('main section > h2', (heads) => heads.map((h) => h.textContent.trim())));
      await end(facet);
    }
    assert.ok(lists.filter((list) => list.length > 3).length > 5, 'there are too few lists to tell');
    for (const list of lists) assert.deepEqual(list, [...list].sort(compare));
  });
}
