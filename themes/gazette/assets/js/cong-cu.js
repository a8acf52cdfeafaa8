// The tools of a chart: its series one by one, its picture to keep, its code for
// other sites, and the whole of ECharts for who asks.
import { say } from './chu.js';
import { loadScript } from './nap.js';
import { make } from './tao.js';
import { download, png } from './tai-anh.js';

/** The drawing that suits the screen. */
export const shown = (drawing) => [...drawing.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().width > 0);

export const titleOf = (figure) => figure.querySelector('svg > title').textContent;

/**
 * @param tools details element with links to the picture and the page for frames
 * @param library address of bieu-do.js
 */
export function addTools(figure, drawing, tools, library) {
  const list = tools.querySelector('.tool-list');
  const [image, page] = list.querySelectorAll('a');
  const note = make('span', { role: 'status' });
  const kept = onDemand(new URL('bieu-do.js', page.href).href);
  list.append(pngButton(image, kept, note), ' ', exploreButton(figure, drawing, kept, library, note));
  page.replaceWith(embedButton(figure, tools, page.href));
  tools.append(note);
  const switches = seriesSwitches(drawing);
  if (switches.length > 1) tools.append(make('div', { className: 'series', role: 'group', 'aria-label': say('chart_series') }, say('chart_series'), ' ', ...switches));
}

/** What a figure's tools need, fetched when one of them is first used: a script that calls one function. */
function onDemand(address) {
  let kept;
  return async () => {
    window.__bieuDo = (content) => { kept = content; };
    if (!kept) await loadScript(address);
    return kept;
  };
}

function pngButton(image, kept, note) {
  const name = image.pathname.split('/').slice(-2)[0];
  return button('chart_png', async () => {
    note.textContent = '';
    try {
      download(await png((await kept()).picture), `${name}.png`);
    } catch (refused) {
      note.textContent = say('chart_png_failed');
    }
  });
}

const button = (word, act) => make('button', { type: 'button', onclick: act }, say(word));

/** The code that shows a figure's page for other sites. */
export function embedCode(address, title, height) {
  const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
}

function embedButton(figure, tools, address) {
  const open = button('chart_embed', () => {
    const old = tools.querySelector('.tool-panel');
    if (old) old.remove();
    else tools.append(embedPanel(figure, address));
    open.setAttribute('aria-expanded', String(!old));
  });
  open.setAttribute('aria-expanded', 'false');
  return open;
}

function embedPanel(figure, address) {
  const code = make('textarea', { readOnly: true, rows: 3, 'aria-label': say('chart_embed_code') });
  code.value = embedCode(address, titleOf(figure), Math.ceil(figure.getBoundingClientRect().height) + 120);
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
  return make('div', { className: 'tool-panel' }, code, button('chart_copy', copy), note);
}

function seriesSwitches(drawing) {
  const marks = [...drawing.querySelectorAll('[data-of]')];
  return [...new Set(marks.map((mark) => mark.dataset.of))].map((name) => {
    const one = make('button', { type: 'button', 'aria-pressed': 'true' }, name);
    one.addEventListener('click', () => {
      const off = one.getAttribute('aria-pressed') === 'true';
      one.setAttribute('aria-pressed', String(!off));
      marks.filter((mark) => mark.dataset.of === name).forEach((mark) => mark.classList.toggle('off', off));
    });
    return one;
  });
}

/** Fetches ECharts and sets what it shows of a figure below the drawing. */
function exploreButton(figure, drawing, kept, library, note) {
  const explore = button('chart_interactive', async () => {
    explore.disabled = true;
    note.textContent = '';
    try {
      const { explored } = await kept();
      if (explored) {
        if (!window.__echarts) await loadScript(library);
        const field = make('div', { className: 'interactive', role: 'group', 'aria-label': titleOf(figure) });
        drawing.after(field);
        window.__echarts(field, explored);
      } else note.textContent = say('chart_interactive_nothing');
      explore.remove();
    } catch (unreachable) {
      explore.disabled = false;
      note.textContent = say('chart_interactive_failed');
    }
  });
  return explore;
}
