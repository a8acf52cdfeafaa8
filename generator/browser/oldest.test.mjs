// Holds style sheets and scripts against the oldest browsers that the site
// says it serves, by MDN's table of what each browser knows.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, test } from 'node:test';
import { parse as parseScript } from 'acorn';
import { full as walkScript } from 'acorn-walk';
import * as css from 'css-tree';
import { root } from './site.mjs';

const known = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** What an older browser may leave out, and what a reader has there instead. */
const spared = {
  'css selector details-content': 'tables that their reader closed are not printed',
  'css content-visibility': 'tables that their reader closed are not printed',
  'css selector focus-visible': 'the browser’s own outline',
  'css media prefers-color-scheme': 'the light scheme',
  'css color-scheme': 'light scroll bars in the dark scheme',
  'css media prefers-contrast': 'the usual colours, which have 4.5:1',
  'css media forced-colors': 'what the system makes of the page',
  'css text-wrap': 'headings that break unevenly',
  'css text-size-adjust': 'text as large as the browser makes it',
  'css text-underline-offset': 'underlines closer to the words',
  'css text-decoration-thickness': 'underlines of the usual thickness',
  'css overflow-wrap: anywhere': 'long addresses broken where the line is full',
  'css @page': 'margins as the browser has them',
  'css size': 'paper as the browser has it',
  'css break-after': 'headings that paper may part from their text',
  'css break-before': 'headings that paper may part from their table',
  'css orphans': 'single lines at the foot of a sheet',
  'css widows': 'single lines at the head of a sheet',
  'css print-color-adjust': 'tiles without their ground on paper',
};
const isSpared = (name) => name in spared || name.split(':')[0] in spared;

/** How MDN calls the browsers that the page on the look names. */
const names = { chrome: 'Chrome', edge: 'Chrome', firefox: 'Firefox', safari: 'Safari', samsunginternet_android: 'Samsung Internet' };
const oldest = {};
const files = [];

before(async () => {
  const page = await readFile(path.join(root, 'en/phong-cach/index.html'), 'utf8');
  for (const [id, name] of Object.entries(names)) {
    oldest[id] = new RegExp(`${name}\\b[^\\d<]*([\\d.]+\\d)`).exec(page)?.[1];
    assert.ok(oldest[id], `/en/phong-cach/ doesn't say which ${name} is the oldest`);
  }
  files.push(...await readdir(root, { recursive: true }));
});

const later = (a, b) => a.localeCompare(b, 'en', { numeric: true }) > 0;

/** Which browsers lack a feature: its entry in MDN's table → their names, empty if all have it. */
function lacking(entry) {
  const support = entry.__compat?.support;
  if (!support) return [];
  return Object.keys(oldest).filter((id) => ![support[id]].flat().some((s) => s && typeof s.version_added === 'string'
    && !s.flags && !s.prefix && !s.alternative_name && !later(s.version_added.replace('≤', ''), oldest[id])
    && !(s.version_removed && !later(s.version_removed, oldest[id]))));
}

/** Faults of the features used, each by its name with the entries that may be meant: one that all browsers have is enough. */
function faults(used) {
  return [...used].filter(([name, entries]) => !isSpared(name) && entries.length && entries.every((entry) => lacking(entry).length))
    .map(([name, entries]) => `${name}: not in ${lacking(entries[0]).map((id) => `${id} ${oldest[id]}`).join(', ')}`);
}

test('style sheets keep to what the oldest browsers know', async () => {
  const used = new Map();
  const note = (name, entry) => { if (entry) used.set(name, [entry]); };
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    css.walk(css.parse(await readFile(path.join(root, file), 'utf8'), { positions: true }), (node) => noteStyle(node, note));
  }
  assert.ok(used.size > 50, 'hardly a feature was found');
  assert.deepEqual(faults(used), []);
  assert.deepEqual(Object.keys(spared).filter((name) => !used.has(name)), [], 'spared for nothing');
});

function noteStyle(node, note) {
  const { properties, selectors, types, 'at-rules': rules } = known.css;
  if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') note(`css selector ${node.name}`, selectors[node.name]);
  if (node.type === 'Atrule') note(`css @${node.name}`, rules[node.name]);
  if (node.type === 'Feature') note(`css media ${node.name}`, rules.media[node.name]);
  if (node.type !== 'Declaration' || node.property.startsWith('--')) return;
  const property = properties[node.property];
  note(`css ${node.property}`, property);
  css.walk(node.value, (part) => {
    if (part.type === 'Identifier') note(`css ${node.property}: ${part.name}`, property?.[part.name]);
    if (part.type === 'Function') note(`css ${part.name}()`, types[part.name] ?? types['basic-shape']?.[part.name]);
    if (part.type === 'Dimension') note(`css unit ${part.unit}`, types.length[part.unit]);
  });
}

test('scripts keep to what the oldest browsers know', async () => {
  const used = new Map();
  const members = memberTable();
  const own = new Set(); // fields of our own objects, which may be called like a browser's
  const ours = files.filter((name) => name.endsWith('.js') && !path.basename(name).startsWith('bieu-do.')); // ECharts comes when asked for
  for (const file of ours) {
    const script = parseScript(await readFile(path.join(root, file), 'utf8'), { ecmaVersion: 2018 });
    walkScript(script, (node) => {
      if (node.type === 'MemberExpression' && !node.computed && node.object.property?.name !== 'dataset') used.set(`.${node.property.name}`, members.get(node.property.name) ?? []);
      if (node.type === 'NewExpression' && node.callee.type === 'Identifier') used.set(node.callee.name, classesCalled(node.callee.name));
      if (node.type === 'ObjectExpression') node.properties.forEach(({ key }) => own.add(`.${key?.name}`));
    });
  }
  own.forEach((name) => used.delete(name));
  assert.ok(ours.length > 3 && used.has('.querySelectorAll'), 'hardly a script was found');
  assert.deepEqual(faults(used), []);
});

/** Every member of an interface of the browser or of a built-in object, by its name. */
function memberTable() {
  const table = new Map();
  for (const owner of [...Object.values(known.api), ...Object.values(known.javascript.builtins)]) {
    for (const [name, entry] of Object.entries(owner)) {
      if (!entry?.__compat) continue;
      const member = name.replace(/_static$|_event$/, '');
      table.set(member, [...(table.get(member) ?? []), entry]);
    }
  }
  return table;
}

const classesCalled = (name) => [known.api[name], known.javascript.builtins[name]].filter(Boolean);
