// What is measured inside a page. Each function is sent to the browser as its
// source text, so it may use nothing from around it; each returns what is
// wrong, one line a fault.

/** Content wider than the screen. */
export function overflow() {
  const screen = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= screen) return [];
  return [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > screen + 1 && !e.closest('.table-scroll'))
    .slice(0, 5)
    .map((e) => `${e.localName}.${e.getAttribute('class') ?? ''} reaches ${Math.round(e.getBoundingClientRect().right)} of ${screen} px`);
}

/** Charts that can't be read by someone, or not without their table. */
export function charts() {
  const faults = [];
  for (const svg of document.querySelectorAll('svg.chart-narrow, svg.chart-wide')) {
    const name = `${svg.closest('[id]')?.id ?? 'chart'} (${svg.getAttribute('class')})`;
    const labels = (svg.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id));
    for (const part of ['title', 'desc']) {
      const element = svg.querySelector(`:scope > ${part}`);
      if (!element?.textContent.trim()) faults.push(`${name}: no ${part}`);
      else if (!labels.includes(element)) faults.push(`${name}: aria-labelledby leaves its ${part} out`);
    }
    if (svg.getAttribute('role') !== 'img') faults.push(`${name}: its role is not img`);
    if (!svg.closest('figure')?.querySelector('table')) faults.push(`${name}: no table beside it`);
  }
  for (const drawing of document.querySelectorAll('.drawing')) {
    const shown = [...drawing.querySelectorAll('svg')].filter((svg) => svg.getClientRects().length > 0);
    if (shown.length !== 1) faults.push(`${drawing.closest('[id]')?.id}: ${shown.length} drawings are shown`);
  }
  return faults;
}

/** The smallest text of each drawing if it is below least CSS px, and the text most cut off at an edge. */
export function chartText(least) {
  const faults = [];
  for (const svg of document.querySelectorAll('svg.chart-narrow, svg.chart-wide')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll('text')].map((text) => {
      const matrix = text.getScreenCTM();
      const box = text.getBoundingClientRect();
      return {
        words: text.textContent,
        size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b),
        cut: Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom),
      };
    });
    const name = `${svg.closest('figure')?.id ?? 'chart'} (${svg.getAttribute('class')})`;
    const [smallest] = texts.toSorted((a, b) => a.size - b.size);
    if (smallest?.size < least - 0.01) faults.push(`${name}: “${smallest.words}” is ${smallest.size.toFixed(1)} px`);
    const [cut] = texts.toSorted((a, b) => b.cut - a.cut);
    if (cut?.cut > 2) faults.push(`${name}: “${cut.words}” is cut by ${Math.round(cut.cut)} px`);
  }
  return faults;
}

/** Headings, landmarks and targets: what a keyboard or a screen reader goes by. */
export function structure() {
  const faults = [];
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => Number(h.localName[1]));
  if (headings.filter((level) => level === 1).length !== 1) faults.push('there is not one h1');
  if (headings.some((level, i) => level > (headings[i - 1] ?? 0) + 1)) faults.push(`headings jump: ${headings.join(' ')}`);
  if (document.querySelectorAll('main').length !== 1) faults.push('there is not one main');
  const size = (e) => e.getBoundingClientRect();
  const isSmall = (box) => box.width > 0 && (box.width < 24 || box.height < 24);
  const small = [...document.querySelectorAll('button, input:not([type=hidden]), select, summary')].find((e) => {
    if (!isSmall(size(e))) return false;
    e.focus({ preventScroll: true }); // what is hidden until it has focus is a target only then
    const stays = isSmall(size(e));
    e.blur();
    return stays;
  });
  if (small) faults.push(`a target of ${Math.round(size(small).width)} × ${Math.round(size(small).height)} px: ${small.outerHTML.slice(0, 120)}`);
  return faults;
}

/** Headings that leave a level out, pages without exactly one h1, ids used twice, nothing to tell searchers. */
export function outline() {
  const faults = [];
  let level = 0;
  for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')) {
    const own = Number(heading.localName[1]);
    if (own > level + 1) faults.push(`h${own} after h${level}: ${heading.textContent.trim().slice(0, 60)}`);
    level = own;
  }
  const tops = document.querySelectorAll('h1').length;
  if (tops !== 1) faults.push(`${tops} h1`);
  const seen = new Set();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (seen.has(id)) faults.push(`the id ${id} is used twice`);
    seen.add(id);
  }
  if (!document.querySelector('meta[name="description"]')?.content.trim()) faults.push('no description');
  return faults;
}

/**
 * Looks at the element that has the focus after Tab was pressed, and marks it.
 * @returns {?string[]} its faults; null where the way of the keyboard ends
 */
export function stop() {
  const element = document.activeElement;
  if (!element || element === document.body || element.stoppedAt) return null;
  element.stoppedAt = true;
  const name = element.outerHTML.slice(0, 100);
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const faults = [];
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push(`${name}: the focus does not show`);
  const seen = [...element.getClientRects()].map((box) => ({
    left: Math.max(box.left, 0), top: Math.max(box.top, 0), right: Math.min(box.right, innerWidth), bottom: Math.min(box.bottom, innerHeight),
  })).filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1);
  if (!seen.length) faults.push(`${name}: the focus is off the screen`);
  const free = seen.some((box) => {
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return top && (element.contains(top) || top.contains(element));
  });
  if (seen.length && !free) faults.push(`${name}: the focus is covered`);
  return faults;
}

/** Text that its own box cuts off; what is only read aloud stands in a box of a pixel. */
export function clipped() {
  return [...document.querySelectorAll('body *')].filter((e) => {
    if (e.closest('svg, .table-scroll') || e.clientWidth <= 1 || !e.textContent.trim()) return false;
    const { overflowX, overflowY } = getComputedStyle(e);
    return (overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1) || (overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1);
  }).map((e) => `${e.outerHTML.slice(0, 100)} is cut off`);
}

/** What moves for more than some seconds. */
export function moving(most) {
  const longest = (times) => Math.max(...times.split(',').map(parseFloat));
  return [...document.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    return style.animationName !== 'none' || longest(style.transitionDuration) > most;
  }).map((e) => e.outerHTML.slice(0, 100));
}

/** What paper can't use, and what it needs that screens don't. */
export function onPaper() {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const name = (e) => e.outerHTML.slice(0, 100);
  const pressed = [...document.querySelectorAll('button, input, select, textarea, summary, body > :not(main) nav')].filter((e) => {
    const isHeading = e.closest('th') && getComputedStyle(e).textDecorationLine === 'none';
    return shown(e) && !isHeading;
  });
  const closed = [...document.querySelectorAll('figure table')].filter((e) => !shown(e));
  const silent = [...document.querySelectorAll('main a[rel~="external"]')].filter((e) => shown(e) && !e.closest('td')
    && !e.textContent.includes(e.getAttribute('href')) && !getComputedStyle(e, '::after').content.includes(e.getAttribute('href')));
  return [
    ...pressed.map((e) => `there is nothing to press on paper: ${name(e)}`),
    ...closed.map((e) => `the table is closed: ${name(e)}`),
    ...silent.map((e) => `the address of a link is missing: ${name(e)}`),
  ];
}
