import type { UserQuestion } from '../../../shared/contract/tasks.ts';
import { plainSearch } from '../../../shared/plain-search.ts';
import { partsOf, type SearchPart } from '../../../shared/user-search.ts';
import { Failed } from '../../base/failure.ts';
import type { Attribute } from './profile-schema.ts';
import { words } from './words.ts';

/** How Okta's expression language says each operator of a search (Okta, Expressions in group rules). */
const operators: Readonly<Record<string, (name: string, value: string) => string>> = {
  eq: (name, value) => `user.${name}==${value}`,
  sw: (name, value) => `String.startsWith(user.${name}, ${value})`,
  co: (name, value) => `String.stringContains(user.${name}, ${value})`,
};
const joints: Readonly<Record<string, string>> = { and: 'AND', or: 'OR' };

/**
 * Returns a search that Okta understands as an expression of a group rule. "User attributes used in expressions can only refer to available
 * Okta user attributes" (Okta, group rules), so a rule cannot have a status or a time. Throws Failed `bad-request`, which names the part
 * that no rule can have.
 */
export function ruleExpression(
  { search, notSignedInForDays }: UserQuestion,
  attributes: readonly Attribute[],
): string {
  const refuse = (sentence: string) => new Failed('bad-request', sentence, words.rule.changeSearch);
  if (notSignedInForDays !== null) throw refuse(words.rule.noSignIn);
  const parts = partsOf(plainSearch(search));
  if (parts.length === 0) throw refuse(words.rule.noSearch);
  const said: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as SearchPart;
    const joint = part.kind === 'word' ? joints[part.text.toLowerCase()] : undefined;
    if (part.kind === 'open' || part.kind === 'close') said.push(part.text);
    else if (joint !== undefined) said.push(joint);
    else {
      said.push(clauseOf(parts.slice(at, at + 3), attributes, refuse));
      at += 2;
    }
  }
  // A bracket of the search stands without blanks. One in a value stays as it is.
  return said.reduce((all, part) => (all.endsWith('(') || part === ')' ? `${all}${part}` : `${all} ${part}`));
}

function clauseOf(
  [part, operator, value]: readonly SearchPart[],
  attributes: readonly Attribute[],
  refuse: (sentence: string) => Failed,
): string {
  const property = part?.text ?? '';
  const name = /^profile\.(\w+)$/.exec(property)?.[1];
  const attribute = attributes.find((one) => one.name === name);
  if (name === undefined || attribute === undefined) throw refuse(words.rule.noProperty(property));
  if (attribute.type !== 'string') throw refuse(words.rule.noText(property));
  const write = operators[operator?.text.toLowerCase() ?? ''];
  if (write === undefined) throw refuse(words.rule.noOperator(operator?.text ?? ''));
  // The two languages write a quote inside of quotes differently.
  const text = value?.kind === 'text' ? value.text : '';
  if (!/^"[^"\\]*"$/.test(text)) throw refuse(words.rule.noValue(value?.text ?? ''));
  return write(name, text);
}
