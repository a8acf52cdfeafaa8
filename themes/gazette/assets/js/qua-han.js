// A page can't know that it has aged: its reader's browser does. What shows a
// date that is due carries it, and a notice, hidden until that date is past.

/** A day as the reader's calendar has it, YYYY-MM-DD. */
export function dayOf(time) {
  const two = (n) => String(n).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Whether a day due is past; on the day itself it is not. */
export const past = (due, today) => /^\d{4}-\d\d-\d\d$/.test(due) && due < today;

export function start() {
  const today = dayOf(new Date());
  document.querySelectorAll('[data-next-due]').forEach((element) => {
    if (past(element.dataset.nextDue, today)) element.hidden = false;
  });
}
