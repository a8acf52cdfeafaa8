// Filters of a list. The page says by what: details[data-filter="id of the
// list"] holds a JSON block of facets,
//
//	[{"name": "co-quan", "title": "Cơ quan", "values": [["so-noi-vu", "Sở Nội vụ"], …]}, …]
//
// and each entry its values, data-co-quan="so-noi-vu ubnd-tinh". Behind it
// stands where the count is announced. The state is in the address:
// ?co-quan=so-noi-vu&nam=2024.
import { say } from './chu.js';
import { asked, remember } from './dia-chi.js';
import { make } from './tao.js';

/**
 * Whether an entry is to be shown.
 * @param values its values by facet, each a list
 * @param wanted one value by facet, '' for any
 */
export const fits = (values, wanted) => Object.keys(wanted).every((facet) => !wanted[facet] || (values[facet] || []).includes(wanted[facet]));

/** The facets with only those values that some entry has; facets that tell nothing apart are left out. */
export function present(facets, entries) {
  return facets.map((facet) => ({
    ...facet,
    values: facet.values.filter(([value]) => entries.some((entry) => (entry[facet.name] || []).includes(value))),
  })).filter((facet) => facet.values.length > 1);
}

export function start() {
  document.querySelectorAll('details[data-filter]').forEach(setUp);
}

function setUp(details) {
  const list = document.getElementById(details.dataset.filter);
  const block = details.querySelector('script[type="application/json"]');
  if (!list || !block) return;
  const elements = [...list.children];
  const declared = JSON.parse(block.textContent);
  const entries = elements.map((element) => valuesOf(element, declared));
  const facets = present(declared, entries);
  const selects = facets.map(select);
  const count = details.nextElementSibling;
  const clear = make('button', { type: 'button' }, say('filter_clear'));

  const show = () => {
    const wanted = Object.fromEntries(selects.map((s) => [s.name, s.value]));
    const shown = entries.map((entry) => fits(entry, wanted));
    elements.forEach((element, i) => { element.hidden = !shown[i]; });
    const n = shown.filter(Boolean).length;
    count.textContent = n < entries.length ? say('filter_count', { n, all: entries.length }) : '';
    clear.disabled = selects.every((s) => !s.value);
    return wanted;
  };
  const read = () => {
    selects.forEach((s) => {
      s.value = asked(s.name);
      if (s.selectedIndex < 0) s.value = ''; // an address may ask for what the list doesn't have
    });
    show();
  };
  selects.forEach((s) => s.addEventListener('change', () => remember(show(), true)));
  clear.addEventListener('click', () => {
    selects.forEach((s) => { s.value = ''; });
    remember(show(), true);
    selects[0].focus();
  });
  addEventListener('popstate', read);
  if (!selects.length) return;
  const form = make('form', { className: 'filter-form' }, ...selects.map((s) => make('label', {}, s.title, s)), clear);
  selects.forEach((s) => s.removeAttribute('title'));
  form.addEventListener('submit', (event) => event.preventDefault());
  details.querySelector('summary').after(form);
  read();
  if (selects.some((s) => s.value)) details.open = true;
}

function valuesOf(element, facets) {
  return Object.fromEntries(facets.map(({ name }) => [name, (element.getAttribute(`data-${name}`) || '').split(' ').filter(Boolean)]));
}

function select({ name, title, values }) {
  const options = [['', say('filter_any')], ...values].map(([value, text]) => make('option', { value }, text));
  return make('select', { name, title }, ...options);
}
