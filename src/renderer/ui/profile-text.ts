import { cut } from '../../shared/clip.ts';
import type { Consumer } from '../../shared/contract/tokens.ts';

/** The contract's bounds (shared/contract/tokens.ts). */
export const most = { tags: 20, tag: 40, consumers: 50, name: 120, where: 200 } as const;

const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Returns whether a name has a character that a person can see. Without one it would be an empty place in a list. */
export const isSeen = (name: string): boolean => name.replace(unseen, '').trim() !== '';

/** Returns the tags of a text: separated by commas of any script, each once whatever its case. */
export function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,，、\n]/)
    .map((tag) => tag.normalize('NFC').trim())
    .filter(isSeen);
  const first = new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return tags.filter((tag) => first.get(tag.toLowerCase()) === tag && first.delete(tag.toLowerCase()));
}

/** Returns a consumer as a line of text. */
export const consumerLine = ({ name, where }: Consumer): string =>
  where === '' ? name : `${name}: ${where}`;

/** Returns the lines of a text, without the marks of a pasted list. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/^\s*[*•‣▪–-]\s+/, '').trim())
    .filter(isSeen);

/**
 * Splits a line at a colon with a blank behind it, or else at the first colon that is not part of an address, a drive or a port.
 */
function partsOf(line: string): Pick<Consumer, 'name' | 'where'> {
  const [, name = line, where = ''] =
    /^(.+?):(?:\s+(.*))?$/.exec(line) ?? /^([^:]+):(?![\\/\d])(.*)$/.exec(line) ?? [];
  return { name: name.trim(), where: where.trim() };
}

/**
 * Returns the consumers of a text, one for each line. A line that did not change stays the consumer it was. A line with another place keeps
 * the note and the hand-over of the one consumer that had its name.
 */
export function consumersIn(text: string, before: readonly Consumer[]): Consumer[] {
  const lines = linesOf(text);
  const left = [...before];
  const take = (fits: (one: Consumer) => boolean): Consumer | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const same = lines.map((line) => take((one) => consumerLine(one).trim() === line));
  return lines.map((line, n) => {
    const parts = partsOf(line);
    const known = left.filter(({ name }) => name === parts.name);
    return same[n] ?? (known.length === 1 ? { ...take((one) => one === known[0]), ...parts } : parts);
  });
}

/** Returns which bound a person's text goes over, or null. */
export function overBound(tags: readonly string[], consumers: readonly Consumer[]): keyof typeof most | null {
  if (tags.length > most.tags) return 'tags';
  if (tags.some((tag) => tag.length > most.tag)) return 'tag';
  if (consumers.length > most.consumers) return 'consumers';
  if (consumers.some(({ name }) => name.length > most.name)) return 'name';
  return consumers.some(({ where }) => where.length > most.where) ? 'where' : null;
}

/** Returns tags within the bounds. */
export const boundTags = (tags: readonly string[]): string[] =>
  tags.slice(0, most.tags).map((tag) => cut(tag, most.tag));

/** Returns consumers within the bounds. */
export const boundConsumers = (consumers: readonly Consumer[]): Consumer[] =>
  consumers
    .slice(0, most.consumers)
    .map((one) => ({ ...one, name: cut(one.name, most.name), where: cut(one.where, most.where) }));
