// Searches the index that the program's package search makes. Files of the
// index come through a function that is given, so that nothing here knows
// where they are.
//
// How pages rank: those that hold all words of the query; only if there are
// none, those that hold some, the more the better. Then, in this order: by
// words with exactly the accents asked for; by points, which are 6 for each
// word in the title, 4 for each two words of the query that stand beside each
// other, 2 for each word that is there whole and not only as the beginning of
// another; by the order of the pages.
import { fold, spell, words } from './chu-viet.js';

/** The words of a query beyond these are not looked at. */
const longest = 6;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const value = Object.fromEntries([...digits].map((digit, i) => [digit, i]));

/** Reads a list of ascending numbers, written as gaps or, behind a full stop, as a bitmap. */
export function decode(text) {
  return text[0] === '.' ? fromBitmap(text.slice(1)) : fromGaps(text);
}

function fromGaps(text) {
  const numbers = [];
  for (let at = 0, next = 0; at < text.length; next++) {
    for (let shift = 0, more = true; more; shift += 5) {
      const bits = value[text[at++]];
      next += (bits & 31) << shift;
      more = bits > 31;
    }
    numbers.push(next);
  }
  return numbers;
}

function fromBitmap(text) {
  const numbers = [];
  for (let i = 0; i < text.length; i++) {
    for (let bit = 0; bit < 6; bit++) if ((value[text[i]] >> bit) & 1) numbers.push(i * 6 + bit);
  }
  return numbers;
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

/**
 * Takes a query apart.
 * @returns {{text: string, folded: string, spelled: string, open: boolean}[]}
 *   open: still being typed, so that words beginning with it count too
 */
export function parse(query) {
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(query);
  const list = words(query).slice(0, longest);
  return list.map((text, i) => {
    const folded = fold(text);
    return { text, folded, spelled: spell(text), open: typing && i === list.length - 1 && folded.length > 1 };
  }).filter(({ folded }) => folded);
}

/** The last of ascending items that is not after x, or the first. */
function lastUpTo(items, x) {
  let low = 0;
  for (let high = items.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (items[middle] <= x) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Opens an index.
 * @param head content of the index's head
 * @param load gives the content of a file of the index by its name, as a promise
 */
export function openIndex(head, load) {
  const kept = new Map();
  const file = (name) => {
    if (!kept.has(name)) {
      kept.set(name, load(name).catch((away) => {
        kept.delete(name); // the next question may have more luck
        throw away;
      }));
    }
    return kept.get(name);
  };
  const pageOf = owners(head);

  /** The passages of one word: [exact, whole, by title, by text] each. */
  async function places(word) {
    if (!head.words.length) return [];
    const first = lastUpTo(head.words, word.folded);
    const summary = word.open ? head.prefixes.indexOf(word.folded) : -1;
    const files = new Set([first, lastUpTo(head.words, separate(word))]);
    if (word.open && summary < 0) {
      for (let i = first + 1; i < head.words.length && head.words[i].startsWith(word.folded); i++) files.add(i);
    }
    const [sum, ...parts] = await Promise.all([
      summary < 0 ? ['', ''] : file(`dau-${summary}`),
      ...[...files].map((i) => file(`tu-${i}`)),
    ]);
    return [[false, false, ...sum], ...parts.flatMap((part) => matches(part, word))];
  }

  async function pair(a, b) {
    const key = `${a.folded} ${b.folded}`;
    if (!head.pairs) return '';
    return own(await file(`cap-${hash(key) % head.pairs}`), key) || '';
  }

  /** What a result shows of a passage. */
  async function card(passage) {
    const part = await file(`doan-${Math.floor(passage / head.cards)}`);
    const [address, kind, number, title, text, illustrative] = part[passage % head.cards];
    return { address, kind, number, title, text, illustrative: Boolean(illustrative) };
  }

  /**
   * Ranks the pages for a query.
   * @returns {Promise<{page: number, passage: number, all: boolean}[]>} page: its
   *   first passage; passage: the one to show; all: whether it has all words
   */
  async function rank(query) {
    const list = parse(query);
    const neighbours = list.slice(1).map((word, i) => pair(list[i], word));
    const [hits, pairs] = await Promise.all([Promise.all(list.map(places)), Promise.all(neighbours)]);
    const scores = new Map();
    const score = (passage) => {
      const page = pageOf[passage];
      if (!scores.has(page)) scores.set(page, { page, rank: list.map(() => 0), pairs: new Set(), passages: new Map() });
      return scores.get(page);
    };
    hits.forEach((found, i) => found.forEach((place) => count(place, i, score)));
    pairs.forEach((text, i) => decode(text).forEach((passage) => {
      score(passage).pairs.add(i);
      note(score(passage), passage, 1 << (longest + i));
    }));
    return order([...scores.values()]);
  }

  return { rank, card };
}

/** The first passage of the page that each passage belongs to. */
function owners(head) {
  const owner = Array.from({ length: head.passages }, (_, i) => i);
  for (const passage of decode(head.continued)) owner[passage] = owner[passage - 1];
  return owner;
}

/** What an object itself holds: "constructor" is a word like others. */
const own = (object, key) => (Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined);

/** The entry of a spelling that is told apart from the others of its word. */
const separate = ({ folded, spelled }) => `${folded} ${spelled}`;

/** Picks a word, and while it is open those beginning with it, out of a file. */
function matches(file, word) {
  const { folded, spelled, open } = word;
  const exact = own(file, separate(word));
  const found = exact ? [[true, true, ...exact]] : [];
  for (const key of open ? Object.keys(file) : [folded]) {
    const triples = (key.startsWith(folded) && !key.includes(' ') && own(file, key)) || [];
    for (let i = 0; i < triples.length; i += 3) {
      const whole = key === folded;
      found.push([whole && (triples[i] || key) === spelled, whole, triples[i + 1], triples[i + 2]]);
    }
  }
  return found;
}

// What is known of one word on a page: 4 for there at all, plus 2 for exact and
// 1 for in the title, together at their best place; plus 8 for whole.
function count([exact, whole, title, body], i, score) {
  const better = (entry, at) => {
    entry.rank[i] = Math.max(entry.rank[i] & 7, at) | (entry.rank[i] & 8) | (whole ? 8 : 0);
  };
  for (const passage of decode(title)) better(score(passage), exact ? 7 : 5);
  for (const passage of decode(body)) {
    better(score(passage), exact ? 6 : 4);
    note(score(passage), passage, 1 << i);
  }
}

/** Notes that a passage shows something of the query. */
function note(entry, passage, bit) {
  entry.passages.set(passage, entry.passages.get(passage) | bit);
}

function order(entries) {
  const bits = (n) => n && (n & 1) + bits(n >> 1);
  const total = (entry, f) => entry.rank.reduce((sum, r) => sum + f(r), 0);
  const keyed = entries.map((entry) => ({
    entry,
    keys: [
      total(entry, (r) => (r ? 1 : 0)),
      total(entry, (r) => (r >> 1) & 1),
      total(entry, (r) => (r & 1) * 6 + (r >> 3) * 2) + entry.pairs.size * 4,
    ],
  })).sort((a, b) => b.keys[0] - a.keys[0] || b.keys[1] - a.keys[1] || b.keys[2] - a.keys[2] || a.entry.page - b.entry.page);
  const most = keyed.length && keyed[0].keys[0];
  const all = most === (keyed.length && keyed[0].entry.rank.length);
  return keyed.filter(({ keys }) => keys[0] && (!all || keys[0] === most)).map(({ entry: { page, passages } }) => {
    let passage = page;
    let best = 0;
    for (const [number, seen] of [...passages].sort((a, b) => a[0] - b[0])) {
      if (bits(seen) > best) [passage, best] = [number, bits(seen)];
    }
    return { page, passage, all };
  });
}
