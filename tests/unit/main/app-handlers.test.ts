import { expect, it } from 'vitest';
import { appHandlers } from '../../../src/main/features/app/handlers.ts';
import { MemoryClipboard } from './memory-clipboard.ts';
import { stillWorld } from './still-world.ts';

it('a text that opens something leaves the clipboard by itself; another stays', async () => {
  const clipboard = new MemoryClipboard();
  const leaving: string[] = [];
  const { copyText } = appHandlers({
    ...stillWorld({ userData: '/nowhere', extraCaFile: null, clipboard }),
    copyForAWhile: async (text) => leaving.push(text),
    onActivity: () => undefined,
  });
  await copyText({ text: 'a passphrase that Keyturn made', secret: true });
  expect(leaving).toEqual(['a passphrase that Keyturn made']);
  await copyText({ text: 'a request id' });
  expect(leaving).toHaveLength(1);
  expect(await clipboard.readText()).toBe('a request id');
});
