import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appId } from '../../../src/main/platform/app-id.ts';
import { keySourceOf } from '../../../src/main/platform/key-tags.ts';
import { sandboxStart } from '../../../src/main/start/sandbox.ts';

it.each([
  [false, false, 1000, 'enable'],
  [true, false, 1000, 'leave'],
  [true, false, 0, 'leave'],
  [false, false, 0, 'enable'],
  [false, true, 1000, 'enable'],
  [true, true, 1000, 'leave'],
  [true, true, 0, 'refuse'],
  [false, true, 0, 'refuse'],
  [false, true, undefined, 'enable'],
] as const)('with no-sandbox %s, packaged %s, as account %s: %s', (noSandbox, isPackaged, uid, expected) => {
  expect(sandboxStart({ noSandbox, isPackaged, uid })).toBe(expected);
});

it.each([
  ['linux', 'v11', 'system'],
  ['linux', 'v12', 'system'],
  ['linux', 'v10', 'constant'],
  ['linux', 'v13', 'unknown'],
  ['linux', 'v1', 'unknown'],
  ['linux', '', 'unknown'],
  ['linux', 'p:_', 'unknown'],
  ['darwin', 'v10', 'system'],
  ['win32', 'v10', 'system'],
  ['win32', 'any', 'system'],
  ['darwin', '', 'unknown'],
] as const)('on %s, bytes that begin with %j: the key is of %s', (platform, tag, source) => {
  expect(
    keySourceOf(platform, Buffer.from(`${tag}${tag === '' ? '' : 'bytes'}`).subarray(0, tag.length || 0)),
  ).toBe(source);
});

it('the id of the app is the one its installers use', () => {
  const builder = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');
  expect(/^appId: (\S+)$/m.exec(builder)?.[1]).toBe(appId);
});
