/** One part of a version's news: "Added" and its entries. A version without a part of its own has an empty heading. */
export interface NewsPart {
  readonly heading: string;
  readonly entries: readonly string[];
}

/** What is new in a version. */
export interface News {
  /** The version as the changelog has it, or "Unreleased". */
  readonly version: string;
  readonly parts: readonly NewsPart[];
}

/** Returns the news of the newest version that has any, of a changelog in the form of Keep a Changelog. Throws where it has none. */
export function newsOf(changelog: string): News {
  for (const section of changelog.split(/^## /m).slice(1)) {
    const version = /^\[?([^\]\s]+)\]?/.exec(section)?.[1] ?? '';
    const parts = section
      .split(/^### /m)
      .slice(1)
      .map((part) => {
        const [heading = '', ...lines] = part.split('\n');
        return { heading: heading.trim(), entries: entriesOf(lines) };
      })
      .filter(({ entries }) => entries.length > 0);
    if (parts.length > 0) return { version, parts };
  }
  throw new Error('The changelog has no news.');
}

/** Returns the entries of a list. A line that does not begin with "- " goes on with the entry before it. */
function entriesOf(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (line.startsWith('- ')) entries.push(line.slice(2).trim());
    else if (line.trim() !== '' && entries.length > 0) entries.push(`${entries.pop()} ${line.trim()}`);
  }
  return entries;
}
