import { parseSync } from 'vite';

/** A text for people that does not stand in a catalog. */
export interface HardCoded {
  readonly line: number;
  readonly text: string;
}

/** A node of the syntax tree, as far as the finders look at it (ESTree). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Returns the name that a node is; empty when it is none. */
export const nameOf = (name: unknown): string => (isNode(name) ? String(name.name ?? '') : '');

const letter = /\p{L}/u;

/** Tells whether a text without a place of its own is for people: a sentence, or a word that begins as one does. */
export const reads = (text: string): boolean =>
  /\s/.test(text.trim()) || /^\p{Lu}\p{Ll}/u.test(text) || /…$/.test(text);

/**
 * Returns every text with a letter in `source` that `isForPeople` says yes to, and what stands between JSX tags. `isForPeople` is given the
 * nodes above, the outermost first; in a template's text a zero character stands for each value, and an ellipsis in what comes back.
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

/** Returns the text of a literal or between tags, or what stands between the values of a template. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('\0');
}
