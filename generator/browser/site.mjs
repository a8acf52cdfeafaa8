// A built site, as its tests see it: which pages there are, of which kind, and
// a server for them. Nothing here knows our data, so any built site will do.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

/** The folder under test: SITE, or public/ of this repository. */
export const root = path.resolve(process.env.SITE ?? path.join(import.meta.dirname, '../../public'));

/**
 * The kinds of pages that a site must have, each with the shape of its address.
 */
const kinds = {
  home: /^\/$/,
  programme: /^\/chuong-trinh\/$/,
  clause: /^\/chuong-trinh\/[^/]+\/$/,
  tasks: /^\/nhiem-vu\/$/,
  task: /^\/nhiem-vu\/[^/]+\/$/,
  body: /^\/co-quan\/[^/]+\/$/,
  indicator: /^\/chi-tieu\/[^/]+\/$/,
  table: /^\/thong-ke\/[^/]+\/$/,
  forecast: /^\/du-bao\/$/,
  register: /^\/so-theo-doi\/[^/]+\/$/,
  news: /^\/tin-tuc\/$/,
  data: /^\/du-lieu\/$/,
  method: /^\/phuong-phap\/$/,
  search: /^\/tim-kiem\/$/,
  about: /^\/gioi-thieu\/$/,
  embed: /^\/nhung\//,
  style: /^\/phong-cach\/$/,
  missing: /^\/404\.html$/,
};

/**
 * Lists every HTML page below a folder.
 * @returns {Promise<{address: string, file: string, size: number}[]>} in order of address; size in bytes
 */
export async function pages(folder = root) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = [];
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = '/' + path.relative(folder, file).split(path.sep).join('/').replace(/(^|\/)index\.html$/, '$1');
    found.push({ address, file, size: (await stat(file)).size });
  }
  return found.sort((a, b) => (a.address < b.address ? -1 : 1));
}

/**
 * Picks the pages to look at: of each kind the largest, which has the most
 * that can go wrong, and where two are wanted the first.
 * @returns {{kind: string, address: string}[]} a kind without a page has the address undefined
 */
export function samples(all, wanted = 2) {
  return Object.entries(kinds).flatMap(([kind, shape]) => {
    const ofKind = all.filter((page) => shape.test(page.address));
    if (ofKind.length === 0) return [{ kind, address: undefined }];
    const largest = ofKind.reduce((a, b) => (b.size > a.size ? b : a));
    return [...new Set([largest.address, ofKind[0].address])].slice(0, wanted).map((address) => ({ kind, address }));
  });
}

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** What a strict host would send: whatever is inline or from elsewhere is blocked and logged. */
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
].join('; ');

/** Pages for frames are what others may show; nothing else is. */
const policyFor = (pathname) => `${policy}; frame-ancestors ${/^(\/[a-z]{2,3})?\/nhung\//.test(pathname) ? '*' : "'none'"}`;

const isText = (type) => /^text|json|xml/.test(type);

/**
 * Serves a folder on a free port of this machine, below a path if it is to be
 * no site's root. Where what is sent is weighed, text is compressed as a host
 * does it.
 */
export async function serve(folder = root, { compressed = false, under = '' } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname: asked } = new URL(request.url, 'http://localhost');
    const pathname = asked.startsWith(`${under}/`) ? asked.slice(under.length) : '/not/ours';
    const found = await find(folder, pathname);
    const type = types[path.extname(found.file)] ?? 'application/octet-stream';
    const gzip = compressed && isText(type);
    response.writeHead(found.status, {
      'content-type': type,
      'content-security-policy': policyFor(pathname),
      ...(gzip && { 'content-encoding': 'gzip' }),
    });
    pipeline([createReadStream(found.file), ...(gzip ? [createGzip()] : []), response], () => {});
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}${under}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

async function find(folder, pathname) {
  const wanted = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  for (const file of [wanted, path.join(wanted, 'index.html')]) {
    const info = await stat(file).catch(() => undefined);
    if (info?.isFile()) return { file, status: 200 };
  }
  return { file: path.join(folder, '404.html'), status: 404 };
}
