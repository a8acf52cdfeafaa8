// Tables whose rows can be put in order by a column: table[data-sort].
import { make } from './tao.js';

const orders = ['ascending', 'descending', 'none'];

/** The order after this one; "none" is the order the page came in. */
export const nextOrder = (order) => orders[(orders.indexOf(order) + 1) % 3];

/**
 * Puts rows in order, equals as they were, empty ones last.
 * @param values what each row has in the column, as text
 * @param compare how texts compare that are not all numbers
 * @returns {number[]} rows by their place in values
 */
export function sorted(values, order, compare) {
  const rows = values.map((_, i) => i);
  if (order === 'none') return rows;
  const numeric = values.every((v) => v === '' || isFinite(v));
  const sign = order === 'descending' ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [values[a], values[b]];
    if (x === '' || y === '') return (x === '') - (y === '') || a - b;
    return sign * (numeric ? x - y : compare(x, y)) || a - b;
  });
}

export function start() {
  document.querySelectorAll('table[data-sort]').forEach(setUp);
}

function setUp(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows].filter((row) => !row.classList.contains('total'));
  if (rows.length < 2) return;
  const totals = [...body.rows].filter((row) => !rows.includes(row));
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const headers = [...table.tHead.rows[0].cells];
  const put = (header) => {
    const order = nextOrder(header.getAttribute('aria-sort') || 'none');
    headers.forEach((h) => h.removeAttribute('aria-sort'));
    if (order !== 'none') header.setAttribute('aria-sort', order);
    const values = rows.map((row) => valueOf(row.cells[header.cellIndex]));
    body.append(...sorted(values, order, compare).map((i) => rows[i]), ...totals);
  };
  headers.forEach((header) => {
    const button = make('button', { type: 'button', className: 'sort' }, ...header.childNodes);
    button.addEventListener('click', () => put(header));
    header.append(button);
  });
}

function valueOf(cell) {
  if (!cell) return '';
  const { value } = cell.dataset;
  return value === undefined ? cell.textContent.trim() : value;
}
