import { expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { appHandlers } from '../../../src/main/features/app/handlers.ts';
import { MemoryClipboard } from './memory-clipboard.ts';
import { stillWorld } from './still-world.ts';

it('a copied text that opens something leaves the clipboard by itself; another text stays', async () => {
  const clipboard = new MemoryClipboard();
  const leaving: string[] = [];
  const { copyText } = appHandlers({
    ...stillWorld({ userData: '/nowhere', extraCaFile: null, clipboard }),
    copyForAWhile: async (text) => leaving.push(text),
    info: () => {
      throw new Error('not asked');
    },
    news: { see: () => undefined },
    permit: () => undefined,
    onActivity: () => undefined,
  });
  await copyText({ text: 'a passphrase that Keyturn made', secret: true });
  expect(leaving).toEqual(['a passphrase that Keyturn made']);
  await copyText({ text: 'a request id' });
  expect(leaving).toHaveLength(1);
  expect(await clipboard.readText()).toBe('a request id');
});

it('several requests for the demo start it once, and none starts it if the policy forbids it', async () => {
  let starts = 0;
  let forbidden = false;
  const { startDemo } = appHandlers({
    ...stillWorld({ userData: '/nowhere', extraCaFile: null }),
    startDemo: async () => {
      starts++;
    },
    info: () => {
      throw new Error('not asked');
    },
    news: { see: () => undefined },
    permit: () => {
      if (forbidden) throw new Failed('policy', 'No demo here.');
    },
    copyForAWhile: async () => undefined,
    onActivity: () => undefined,
  });
  await Promise.all([startDemo({}), startDemo({}), startDemo({})]);
  expect(starts).toBe(1);
  await startDemo({});
  expect(starts).toBe(2);
  forbidden = true;
  await expect(startDemo({})).rejects.toThrow('No demo here.');
  expect(starts).toBe(2);
});
