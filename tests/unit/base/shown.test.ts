import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../../src/main/base/shown.ts';
import { commandText } from '../../../src/main/features/programs/caller.ts';
import { startedFrom, startsItsChildren } from '../../../src/main/features/programs/kin.ts';

describe('another program in a dialog', () => {
  it.each([
    ['curl', 'curl'],
    ['Überwachung 日本', 'Überwachung 日本'],
    ['a\nb', 'a\\u{a}b'],
    ['a\r\nb', 'a\\u{d}\\u{a}b'],
    ['a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['\u202egpj.exe', '\\u{202e}gpj.exe'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['a\u200bb\u00adc', 'a\\u{200b}b\\u{ad}c'],
    ['a\u00a0b\u3000c', 'a\\u{a0}b\\u{3000}c'],
    ['\u001b[2J', '\\u{1b}[2J'],
    ['a\u3164b\u2800c', 'a\\u{3164}b\\u{2800}c'],
    ['x\u{e0041}y', 'x\\u{e0041}y'],
    ['a\ud800b', 'a\\u{d800}b'],
    ['e\u0301\u0302\u0303\u0304\u0305', 'e\u0301\u0302…'],
    [`curl${' '.repeat(400)}--evil`, 'curl (400 spaces) --evil'],
  ])('%j', (text, shown) => {
    expect(shownText(text, 500)).toBe(shown);
  });

  it('ends', () => {
    expect(shownText('x'.repeat(1e7), 10)).toBe('xxxxxxxxx…');
    expect(commandText(Array(1e5).fill('x'.repeat(1e4))).length).toBe(500);
    expect(commandText(['a\nb', '\u202e'])).toBe('"a\\nb" "\\u{202e}"');
  });

  it('whatever a program calls itself, one line of characters that can be seen', () => {
    const odd = fc.constantFrom(
      '\n',
      '\u202e',
      '\u2067',
      '\u200f',
      '\u061c',
      '\ufeff',
      '\u0000',
      '\u0300',
      'e\u0300\u0301\u0302',
      '   ',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))),
        fc.integer({ min: 8, max: 60 }),
        (all, most) => {
          const shown = shownText(all.join(''), most);
          expect(shown.length).toBeLessThanOrEqual(most);
          expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|\p{M}{3}| {3}/u);
        },
      ),
    );
  });
});

describe('parents', () => {
  it.each([
    [['bash', 'gnome-terminal-server', 'systemd', 'systemd'], 'gnome-terminal-server'],
    [['node', 'bash', 'code', 'code', 'gnome-shell', 'systemd'], 'code'],
    [['bash', 'tmux', 'systemd'], 'tmux'],
    [['zsh', 'sshd', 'sshd', 'systemd'], 'sshd'],
    [['bash', 'cron', 'systemd'], 'cron'],
    [['zsh', 'login', 'Terminal', 'launchd'], 'Terminal'],
    [['bash'], 'bash'],
    [['systemd'], ''],
    [[], ''],
  ])('%j: from %s', (parents, from) => {
    expect(startedFrom(parents)).toBe(from);
  });

  it.each([
    ['/usr/bin/bash', true],
    ['/bin/dash', true],
    ['/usr/local/bin/node', true],
    ['/usr/bin/bash5.2', true],
    ['/usr/bin/make', true],
    ['/usr/lib/systemd/systemd', false],
    ['/usr/bin/perl', false],
    ['/usr/bin/python3.12', false],
    ['/usr/bin/tini', false],
    ['/usr/bin/containerd-shim-runc-v2', false],
    ['/usr/bin/mybash', false],
    ['', false],
  ])('%s has started its children: %s', (path, has) => {
    expect(startsItsChildren(path)).toBe(has);
  });
});
