import { parseSync } from 'vite';

/** A text for people that is not in a catalog. */
export interface HardCoded {
  readonly line: number;
  readonly text: string;
}

/** The part of a syntax tree node that the finders use (ESTree). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Returns the name of a node; empty when it has none. */
export const nameOf = (name: unknown): string => (isNode(name) ? String(name.name ?? '') : '');

const letter = /\p{L}/u;

/** Returns whether a text without a known place is for people: a sentence, or a word that starts like one. */
export const reads = (text: string): boolean =>
  /\s/.test(text.trim()) || /^\p{Lu}\p{Ll}/u.test(text) || /…$/.test(text);

/**
 * Returns every text with a letter in `source` that `isForPeople` accepts, and every text between JSX tags. `isForPeople` gets the parent
 * nodes, outermost first. A template's text has a zero character for each value; the returned text has an ellipsis.
 */
export function textsIn(
  file: string,
  source: string,
  isForPeople: (node: Node, text: string, above: readonly Node[]) => boolean,
): HardCoded[] {
  const found: HardCoded[] = [];
  const look = (node: Node, above: readonly Node[]): void => {
    const text = textOf(node);
    if (text !== null && letter.test(text) && (node.type === 'JSXText' || isForPeople(node, text, above))) {
      found.push({
        line: source.slice(0, node.start).split('\n').length,
        text: text.replaceAll('\0', '…').trim().replaceAll(/\s+/g, ' '),
      });
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) look(one, [...above, node]);
    }
  };
  look(parseSync(file, source).program as unknown as Node, []);
  return found;
}

/** Returns the text of a literal, between tags, or between the values of a template. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('\0');
}
