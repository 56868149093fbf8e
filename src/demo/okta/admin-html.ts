import type { ServerResponse } from 'node:http';
import type { FakeOrg } from './state.ts';

/** Returns a text escaped for HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const style = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0; background: Canvas; color: CanvasText }
  header { background: #00297a; color: #fff; padding: 12px 24px; font-weight: 600 }
  header small { font-weight: 400; opacity: .8; margin-left: 8px }
  main { max-width: 760px; margin: 24px auto; padding: 0 24px }
  form, section { border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: 8px; padding: 20px; margin-bottom: 24px }
  h1 { font-size: 24px } h2 { font-size: 18px; margin: 0 0 12px }
  label { display: block; font-weight: 600; margin-top: 12px }
  input, select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: 7px 10px; margin-top: 4px }
  button { font: inherit; padding: 7px 16px; margin-top: 16px; cursor: pointer }
  button:not(td button) { background: #1662dd; color: #fff; border: 0; border-radius: 4px; font-weight: 600 }
  table { width: 100%; border-collapse: collapse } td, th { text-align: left; padding: 6px 8px 6px 0; border-bottom: 1px solid color-mix(in srgb, CanvasText 12%, Canvas) }
  textarea { font-family: monospace; min-height: 9em } label input[type=checkbox] { width: auto; margin: 0 8px 0 0 }
  td form { all: unset } td button { margin: 0; padding: 2px 10px }
  .wrong { background: color-mix(in srgb, #c22 14%, Canvas) }
  .once { background: color-mix(in srgb, #1a7f4b 14%, Canvas) }`;

/** Returns a page of the fake's Admin Console. `where` is its path in the menu. */
export function adminHtml(page: {
  readonly org: FakeOrg;
  readonly title: string;
  readonly where: string;
  readonly main: string;
  readonly script: string;
  readonly nonce: string;
}): string {
  const { org, title, where, main, script, nonce } = page;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}, ${escaped(org.companyName)} (fake Okta)</title><style nonce="${nonce}">${style}</style>
<header>${escaped(org.companyName)}<small>${where}. This is a fake Okta for trying Keyturn.</small></header>
<main>${main}</main><script nonce="${nonce}">${script}</script></html>`;
}

/** Sends a page that loads nothing from other hosts and runs only its own script. */
export function sendAdminPage(response: ServerResponse, html: (nonce: string) => string): void {
  const nonce = crypto.randomUUID();
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
  });
  response.end(html(nonce));
}
