// Has the Nu Html Checker read every page and drawing of a built site.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './site.mjs';

const vnu = createRequire(import.meta.url)('vnu-jar');

test(`every page of ${root} is valid HTML`, () => {
  const run = spawnSync(
    'java',
    ['-Xss1m', '-jar', vnu, '--errors-only', '--skip-non-html', '--also-check-svg', '--format', 'json', root],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  assert.ifError(run.error);
  const { messages } = JSON.parse(run.stderr);
  const faults = messages.map((m) => `${path.relative(root, new URL(m.url).pathname)}:${m.lastLine}:${m.lastColumn}: ${m.message}`);
  assert.equal(messages.length, 0, `${messages.length} errors, such as\n${faults.slice(0, 20).join('\n')}`);
  assert.equal(run.status, 0);
});
