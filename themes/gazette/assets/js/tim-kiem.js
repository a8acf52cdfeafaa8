// The search page: results follow what is typed into form[data-search].
import { openIndex, parse } from './chi-muc.js';
import { say } from './chu.js';
import { asked, remember } from './dia-chi.js';
import { excerpt } from './doan.js';
import { loadScript } from './nap.js';
import { make } from './tao.js';

/** How many results are shown at first, and how many more each time. */
const portion = 6;

/** How long typing must rest before it is answered, in milliseconds. */
const rest = 120;

/**
 * Groups results by kind: kinds in the order of their best result.
 * @returns {[string, object[]][]}
 */
export function byKind(cards) {
  const kinds = new Map();
  for (const card of cards) kinds.set(card.kind, [...(kinds.get(card.kind) || []), card]);
  return [...kinds];
}

/**
 * The files of an index as they come in: each calls __tim with its name. A
 * name that was asked for before its file came is answered when it does.
 */
export function inbox(world, fetchFile) {
  const come = {};
  world.__tim = (name, content) => { come[name] = content; };
  return async (address, name) => {
    await fetchFile(address);
    if (!(name in come)) throw new Error(address);
    return come[name];
  };
}

function opener(folder) {
  const load = inbox(window, loadScript);
  return async (again) => {
    // An old head may outlive the files it speaks of; its second reading must not come from a cache.
    const head = await load(`${folder}muc-luc.js${again ? `?${Date.now()}` : ''}`, 'muc-luc');
    return openIndex(head, (name) => load(`${folder}${head.folder}/${name}.js`, name));
  };
}

function start(form) {
  const input = form.querySelector('input[type="search"]');
  const output = document.getElementById(form.dataset.results);
  const status = document.getElementById(form.dataset.status);
  const folder = form.action.split(/[?#]/)[0].replace(/[^/]*$/, ''); // of the page that searches, which a disk names by its file
  const open = opener(folder);
  let index;
  let turn = 0; // of the latest question: answers to earlier ones are dropped
  let timer;

  async function find(query) {
    index = index || open(false);
    try {
      return await answer(await index, query, portion);
    } catch (stale) {
      index = open(true);
      index.catch(() => { index = undefined; });
      return answer(await index, query, portion);
    }
  }

  async function ask() {
    const query = input.value;
    const mine = ++turn;
    remember({ q: query.trim() }, false);
    if (!parse(query).length) {
      show([], '');
      return;
    }
    try {
      const found = await find(query);
      if (mine === turn) render(found, query, mine);
    } catch (unreachable) {
      if (mine === turn) show([], say('search_failed'));
    }
  }

  function render(found, query, mine) {
    const parts = byKind(found.cards).map(([kind, cards]) => group(kind, cards, parse(query), folder));
    if (found.cards.length < found.total) {
      parts.push(make('button', { type: 'button', className: 'more', onclick: more(found, query, mine) }, say('search_more')));
    }
    const words = { n: found.total, query: query.trim() };
    show(parts, say(found.total ? (found.all ? 'search_found' : 'search_found_some') : 'search_nothing', words));
  }

  function more(found, query, mine) {
    return async () => {
      const before = found.cards.length;
      const next = await answer(await index, query, before + portion);
      if (mine !== turn) return;
      render(next, query, mine);
      const known = new Set(found.cards.map((card) => card.address));
      const first = [...output.querySelectorAll('a')].find((link) => !known.has(link.dataset.address));
      if (first) first.focus();
    };
  }

  function show(parts, words) {
    output.textContent = '';
    output.append(...parts);
    status.textContent = words;
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, rest);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
  const clear = () => {
    input.value = '';
    clearTimeout(timer);
    ask();
  };
  // Arrows walk from the box through the results and back; Escape goes back to
  // the box, and there empties it.
  const walk = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const stops = [input, ...output.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
    if (at < 0 || to === undefined || !stops[to]) return;
    event.preventDefault();
    if (event.key === 'Escape' && at === 0) clear();
    stops[to].focus();
  };
  form.addEventListener('keydown', walk);
  output.addEventListener('keydown', walk);
  addEventListener('popstate', () => {
    input.value = asked('q');
    ask();
  });
  input.value = input.value || asked('q');
  if (input.value) ask();
}

async function answer(index, query, limit) {
  const found = await index.rank(query);
  const cards = await Promise.all(found.slice(0, limit).map(({ passage }) => index.card(passage)));
  return { cards, total: found.length, all: found.length > 0 && found[0].all };
}

function group(kind, cards, words, folder) {
  const items = cards.map((card) => {
    const link = make('a', { href: pageAddress(card.address, folder), 'data-address': card.address }, ...marked(card.title, words));
    const number = card.number ? [make('span', { className: 'number' }, card.number), ' '] : [];
    const sign = card.illustrative ? [' ', make('span', { className: 'illustrative' }, say('illustrative'))] : [];
    return make('li', {}, make('p', {}, ...number, link, ...sign), make('p', {}, ...marked(card.text, words, true)));
  });
  return make('section', {}, make('h2', {}, say(`kind_${kind}`) || say('kind_about')), make('ol', {}, ...items));
}

/** Where a page is; a disk opens a folder as a listing, and so wants the file's name. */
export function pageAddress(address, folder) {
  const { href, protocol } = new URL(`..${address}`, folder);
  return protocol === 'file:' ? href.replace(/\/$/, '/index.html') : href;
}

function marked(text, words, short) {
  const pieces = short ? excerpt(text, words) : excerpt(text, words, Infinity);
  return pieces.map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text));
}

if (typeof document !== 'undefined') document.querySelectorAll('form[data-search]').forEach(start);
