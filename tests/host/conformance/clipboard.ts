import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

// docs/api/clipboard.md, clipboard-item.md; lib/browser/api/clipboard.ts, clipboard-item.ts; spec/api-clipboard-spec.ts
test('clipboard: formats that are found again, refusals, and a selection of its own; no window is needed', async () => {
  const { facts, out } = await runMain(
    `const { ClipboardItem } = electron;
    app.whenReady().then(async () => {
    const bytes = async (type) => { for (const item of await clipboard.read()) if (item.types.includes(type)) return Buffer.from(await (await item.getType(type)).arrayBuffer()).toString(); return null };
    await clipboard.write([new ClipboardItem({ 'text/plain': Promise.resolve('words'), 'text/html': new Blob(['<b>words</b>']), 'web text/x-own': 'own', 'application/x-odd': 'odd' })]);
    report('text', [await clipboard.readText(), await clipboard.has('text/plain')]);
    report('formats', [await bytes('text/html'), await bytes('web text/x-own'), await bytes('electron application/osclipboard;format="application/x-odd"'), await clipboard.has('application/x-odd')]);
    const [read] = await clipboard.read();
    report('typed', [(await read.getType('text/html')).type, await failed(() => read.getType('text/none'))]);
    report('refused', [await failed(() => new ClipboardItem({})), await failed(() => new ClipboardItem('x')), await failed(() => clipboard.write('x')), await failed(() => clipboard.write([{}])), await failed(() => clipboard.write([new ClipboardItem({ 'text/plain': 42 })])), (await failed(() => clipboard.write([read]))).slice(0, 41)]);
    await clipboard.writeText('later');
    report('replaced', [await bytes('text/html'), (await clipboard.read()).length]);
    if (process.platform === 'linux') { await clipboard.selection.writeText('selected'); report('selection', [await clipboard.selection.readText(), await clipboard.readText()]); }
    clipboard.clear(); report('cleared', [await clipboard.readText(), (await clipboard.read()).length]);
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    text: ['words', true],
    formats: ['<b>words</b>', 'own', 'odd', false],
    typed: ['text/html', "The type 'text/none' was not found in the ClipboardItem"],
    refused: [
      "Failed to construct 'ClipboardItem': at least one MIME type is required.",
      "Failed to construct 'ClipboardItem': 1 argument required — an object mapping MIME types to payloads.",
      'clipboard.write expects an array of ClipboardItem',
      'clipboard.write expects an array of ClipboardItem',
      'ClipboardItem payload values must be a string or a Blob',
      'clipboard.write cannot accept a Clipboard',
    ],
    replaced: [null, 1],
    cleared: ['', 0],
  });
  if (process.platform === 'linux') expect(facts.selection).toEqual(['selected', 'later']);
});
