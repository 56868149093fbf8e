import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionAt } from '../../../src/renderer/tasks/completion.ts';
import { partsOf, quotedValue, searchTrouble } from '../../../src/shared/user-search.ts';

/** Returns the completions at the place of the bar in `text`. */
const at = (text: string, seen: readonly string[] = []) =>
  completionAt(text.replace('|', ''), text.indexOf('|'), seen).choices;

describe('the suggestions at the caret of a search', () => {
  it.each([
    ['|', 'status'],
    ['sta|', 'status'],
    ['depart|', 'profile.department'],
    ['profile.lo|', 'profile.login'],
    ['profile.login |', 'co'],
    ['status e|', 'eq'],
    ['status eq |', '"ACTIVE"'],
    ['status eq "SUS|', '"SUSPENDED"'],
    ['status eq "ACTIVE" |', 'and'],
    ['(status eq "ACTIVE" o|', 'or'],
    ['(status eq "ACTIVE") a|', 'and'],
    ['profile.city pr |', 'or'],
    ['status eq "ACTIVE" and pro|', 'profile.login'],
  ])('%s: %s', (text, choice) => {
    expect(at(text)).toContain(choice);
  });

  it('an attribute of the org’s own, once it was seen', () => {
    expect(at('shoe|')).toEqual([]);
    expect(at('shoe|', ['shoeSize'])).toEqual(['profile.shoeSize']);
  });

  it('replaces the whole word, even with the caret in it', () => {
    expect(completionAt('stat eq "ACTIVE"', 3, [])).toMatchObject({ from: 0, to: 4 });
  });

  it('is nothing inside a value of any text', () => {
    expect(at('profile.city eq |')).toEqual([]);
  });
});

describe('the grammar of a search', () => {
  const name = fc.constantFrom('status', 'created', 'profile.login', 'profile.shoeSize');
  const clause = fc.oneof(
    name.map((is) => `${is} pr`),
    fc
      .tuple(name, fc.constantFrom('eq', 'SW', 'lt'), fc.string())
      .map(([is, operator, value]) => `${is} ${operator} ${quotedValue(value)}`),
  );
  const search = fc.letrec<{ all: string; one: string }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 3 },
      clause,
      tie('all').map((inner) => `(${inner})`),
    ),
    all: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((all) => all.join(' and ')),
  })).all;

  it('accepts everything that it makes, with any text as a value', () => {
    fc.assert(fc.property(search, (text) => searchTrouble(text) === null));
  });

  it('reports one trouble of any other text, and completes it without an error', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (text, caret) => {
        searchTrouble(text);
        completionAt(text, Math.min(caret, text.length), []);
        for (const { from, to, text: part } of partsOf(text)) expect(text.slice(from, to)).toBe(part);
      }),
    );
  });
});
