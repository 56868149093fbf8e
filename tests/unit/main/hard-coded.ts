import { type HardCoded, type Node, nameOf, reads, textsIn } from '../../support/texts-in.ts';

/** Fields and parameters of our own types that hold a text for people, whatever the text looks like. */
const peoplesFields = new Set([
  ...['sentence', 'remedy', 'word', 'title', 'label', 'detail', 'message', 'note', 'notes', 'todo'],
  ...['question', 'heading', 'body', 'summary', 'description', 'tooltip', 'buttons', 'placeholder'],
]);

/** Errors of the platform and of the vault that a developer reads, in a log or in a test. */
const bugErrors = new Set([
  ...['Error', 'TypeError', 'RangeError', 'DOMException', 'CellUnreadable', 'KeyringRefused'],
]);

/** Functions that take SQL, a log's note, an event's name, a pattern or another code. */
const takesCode = new Set([
  ...['prepare', 'exec', 'run', 'migrate', 'note', 'unreachable', 'get', 'has', 'includes', 'startsWith'],
  ...['endsWith', 'split', 'join', 'on', 'once', 'addEventListener', 'removeEventListener', 'RegExp'],
  ...['replace', 'replaceAll', 'indexOf', 'setHeader'],
  // The contract's tables: docs/bridge.md shows why a method is there, the window does not.
  'method',
]);

/**
 * A statement or a part of one. The vault's SQL is written in lower case or in upper case. A sentence may begin with "Create" or "Update", so the
 * next word counts too.
 */
const sql =
  /^\s*(select\b[\s\S]*\bfrom\b|select \w+\(|insert (or \w+ )?into\b|update \S+ set\b|delete from\b|alter table\b|pragma \w+|(create|drop) (unique |temp )?(table|index|trigger|view)\b|(begin( immediate)?|commit|rollback|vacuum)$|rollback to )|\0 (WHERE|ORDER BY) /i;
/** Two parts that HTTP or a program reads: `Basic …`, `text/html; charset=utf-8`. */
const header = /^(Basic|Bearer|SSWS|DPoP) \0?$|^[\w-]+\/[\w+-]+; ?charset=/;

/** Text without a letter outside of tags and style sheets is code of HTML. */
const isMarkup = (text: string): boolean =>
  /^\s*<[!a-z]/.test(text) &&
  !/\p{L}/u.test(text.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, ''));

/** Returns every text of `source` (a .ts file of main or shared) that belongs into a words.ts. */
export const hardCoded = (file: string, source: string): HardCoded[] => textsIn(file, source, isForPeople);

function isForPeople(node: Node, text: string, above: readonly Node[]): boolean {
  const parent = above.at(-1);
  if (parent === undefined || isCode(node, parent, above)) return false;
  if (sql.test(text) || header.test(text) || isMarkup(text)) return false;
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
    // A note in the record of activity is for people; one in the log is not.
    if (name === 'note' && !isLog(callee)) return false;
    return takesCode.has(name) && outer === parent;
  });
}

/** Tells whether a call is of the log: `log.note`, `this.#log.note`, `needs.log.note`. */
const isLog = (callee: Node): boolean => {
  if (callee.type !== 'MemberExpression') return false;
  const owner = callee.object as Node;
  return nameOf(owner.type === 'MemberExpression' ? owner.property : owner) === 'log';
};

const isPeoplesField = (node: Node, parent: Node): boolean =>
  (parent.type === 'Property' && parent.value === node && peoplesFields.has(nameOf(parent.key))) ||
  (parent.type === 'VariableDeclarator' && parent.init === node && peoplesFields.has(nameOf(parent.id)));
