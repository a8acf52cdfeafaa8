// Reading a chart: its values by pointer, touch and keyboard.
//
// A mark of a drawing carries what it tells, data-told="Đắk Hà: 57", and its
// series where there are several, data-of="Nữ". Where no mark tells anything,
// the keyboard reads the cells of the chart's table.
import { say } from './chu.js';
import { addTools, shown, titleOf } from './cong-cu.js';
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

/** What a mark tells, its series first. */
const told = ({ dataset }) => (dataset.of ? `${dataset.of} · ${dataset.told}` : dataset.told);

function addReading(figure, drawing) {
  const tip = make('div', { className: 'tip', hidden: true, 'aria-hidden': 'true' });
  const voice = make('p', { className: 'unseen', 'aria-live': 'polite' });
  drawing.append(tip);
  drawing.after(voice);
  drawing.tabIndex = 0;
  drawing.setAttribute('role', 'group');
  drawing.setAttribute('aria-label', say('chart_keys', { title: titleOf(figure) }));
  let at = -1;

  const values = () => {
    const svg = shown(drawing);
    const marks = svg ? [...svg.querySelectorAll('[data-told]:not(.off)')] : [];
    if (!marks.length) return fromTable(figure).map((text) => ({ text }));
    const once = new Map(marks.map((mark) => [told(mark), mark])); // a value may have several marks: its top one
    return [...once].map(([text, mark]) => ({ text, mark }));
  };
  const tell = ({ text, mark }) => {
    const frame = drawing.getBoundingClientRect();
    const box = mark ? mark.getBoundingClientRect() : { left: frame.left, top: frame.top, width: frame.width, height: 0 };
    tip.textContent = text;
    tip.hidden = false;
    const spot = place({ left: box.left - frame.left, top: box.top - frame.top, width: box.width, height: box.height }, tip.getBoundingClientRect(), frame.width);
    tip.style.left = `${spot.left}px`;
    tip.style.top = `${spot.top}px`;
    drawing.querySelectorAll('.told').forEach((old) => old.classList.remove('told'));
    if (mark) mark.classList.add('told');
  };
  const rest = () => {
    tip.hidden = true;
    drawing.querySelectorAll('.told').forEach((old) => old.classList.remove('told'));
  };
  const point = (event) => {
    const mark = event.target.closest && event.target.closest('[data-told]:not(.off)');
    if (mark) tell({ text: told(mark), mark });
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

function fromTable(figure) {
  const table = figure.querySelector('table');
  if (!table) return [];
  const text = (cell) => cell.textContent.trim();
  const headers = [...table.tHead.rows[0].cells].slice(1).map(text);
  return readCells(headers, [...table.tBodies[0].rows].map((row) => ({ head: text(row.cells[0]), cells: [...row.cells].slice(1).map(text) })));
}

const script = typeof document !== 'undefined' && document.currentScript;

if (script) document.querySelectorAll('figure.figure').forEach((figure) => start(figure, script));
