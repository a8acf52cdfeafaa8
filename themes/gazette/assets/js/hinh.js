// Reading a chart: its values by pointer, touch and keyboard.
//
// A mark of a drawing carries what it tells, and its series where there are
// several, data-of="Nữ". Where no mark tells anything, the keyboard reads the
// cells of the chart's table.
import { say } from './chu.js';
import { addTools, shown, titleOf } from './cong-cu.js';
import { distance, nearest, valuesAt, valuesOf } from './diem.js';
import { make } from './tao.js';

/** Where to go from a value with a key; undefined for a key that does nothing here. */
export function step(key, at, count) {
  switch (key) {
    case 'ArrowRight': case 'ArrowDown': return Math.min(at + 1, count - 1);
    case 'ArrowLeft': case 'ArrowUp': return Math.max(at - 1, 0);
    case 'Home': return 0;
    case 'End': return count - 1;
  }
  return undefined;
}

/**
 * Reads a table cell by cell.
 * @param headers names of the columns
 * @param rows {head, cells} of each row, as text
 * @returns {string[]} "row, column: value"
 */
export function readCells(headers, rows) {
  return rows.flatMap(({ head, cells }) => cells.map((cell, i) => [`${head}, ${headers[i]}: ${cell}`, cell]))
    .filter(([, cell]) => cell).map(([text]) => text);
}

/** Where a tooltip goes: above the middle of its mark, inside the drawing. Pixels within the drawing. */
export function place(mark, tip, width) {
  const left = Math.max(0, Math.min(mark.left + mark.width / 2 - tip.width / 2, width - tip.width));
  const above = mark.top - tip.height - 6;
  return { left, top: above < 0 ? mark.top + mark.height + 6 : above };
}

function start(figure, { dataset, src }) {
  const drawing = figure.querySelector('.drawing');
  if (!drawing) return;
  addReading(figure, drawing);
  const tools = figure.querySelector('.tools');
  if (tools) addTools(figure, drawing, tools, new URL(dataset.echarts, src).href);
}

/** How many pixels beside a mark a pointer or a finger still means it. */
const reach = 32;

/**
 * The value that a pointer means: the nearest on the line or area that it is on,
 * else the mark that it is on, else the nearest within reach.
 */
function meant(svg, { target, clientX, clientY }) {
  const on = target.closest && target.closest('[data-told]:not(.off)');
  if (on) return nearest(valuesAt(on), ({ box }) => distance({ x: clientX, y: box.top }, box));
  return nearest(valuesOf(svg), ({ box }) => distance({ x: clientX, y: clientY }, box), reach);
}

function addReading(figure, drawing) {
  const tip = make('div', { className: 'tip', hidden: true, 'aria-hidden': 'true' });
  const dot = make('div', { className: 'dot', hidden: true });
  const voice = make('p', { className: 'unseen', 'aria-live': 'polite' });
  drawing.append(dot, tip);
  drawing.after(voice);
  drawing.tabIndex = 0;
  drawing.setAttribute('role', 'group');
  drawing.setAttribute('aria-label', say('chart_keys', { title: titleOf(figure) }));
  let at = -1;

  const values = () => {
    const svg = shown(drawing);
    const told = svg ? valuesOf(svg) : [];
    return told.length ? told : fromTable(figure).map((text) => ({ text }));
  };
  const rest = () => {
    tip.hidden = true;
    dot.hidden = true;
    drawing.querySelectorAll('.told').forEach((old) => old.classList.remove('told'));
  };
  const tell = ({ text, mark, box, onLine }) => {
    rest();
    const frame = drawing.getBoundingClientRect();
    const { left, top, width, height } = box || { left: frame.left, top: frame.top, width: frame.width, height: 0 };
    const inside = { left: left - frame.left, top: top - frame.top, width, height };
    tip.textContent = text;
    tip.hidden = false;
    put(tip, { left: 0, top: 0 }); // where it is as wide as it wants
    put(tip, place(inside, tip.getBoundingClientRect(), frame.width));
    if (onLine) {
      dot.hidden = false;
      put(dot, inside);
    } else if (mark) mark.classList.add('told');
  };
  const point = (event) => {
    const svg = shown(drawing);
    const value = svg && meant(svg, event);
    if (value) tell(value);
    else rest();
  };

  drawing.addEventListener('pointermove', point);
  drawing.addEventListener('pointerdown', point);
  drawing.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') rest(); });
  drawing.addEventListener('blur', rest);
  drawing.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      rest();
      return;
    }
    const all = values();
    const next = step(event.key, Math.min(at, all.length - 1), all.length);
    if (next === undefined || !all.length) return;
    event.preventDefault();
    at = next;
    tell(all[at]);
    voice.textContent = all[at].text;
  });
}

function put(element, { left, top }) {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

function fromTable(figure) {
  const table = figure.querySelector('table');
  if (!table) return [];
  const text = (cell) => cell.textContent.trim();
  const headers = [...table.tHead.rows[0].cells].slice(1).map(text);
  return readCells(headers, [...table.tBodies[0].rows].map((row) => ({ head: text(row.cells[0]), cells: [...row.cells].slice(1).map(text) })));
}

const script = typeof document !== 'undefined' && document.currentScript;

if (script) document.querySelectorAll('figure.figure').forEach((figure) => start(figure, script));
