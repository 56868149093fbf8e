import { ClipboardItem, clipboard } from 'electron';
import type { Clipboard } from '../base/ports.ts';

/**
 * The marks that keep a text out of each system's clipboard history: Windows' own formats, the nspasteboard.org convention of macOS, and
 * KDE's hint. Electron writes raw formats under `electron application/osclipboard` (Electron, docs/api/clipboard.md).
 */
const keepOutOfHistory: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly [string, string])[]>>> = {
  win32: [
    ['ExcludeClipboardContentFromMonitorProcessing', '1'],
    ['CanIncludeInClipboardHistory', '\0\0\0\0'],
    ['CanUploadToCloudClipboard', '\0\0\0\0'],
  ],
  darwin: [['org.nspasteboard.ConcealedType', '']],
  linux: [['x-kde-passwordManagerHint', 'secret']],
};

/** Returns the system's clipboard. */
export function createClipboard(platform: NodeJS.Platform = process.platform): Clipboard {
  return {
    readText: () => clipboard.readText(),
    async writeText(text) {
      const marks = (keepOutOfHistory[platform] ?? []).map(([format, value]) => [
        `electron application/osclipboard;format="${format}"`,
        new Blob([value]),
      ]);
      await clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          ...Object.fromEntries(marks),
        }),
      ]);
    },
    async clear() {
      clipboard.clear();
    },
  };
}
