import { runMain } from '../run-main.ts';

export const page = `data:text/html,<title>t</title><body>x</body>`;
export const open = `
const window = new BrowserWindow({ show: false, webPreferences: { preload } });
const js = (code) => window.webContents.executeJavaScript(code);
`;

/** What expressions come to in a page with this preload, by their names; `rejected: ` and the message for one that fails. */
export async function inPage(
  preload: string,
  expressions: Readonly<Record<string, string>>,
): Promise<{ facts: Record<string, unknown>; out: string }> {
  return runMain(
    `app.whenReady().then(async () => { ${open}
    await window.loadURL(${JSON.stringify(page)});
    for (const [name, code] of ${JSON.stringify(Object.entries(expressions))})
      report(name, await js(code).catch((error) => 'rejected: ' + error.message));
    app.exit(0); });`,
    { preload },
  );
}
