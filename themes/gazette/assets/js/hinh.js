// Reading a chart: its values by pointer, touch and keyboard, its series one by
// one, its picture to keep, its code for other sites. Fetched when a chart
// comes near.
//
// A mark of a drawing that can be asked carries what it says, data-doc="Đắk
// Hà: 57", and its series where there are several, data-s="Nữ". Where no mark
// does, the keyboard reads the cells of the chart's table.
import { say } from './chu.js';
import { make } from './tao.js';
import { captionOf, download, picture, png } from './tai-anh.js';

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

function start(figure) {
  const drawing = figure.querySelector('.drawing');
  if (!drawing || figure.dataset.aided) return;
  figure.dataset.aided = 'true';
  addReading(figure, drawing);
  const tools = figure.querySelector('.tools');
  if (tools) addTools(figure, drawing, tools);
}

const shown = (drawing) => [...drawing.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().width > 0);

const titleOf = (figure) => figure.querySelector('svg > title').textContent;

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
    const marks = svg ? [...svg.querySelectorAll('[data-doc]')].filter((mark) => !mark.classList.contains('off')) : [];
    return marks.length ? marks.map((mark) => ({ text: mark.dataset.doc, mark })) : fromTable(figure).map((text) => ({ text }));
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
    const mark = event.target.closest && event.target.closest('[data-doc]:not(.off)');
    if (mark) tell({ text: mark.dataset.doc, mark });
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

// Each tool opens its part of one panel below the buttons.
function addTools(figure, drawing, tools) {
  const panel = make('div', { className: 'tool-panel', hidden: true });
  const buttons = [];
  const add = (word, build) => {
    const button = make('button', { type: 'button', 'aria-expanded': 'false' }, say(word));
    button.addEventListener('click', () => {
      const opening = button.getAttribute('aria-expanded') === 'false';
      buttons.forEach((other) => other.setAttribute('aria-expanded', String(opening && other === button)));
      panel.replaceChildren(...(opening ? build() : []));
      panel.hidden = !opening;
    });
    buttons.push(button);
  };
  add('chart_image', () => imageTools(figure, drawing));
  if (figure.dataset.embed) add('chart_embed', () => embedTools(figure));
  if (seriesOf(drawing).length > 1) add('chart_series', () => seriesTools(drawing));
  tools.append(...buttons);
  tools.after(panel);
}

function imageTools(figure, drawing) {
  const note = make('span', { role: 'status' });
  const give = (type, convert) => async () => {
    try {
      download(await convert(picture(shown(drawing), captionOf(figure))), `${figure.id}.${type}`);
      note.textContent = '';
    } catch (refused) {
      note.textContent = say('chart_image_failed');
    }
  };
  return [
    make('button', { type: 'button', onclick: give('svg', (svg) => new Blob([svg.text], { type: 'image/svg+xml' })) }, say('chart_svg')),
    make('button', { type: 'button', onclick: give('png', png) }, say('chart_png')),
    note,
  ];
}

/** The code that shows a figure's page for other sites. */
export function embedCode(address, title, height) {
  const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
}

function embedTools(figure) {
  const code = make('textarea', { readOnly: true, rows: 3, 'aria-label': say('chart_embed_code') });
  code.value = embedCode(new URL(figure.dataset.embed, location.href).href, titleOf(figure), Math.ceil(figure.getBoundingClientRect().height));
  const note = make('span', { role: 'status' });
  const copy = async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      note.textContent = say('chart_copied');
    } catch (refused) { // no clipboard here: the code stands selected
      note.textContent = say('chart_copy_yourself');
    }
  };
  return [code, make('button', { type: 'button', onclick: copy }, say('chart_copy')), note];
}

const seriesOf = (drawing) => [...new Set([...drawing.querySelectorAll('[data-s]')].map((mark) => mark.dataset.s))];

function seriesTools(drawing) {
  const marksOf = (name) => [...drawing.querySelectorAll('[data-s]')].filter((mark) => mark.dataset.s === name);
  return seriesOf(drawing).map((name) => {
    const isShown = !marksOf(name)[0].classList.contains('off');
    const button = make('button', { type: 'button', 'aria-pressed': String(isShown) }, name);
    button.addEventListener('click', () => {
      const off = button.getAttribute('aria-pressed') === 'true';
      button.setAttribute('aria-pressed', String(!off));
      marksOf(name).forEach((mark) => mark.classList.toggle('off', off));
    });
    return button;
  });
}

if (typeof document !== 'undefined') document.querySelectorAll('.figure').forEach(start);
