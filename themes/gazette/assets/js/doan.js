// Picks the piece of a passage that a result shows, with the words found in it.
import { fold, spell, words } from './chu-viet.js';

/** How many words a result shows. */
const shown = 32;

/**
 * Cuts a text into pieces, some of them marked.
 * @param text what is cut
 * @param query words as parse gives them
 * @param limit at most so many words, around where most of the query is
 * @returns {{text: string, marked: boolean}[]}
 */
export function excerpt(text, query, limit = shown) {
  text = text.normalize('NFC');
  const tokens = tokenize(text, query);
  const from = densest(tokens, limit, query.length);
  const to = Math.min(from + limit, tokens.length);
  if (!tokens.length) return text ? [{ text, marked: false }] : [];
  const begin = from === 0 ? 0 : tokens[from].at;
  const end = to === tokens.length ? text.length : tokens[to - 1].at + tokens[to - 1].text.length;
  const pieces = [];
  const add = (piece, marked) => piece && pieces.push({ text: piece, marked });
  let at = begin;
  for (const token of tokens.slice(from, to).filter((t) => t.hit >= 0)) {
    add(text.slice(at, token.at), false);
    add(token.text, true);
    at = token.at + token.text.length;
  }
  add(text.slice(at, end), false);
  if (begin > 0) pieces.unshift({ text: '… ', marked: false });
  if (end < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** The words of a text with their place, and the word of the query each one is. */
function tokenize(text, query) {
  let at = 0;
  return words(text).map((word) => {
    at = text.indexOf(word, at);
    const token = { text: word, at, ...match(word, query) };
    at += word.length;
    return token;
  });
}

function match(word, query) {
  const folded = fold(word);
  const hit = query.findIndex((q) => (q.open ? folded.startsWith(q.folded) : folded === q.folded));
  return { hit, weight: hit < 0 ? 0 : spell(word) === query[hit].spelled ? 3 : 2 };
}

// Where the window begins: first of all as many different words of the query
// as possible, then as many as possible, exact ones before others. A window
// starts a little before its first word found.
function densest(tokens, limit, queryLength) {
  const lead = Math.min(6, limit >> 2);
  let best = 0;
  let from = 0;
  tokens.forEach((token, i) => {
    if (token.hit < 0) return;
    const inside = tokens.slice(i, i + limit - lead).filter((t) => t.hit >= 0);
    const different = new Set(inside.map((t) => t.hit)).size;
    const worth = different * (queryLength + 1) * 100 + inside.reduce((sum, t) => sum + t.weight, 0);
    if (worth > best) [best, from] = [worth, Math.max(0, i - lead)];
  });
  return Math.max(0, Math.min(from, tokens.length - limit));
}
