import { beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ written: [] as Record<string, Blob>[] }));
vi.mock('electron', () => ({
  ClipboardItem: class {
    readonly parts: Record<string, Blob>;
    constructor(parts: Record<string, Blob>) {
      this.parts = parts;
    }
  },
  clipboard: {
    write: async ([item]: { parts: Record<string, Blob> }[]) => electron.written.push(item?.parts ?? {}),
  },
}));
const { createClipboard } = await import('../../../src/main/platform/clipboard.ts');

beforeEach(() => {
  electron.written.length = 0;
});

// Microsoft, "Cloud Clipboard and Clipboard History Formats" (a DWORD of 0 says no); nspasteboard.org; KDE, klipper (historymodel).
it.each<[NodeJS.Platform, Readonly<Record<string, string>>]>([
  [
    'win32',
    {
      ExcludeClipboardContentFromMonitorProcessing: '1',
      CanIncludeInClipboardHistory: '\0\0\0\0',
      CanUploadToCloudClipboard: '\0\0\0\0',
    },
  ],
  ['darwin', { 'org.nspasteboard.ConcealedType': '' }],
  ['linux', { 'x-kde-passwordManagerHint': 'secret' }],
])('on %s asks the clipboard history to skip a copied text', async (platform, marks) => {
  await createClipboard(platform).writeText('a value');
  const [parts = {}] = electron.written;
  const texts = Object.fromEntries(
    await Promise.all(Object.entries(parts).map(async ([type, blob]) => [type, await blob.text()])),
  );
  expect(texts).toEqual({
    'text/plain': 'a value',
    ...Object.fromEntries(
      Object.entries(marks).map(([format, text]) => [
        `electron application/osclipboard;format="${format}"`,
        text,
      ]),
    ),
  });
});
