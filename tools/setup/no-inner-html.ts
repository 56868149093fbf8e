import type { Plugin } from 'vite';

/**
 * A build step for React Aria, which empties what it tells screen readers by `innerHTML = ''`. The window takes no text as HTML, not even an
 * empty one (`require-trusted-types-for`), so that a part that announces something would end the whole page.
 */
export const noInnerHtml: Plugin = {
  name: 'no-inner-html',
  transform: {
    filter: { id: /react-aria\/dist\//, code: ".innerHTML = ''" },
    handler: (code) => ({ code: code.replaceAll(".innerHTML = ''", '.replaceChildren()'), map: null }),
  },
};
