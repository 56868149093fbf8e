import {
  partsOf,
  profileAttributes,
  searchedProperties,
  searchOperators,
  userStatuses,
} from '../../shared/user-search.ts';

/** The suggestions at the caret of a search, and the part of the text that a suggestion replaces. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly string[];
}

const most = 8;

/** What comes next in a search, and the name of the attribute before it. */
function expectedAfter(parts: readonly { kind: string; text: string }[]): {
  readonly next: 'name' | 'operator' | 'value' | 'joint';
  readonly name: string;
} {
  let next: 'name' | 'operator' | 'value' | 'joint' = 'name';
  let name = '';
  for (const { kind, text } of parts) {
    if (kind === 'open') next = 'name';
    else if (kind === 'close') next = 'joint';
    else if (next === 'name') {
      name = text;
      next = 'operator';
    } else if (next === 'operator') next = text.toLowerCase() === 'pr' ? 'joint' : 'value';
    else next = next === 'value' ? 'joint' : 'name';
  }
  return { next, name };
}

/** Returns the suggestions at `caret` of a search. `seen` are attributes of the profile that the org uses. */
export function completionAt(search: string, caret: number, seen: readonly string[]): Completion {
  const parts = partsOf(search).filter(({ from }) => from < caret);
  const last = parts.at(-1);
  const isInWord = last !== undefined && last.to >= caret && (last.kind === 'word' || !last.whole);
  const typed = isInWord ? search.slice(last.from, caret) : '';
  const { next, name } = expectedAfter(isInWord ? parts.slice(0, -1) : parts);
  const choices = choicesOf(next, name, seen).filter((choice) => answers(choice, typed));
  return {
    from: isInWord ? last.from : caret,
    to: isInWord ? last.to : caret,
    choices: choices.length === 1 && choices[0] === typed ? [] : choices.slice(0, most),
  };
}

function choicesOf(next: string, name: string, seen: readonly string[]): string[] {
  switch (next) {
    case 'name': {
      const attributes = [...new Set([...profileAttributes.slice(0, 4), ...seen, ...profileAttributes])];
      return [...searchedProperties, ...attributes.map((attribute) => `profile.${attribute}`)];
    }
    case 'operator':
      return [...searchOperators];
    case 'value':
      return name === 'status' ? userStatuses.map((status) => `"${status}"`) : [];
    default:
      return ['and', 'or'];
  }
}

/** The name of an attribute without `profile.` also finds the attribute. */
function answers(choice: string, typed: string): boolean {
  const [is, wanted] = [choice.toLowerCase(), typed.toLowerCase()];
  return is.startsWith(wanted) || is.replace(/^profile\./, '').startsWith(wanted);
}
