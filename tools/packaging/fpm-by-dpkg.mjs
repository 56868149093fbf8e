#!/usr/bin/env node
// Replaces fpm in `npm run pack:check`: makes a .deb with dpkg-deb from electron-builder's arguments. The package contains only what these
// arguments hold, so a missing field is missing here too.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const takesNothing = new Set(['--force', '--debug']);
/** @type {Map<string, string[]>} */
const given = new Map();
/** @type {[from: string, to: string][]} */
const files = [];
const words = process.argv.slice(2);
while (words.length > 0) {
  const word = words.shift() ?? '';
  if (takesNothing.has(word)) continue;
  if (word.startsWith('-')) {
    given.set(word, [...(given.get(word) ?? []), words.shift() ?? '']);
  } else {
    const at = word.lastIndexOf('=');
    files.push([word.slice(0, at), word.slice(at + 1)]);
  }
}
const one = (/** @type {string} */ name) => given.get(name)?.[0] ?? '';

const tree = mkdtempSync(join(tmpdir(), 'keyturn-deb-'));
for (const [from, to] of files) {
  mkdirSync(join(tree, dirname(to)), { recursive: true });
  cpSync(from, join(tree, to), { recursive: true, verbatimSymlinks: true });
}
/** @param {string} folder @returns {number} */
const bytesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : lstatSync(path).size);
  }, 0);
const [synopsis = '', ...description] = one('--description').trim().split('\n');
const control = join(tree, 'DEBIAN');
const size = Math.ceil(bytesIn(tree) / 1024);
mkdirSync(control);
writeFileSync(
  join(control, 'control'),
  [
    `Package: ${one('--name')}`,
    `Version: ${one('--version')}`,
    `License: ${one('--license')}`,
    `Vendor: ${one('--vendor')}`,
    `Architecture: ${one('--architecture')}`,
    `Maintainer: ${one('--maintainer')}`,
    `Installed-Size: ${size}`,
    `Depends: ${(given.get('-d') ?? []).join(', ')}`,
    `Recommends: ${(given.get('--deb-recommends') ?? []).join(', ')}`,
    `Section: ${one('--category') || 'default'}`,
    `Priority: ${one('--deb-priority')}`,
    `Homepage: ${one('--url')}`,
    `Description: ${synopsis}`,
    ...description.map((line) => ` ${line.trim() === '' ? '.' : line.trim()}`),
    '',
  ].join('\n'),
);
for (const [name, file] of [
  ['postinst', one('--after-install')],
  ['postrm', one('--after-remove')],
]) {
  writeFileSync(join(control, name), readFileSync(file));
  chmodSync(join(control, name), 0o755);
}
chmodSync(tree, 0o755);
const made = spawnSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', tree, one('--package')], {
  stdio: 'inherit',
});
process.exit(made.status ?? 1);
