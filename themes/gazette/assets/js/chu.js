// The words that scripts say: they stand in the page, in its language.

let kept;

/**
 * A word of the page's block of words, its places filled in.
 * @param places such as {n: 3} for "{n} kết quả"
 */
export function say(key, places = {}) {
  if (!kept) {
    const block = document.getElementById('chu');
    kept = block ? JSON.parse(block.textContent) : {};
  }
  return fill(kept[key] || '', places);
}

/** Fills {name} in a text. */
export function fill(text, places) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? String(places[name]) : whole));
}
