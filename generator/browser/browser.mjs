// The browser that tests look through, and what they note in it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Without them the browser calls its maker at every start, or doesn't start as root. */
export const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

export const launch = () => chromium.launch({ executablePath: executable, args: quiet });

export const isScript = (url) => url.pathname.endsWith('.js');

/** Notes what a page asks from elsewhere and what its console complains of. */
export function listen(page, origin) {
  const faults = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(`asks ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    const wanted = message.location().url;
    if (message.type() === 'error' && !(wanted && isScript(new URL(wanted)) && message.text().includes('ERR_FAILED'))) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return faults;
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false, // reads style sheets again, for rules that are not among these
};

/** What axe finds, with the first element of each rule. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((options) => window.axe.run(document, options), axeOptions);
  return result.violations.map((v) => `axe ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 200)}`);
}
