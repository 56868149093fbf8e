import { createElement, Fragment, type ReactNode } from 'react';

/** Returns a text whose e-mail addresses and hosts break before the "@" and after a dot, and not inside a word. */
export const breakable = (text: string): ReactNode =>
  createElement(
    Fragment,
    null,
    ...text
      .split(/(?=@)|(?<=\.)(?=\S)/)
      .flatMap((part, n) => (n === 0 ? [part] : [createElement('wbr', { key: n }), part])),
  );
