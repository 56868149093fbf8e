import { parseSync } from 'vite';

/** A text for people that does not stand in a words.ts. Offsets count from the start of the file. */
export interface HardCoded {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Fields and parameters of our own types that hold a text for people, whatever the text looks like. */
const peoplesFields = new Set([
  ...['sentence', 'remedy', 'word', 'title', 'label', 'detail', 'message', 'note', 'notes', 'todo'],
  ...['question', 'heading', 'body', 'summary', 'description', 'tooltip', 'buttons', 'placeholder'],
]);

/** Errors of the platform: a developer reads them, in a log or in a test. */
const bugErrors = new Set(['Error', 'TypeError', 'RangeError', 'DOMException']);

/** Functions that take SQL, a log's note, an event's name, a pattern or another code. */
const takesCode = new Set([
  ...['prepare', 'exec', 'run', 'migrate', 'note', 'unreachable', 'get', 'has', 'includes', 'startsWith'],
  ...['endsWith', 'split', 'join', 'on', 'once', 'addEventListener', 'removeEventListener', 'RegExp'],
  ...['replace', 'replaceAll', 'indexOf', 'setHeader'],
]);

const letter = /\p{L}/u;
/** A statement or a part of one; the vault's SQL is written in lower case or in upper case. */
const sql =
  /^\s*(select|insert|update|delete|create|alter|drop|pragma|begin|commit|rollback|vacuum)\b|\0 (WHERE|ORDER BY) /i;
/** Two parts that HTTP or a program reads: `Basic …`, `text/html; charset=utf-8`. */
const header = /^(Basic|Bearer|SSWS|DPoP) \0?$|^[\w-]+\/[\w+-]+; ?charset=/;

/** Whether a text without a place of its own is for people: a sentence, or a word that begins as one does. */
const reads = (text: string): boolean =>
  /\s/.test(text.trim()) || /^\p{Lu}\p{Ll}/u.test(text) || /…$/.test(text);

/** Returns every text of `source` (a .ts file of main or shared) that belongs into a words.ts. */
export function hardCoded(file: string, source: string): HardCoded[] {
  const found: HardCoded[] = [];
  const look = (node: Node, above: readonly Node[]): void => {
    const text = textOf(node);
    if (text !== null && letter.test(text) && isForPeople(node, text, above)) {
      found.push({
        line: source.slice(0, node.start).split('\n').length,
        text: text.replaceAll('\0', '…').trim().replaceAll(/\s+/g, ' '),
        start: node.start,
        end: node.end,
      });
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) look(one, [...above, node]);
    }
  };
  look(parseSync(file, source).program as unknown as Node, []);
  return found;
}

/** Returns the text of a literal, or what stands between the values of a template, which a zero character marks. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('\0');
}

function isForPeople(node: Node, text: string, above: readonly Node[]): boolean {
  const parent = above.at(-1);
  if (parent === undefined || isCode(node, parent, above)) return false;
  if (sql.test(text) || header.test(text)) return false;
  return reads(text) || isPeoplesField(node, parent);
}

/** Where the language itself says that nobody is shown a text: imports, types, keys, comparisons, and calls that take a code. */
function isCode(node: Node, parent: Node, above: readonly Node[]): boolean {
  if (/^(Import|Export|TS)/.test(parent.type)) return true;
  if (parent.type === 'Property' && parent.key === node) return true;
  if (parent.type === 'MemberExpression') return parent.property === node;
  if (parent.type === 'SwitchCase') return true;
  if (parent.type === 'TaggedTemplateExpression') return true;
  if (parent.type === 'BinaryExpression') return parent.operator !== '+';
  // The name of an error's class.
  if (parent.type === 'PropertyDefinition' && nameOf(parent.key) === 'name') return true;
  if (parent.type === 'AssignmentExpression' && nameOf((parent.left as Node).property) === 'name')
    return true;
  return above.some((outer, n) => {
    const callee =
      outer.type === 'NewExpression' || outer.type === 'CallExpression' ? (outer.callee as Node) : null;
    if (callee === null || (above[n + 1] ?? node) === callee) return false;
    if (outer.type === 'NewExpression') return bugErrors.has(nameOf(callee)) || takesCode.has(nameOf(callee));
    const name = callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);
    return takesCode.has(name) && outer === parent;
  });
}

const nameOf = (name: unknown): string => (isNode(name) ? String(name.name ?? '') : '');

const isPeoplesField = (node: Node, parent: Node): boolean =>
  (parent.type === 'Property' && parent.value === node && peoplesFields.has(nameOf(parent.key))) ||
  (parent.type === 'VariableDeclarator' && parent.init === node && peoplesFields.has(nameOf(parent.id)));
