// What a drawing tells, and where: each of its values with its box.
//
// A mark tells one value, data-told="Đắk Hà: 57". A line or an area tells one a
// line of text, for its points from left to right.

/**
 * The points of a line, or of the upper edge of an area: as long as x grows.
 * @param d a path of straight strokes, "M1 2L3 4"
 */
export function points(d) {
  const numbers = (d.match(/-?\d+(?:\.\d+)?/g) || []).map(Number);
  const found = [];
  for (let i = 0; i + 1 < numbers.length && (i === 0 || numbers[i] > numbers[i - 2]); i += 2) found.push({ x: numbers[i], y: numbers[i + 1] });
  return found;
}

/**
 * What a path tells at which of its points. The values stand at equal distances;
 * points that would lie on one another are left out of a path.
 */
export function along(path, texts) {
  const [first, last] = [path[0], path[path.length - 1]];
  const wide = last.x - first.x || 1;
  return path.map((point) => ({ text: texts[Math.round(((point.x - first.x) / wide) * (texts.length - 1))], point }));
}

/** How far a place is from a box. */
export const distance = ({ x, y }, { left, top, width, height }) => Math.hypot(
  Math.max(left - x, 0, x - left - width),
  Math.max(top - y, 0, y - top - height),
);

/** The value that is least far, the uppermost of several; none farther than reach. */
export function nearest(values, far, reach = Infinity) {
  let [least, found] = [reach, undefined];
  for (const value of values) {
    if (far(value) <= least) [least, found] = [far(value), value];
  }
  return found;
}

const inSeries = ({ dataset }, text) => (dataset.of ? `${dataset.of} · ${text}` : text);

/**
 * The values of a drawing in the order of its marks, each once: of a value's
 * several marks the uppermost has it.
 * @returns {{text, mark, box, onLine}[]} boxes in pixels of the window
 */
export function valuesOf(svg) {
  const found = new Map();
  for (const mark of svg.querySelectorAll('[data-told]:not(.off)')) {
    for (const value of valuesAt(mark)) found.set(value.text, value);
  }
  return [...found.values()];
}

/** The values that one mark tells. */
export function valuesAt(mark) {
  const texts = mark.dataset.told.split('\n').map((text) => inSeries(mark, text));
  if (texts.length === 1) return [{ text: texts[0], mark, box: mark.getBoundingClientRect() }];
  const { a, d, e, f } = mark.getScreenCTM();
  return along(points(mark.getAttribute('d')), texts).map(({ text, point }) => ({
    text, mark, onLine: true, box: { left: point.x * a + e, top: point.y * d + f, width: 0, height: 0 },
  }));
}
