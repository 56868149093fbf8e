import { expect, it } from 'vitest';
import { JobStore } from '../../../src/main/features/tasks/job-store.ts';
import { addToken } from '../vault/contents.ts';
import { newFolder, open } from '../vault/helpers.ts';

it('keeps a new job when the clock was set back behind fifty others', async () => {
  const vault = open(newFolder());
  await vault.start();
  addToken(vault, 'a', 'value a');
  const store = new JobStore(vault);
  const times = { startedAt: null, endedAt: null };
  const about = {
    action: 'suspend' as const,
    tokenId: 'a',
    tokenLabel: 'a',
    source: '',
    whole: true,
    note: '',
    ...times,
  };
  const make = (at: number): string => {
    const id = store.create('org', about, at);
    vault.write("UPDATE jobs SET job_state = 'done' WHERE id = ?", id);
    return id;
  };
  for (let n = 0; n < 50; n++) make(1_780_000_000_000 + n);
  const newest = make(1_580_000_000_000);
  make(1_580_000_000_001);
  expect(store.list('org').map(({ id }) => id)[1]).toBe(newest);
  vault.close();
});
