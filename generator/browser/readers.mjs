// A browser as readers have it, for tests of what scripts add to pages.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './site.mjs';

/**
 * Starts a browser and a server for the tests of a file, and ends both.
 * @returns {{open: Function, origin: string}} open(address, options) gives a
 *   page on which nothing was refused so far; it is closed after the tests
 */
export function readers() {
  const reader = {};
  let server;
  let browser;
  before(async () => {
    server = await serve();
    browser = await launch();
    reader.origin = server.origin;
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  reader.open = async (address, { now, wait = 'load', ...options } = {}) => {
    const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', acceptDownloads: true, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    if (now) await page.clock.setFixedTime(new Date(now));
    page.faults = [];
    page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
    page.on('pageerror', (error) => page.faults.push(error.message));
    await page.goto(new URL(address, server.origin).href, { waitUntil: wait });
    return page;
  };
  return reader;
}

/** Wants that nothing was refused or failed on a page, and closes it. */
export async function end(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

/** What has the focus, in a word or two. */
export const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
