// A page can't know that it has aged: its reader's browser does. What the page
// says of a day that was still to come carries that day, data-due="2026-12-31";
// once the day is past, this says so beside it, and at the head of the page.
import { say } from './chu.js';
import { make } from './tao.js';

/** A day as the reader's calendar has it, YYYY-MM-DD. */
export function dayOf(time) {
  const two = (n) => String(n).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Whether a day due is past; on the day itself it is not. */
export const past = (due, today) => /^\d{4}-\d\d-\d\d$/.test(due) && due < today;

export function start() {
  const today = dayOf(new Date());
  const aged = [...document.querySelectorAll('[data-due]')].filter(({ dataset }) => past(dataset.due, today));
  if (!aged.length) return;
  aged.filter((element) => element.matches('.mark, time')).forEach((mark) => {
    mark.after(' ', make('span', { className: 'aged' }, say('due_passed', { date: written(mark.dataset.due) })));
  });
  const days = new Set(aged.map(({ dataset }) => dataset.due));
  document.querySelector('main > header').append(make('p', { className: 'aged' }, say('dues_passed', { n: days.size })));
}

const written = (day) => new Date(`${day}T00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' });
