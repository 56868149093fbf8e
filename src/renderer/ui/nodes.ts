import { createElement, Fragment, type ReactNode } from 'react';

/** Puts a part of a sentence into its element, for example `<b>`. */
export type Wrap = (text: string) => ReactNode;

/** Returns a whole sentence with elements: a template's text with the values in their places. */
export function nodes(text: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode {
  // The children are spread, so that no part needs a key.
  return createElement(Fragment, null, ...text.flatMap((part, n) => [part, values[n]]));
}
