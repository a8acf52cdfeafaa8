// Makes the small pictures of generator/docs from a built site: every kind of
// page in its languages, schemes and widths, each kind one sheet, and the
// picture of the home page.
//
//   SITE=public node pictures.mjs DIR
//
// Needs ImageMagick's montage and convert. Pictures are taken without scripts.
import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pages, samples, serve } from './site.mjs';

const languages = ['', '/en'];
const schemes = ['light', 'dark'];
const widths = [360, 768, 1440];

/** How high a page is shown, in its widths; what is below is left out. */
const proportion = 2;

/** The width of one picture on a sheet, in pixels. */
const small = 150;

const out = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../docs/pictures'));
const work = await mkdtemp(path.join(tmpdir(), 'pictures-'));
const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-sync', '--no-first-run'],
});

try {
  await mkdir(out, { recursive: true });
  const all = await pages();
  const known = new Set(all.map((page) => page.address));
  for (const [kind, address] of kinds(all)) await sheet(kind, address, known);
  await home();
} finally {
  await browser.close();
  server.close();
  await rm(work, { recursive: true });
}

/** One page of each kind in the first language: of each the one with most on it. */
function kinds(all) {
  const shown = new Map();
  for (const { kind, address } of samples(all)) if (address) shown.set(kind, address);
  return shown;
}

/** A sheet of one kind: a row for each language and scheme, a column for each width. */
async function sheet(kind, address, known) {
  const files = [];
  for (const language of languages) {
    const translated = language + address;
    if (!known.has(translated)) continue;
    for (const scheme of schemes) {
      for (const width of widths) files.push(await picture(translated, scheme, width));
    }
  }
  execFileSync('montage', [...files, '-tile', `${widths.length * schemes.length}x`, '-geometry', '+4+4', '-gravity', 'north', '-background', '#999', '-quality', '40', '-define', 'webp:method=6', path.join(out, `${kind}.webp`)]);
}

async function picture(address, scheme, width) {
  const file = path.join(work, `${[address, scheme, width].join('-').replaceAll(/[^\w-]+/g, '_')}.png`);
  await shoot(address, scheme, width, Math.round(width * proportion), file);
  execFileSync('convert', [file, '-resize', `${small}x`, file]);
  return file;
}

async function shoot(address, colorScheme, width, height, file) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(server.origin + address, { waitUntil: 'load' });
    await page.screenshot({ path: file });
  } finally {
    await context.close();
  }
}

/** The picture of the result for who reads the README. */
async function home() {
  const file = path.join(out, '..', 'home.png');
  await shoot('/', 'light', 1280, 1400, file);
  execFileSync('convert', [file, '-resize', '960x', '-colors', '48', '-strip', file]);
}
