import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newsOf } from '../../../tools/docs/news.ts';

describe('the news of a changelog', () => {
  it('are those of the newest version that has any, each entry on one line', () => {
    const changelog = `# Changelog

What changed.

## [Unreleased]

## [1.2.0] - 2026-11-27

### Added
- One thing
  that goes on here.
- Another.

### Fixed

### Security
- A hole.

## [1.1.0]

### Added
- Old.
`;
    expect(newsOf(changelog)).toEqual({
      version: '1.2.0',
      parts: [
        { heading: 'Added', entries: ['One thing that goes on here.', 'Another.'] },
        { heading: 'Security', entries: ['A hole.'] },
      ],
    });
  });

  it('are refused when there are none', () => {
    expect(() => newsOf('# Changelog\n\n## [Unreleased]\n')).toThrow('no news');
  });

  it('are found in the changelog of Keyturn, without a broken line', () => {
    const { parts } = newsOf(readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8'));
    const entries = parts.flatMap((part) => part.entries);
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter((entry) => !/[.]$/.test(entry) || entry.includes('\n'))).toEqual([]);
  });
});
