import { type HardCoded, type Node, nameOf, reads, textsIn } from '../../support/texts-in.ts';

/** Attributes whose text is for the machine. Every other attribute is for people, so that a new prop of our own is checked by itself. */
const machineAttributes = new Set([
  ...[
    'className',
    'id',
    'key',
    'htmlFor',
    'role',
    'scope',
    'type',
    'style',
    'viewBox',
    'preserveAspectRatio',
    'lang',
  ],
  ...[
    'aria-hidden',
    'aria-live',
    'aria-busy',
    'aria-current',
    'aria-expanded',
    'aria-invalid',
    'aria-disabled',
    'aria-autocomplete',
  ],
  ...['autoFocus', 'describedBy'],
  ...['aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-activedescendant', 'aria-keyshortcuts'],
  ...['autoComplete', 'inputMode', 'pattern', 'dateTime', 'defaultValue', 'data-testid', 'data-autofocus'],
  // Props of components, each a closed union of the contract or of the component.
  ...[
    'kind',
    'tone',
    'change',
    'state',
    'busy',
    'without',
    'selectionMode',
    'selectionBehavior',
    'health',
    'environment',
    'shape',
  ],
  // Written as aria-keyshortcuts writes keys.
  'shortcut',
]);

/** In a form, `name` and `value` are what is sent. */
const formElements = new Set([
  'input',
  'select',
  'textarea',
  'option',
  'DateField',
  'Field',
  'TextArea',
  'Choice',
  'SecretField',
]);

/** Values of `KeyboardEvent.key`, names of the systems, HTTP's methods and Okta's own codes: they are compared or sent, not read. */
const codes = new Set([
  ...['Escape', 'Enter', 'Tab', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Mac', 'Etc/UTC', 'UTC'],
  ...['GET', 'HEAD', 'ANYWHERE', 'ZONE', 'ALL_ZONES', 'ACTIVE', 'CUSTOM', 'GROUP', 'OKTA_API_TOKEN'],
]);

/** Functions of the platform that take a selector, an event's name, a query or a language, never words. */
const takesCode = new Set([
  ...[
    'querySelector',
    'querySelectorAll',
    'closest',
    'matches',
    'matchMedia',
    'getPropertyValue',
    'getElementById',
  ],
  ...[
    'addEventListener',
    'removeEventListener',
    'get',
    'has',
    'includes',
    'startsWith',
    'namedItem',
    'split',
    'join',
  ],
]);

/** Returns every text of `source` (a .ts or .tsx file of the window) that belongs into its feature's words.ts. */
export const hardCoded = (file: string, source: string): HardCoded[] => textsIn(file, source, isForPeople);

function isForPeople(node: Node, text: string, above: readonly Node[]): boolean {
  const parent = above.at(-1);
  // A text of one letter is a key of the keyboard.
  if (parent === undefined || text.length === 1 || codes.has(text) || isCode(node, parent)) return false;
  const place = placeOf(node, above);
  if (place === 'child') return true;
  if (place !== null) return isPeoplesAttribute(place.element, place.name) && (place.shown || reads(text));
  return reads(text);
}

/** Where the language itself says that a text is not shown: imports, types, keys, comparisons, and calls that take a code. */
function isCode(node: Node, parent: Node): boolean {
  if (/^(Import|Export|TS)/.test(parent.type)) return true;
  // A key, and the canvas's `font`, which is CSS.
  if (parent.type === 'Property' && (parent.key === node || nameOf(parent.key) === 'font')) return true;
  if (parent.type === 'MemberExpression' || parent.type === 'SwitchCase') return true;
  if (parent.type === 'BinaryExpression') return parent.operator !== '+';
  if (parent.type !== 'CallExpression') return false;
  const callee = parent.callee as Node;
  const name = callee.type === 'MemberExpression' ? (callee.property as Node).name : callee.name;
  return takesCode.has(String(name));
}

interface Attribute {
  readonly element: string;
  readonly name: string;
  /** The text is the attribute's value, or one of the values it may have. */
  readonly shown: boolean;
}

/** Whether a text is what an element shows (`child`), belongs to an attribute, or neither (null): climbs through what only chooses or joins. */
function placeOf(node: Node, above: readonly Node[]): 'child' | Attribute | null {
  let shown = true;
  let inner = node;
  for (let n = above.length - 1; n >= 0; n -= 1) {
    const outer = above[n] as Node;
    if (outer.type === 'JSXExpressionContainer' && above[n - 1]?.type !== 'JSXAttribute') {
      return shown ? 'child' : null;
    }
    if (outer.type === 'JSXAttribute') {
      const opening = above[n - 1] as Node;
      return { element: nameOf(opening.name), name: nameOf(outer.name), shown };
    }
    if (/Function|JSXElement|JSXFragment/.test(outer.type)) return null;
    if (!choosesOrJoins(outer, inner)) shown = false;
    inner = outer;
  }
  return null;
}

const choosesOrJoins = (outer: Node, inner: Node): boolean =>
  (outer.type === 'ConditionalExpression' && outer.test !== inner) ||
  ['LogicalExpression', 'TemplateLiteral', 'JSXExpressionContainer', 'ParenthesizedExpression'].includes(
    outer.type,
  ) ||
  (outer.type === 'BinaryExpression' && outer.operator === '+');

function isPeoplesAttribute(element: string, name: string): boolean {
  if (machineAttributes.has(name) || /^on[A-Z]/.test(name)) return false;
  return !((name === 'name' || name === 'value') && formElements.has(element));
}
