/**
 * Child of soak.test.ts: the whole main process on a clock that the test moves by hours. It locks in the evening and opens in the
 * morning, as a person does, and reports at noon what it holds.
 */
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compose } from '../../src/main/app/compose.ts';
import { freeMemory } from '../../src/main/base/freed-memory.ts';
import type { Notice } from '../../src/shared/contract/life.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import { profile } from '../unit/main/samples.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { HandClock } from '../unit/vault/memory-keyring.ts';
import type { Answer, Held, SoakedToken, Told } from './soak-words.ts';

const [, , folder = '', ca = '', startsAt = '0'] = process.argv;
const dayMs = 86_400_000;
const begun = Number(startsAt);

/** A hand clock that counts its waiting timers. */
class CountedClock extends HandClock {
  timers = 0;

  override after(ms: number, run: () => void): () => void {
    this.timers++;
    let waits = true;
    const over = () => {
      if (waits) this.timers--;
      waits = false;
    };
    const cancel = super.after(ms, () => {
      over();
      run();
    });
    return () => {
      over();
      cancel();
    };
  }
}

const clock = new CountedClock(begun);
let notified = 0;
const app = compose(stillWorld({ userData: folder, extraCaFile: ca, clock, notify: () => void notified++ }));

/** The number of unanswered calls to Okta. */
let underWay = 0;
subscribe('undici:request:create', () => void underWay++);
subscribe('undici:request:trailers', () => void underWay--);
subscribe('undici:request:error', () => void underWay--);

/** Waits until no call is in progress and the last answer causes no other. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = underWay === 0 ? quiet + 1 : 0) await wait(2);
}

const links = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)];
    } catch {
      return [];
    }
  });

function held(): Held {
  freeMemory();
  const open = links();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    openFiles: open.filter((link) => link.startsWith('/')).length,
    sockets: open.filter((link) => link.startsWith('socket:')).length,
    handles: process.getActiveResourcesInfo().filter((name) => name !== 'Timeout').length,
    timers: clock.timers,
    backups: readdirSync(join(folder, 'backups')).length,
  };
}

const soaked: SoakedToken[] = [];
const { life, settings, testing, tokens, usage, vault, wizard } = app.handlers;
const list = async () => (await tokens.list({})) as Token[];
const idOf = async (label: string) => (await list()).find((token) => token.label === label)?.id ?? '';

async function add(token: SoakedToken): Promise<void> {
  soaked.push(token);
  const { draftId } = await wizard.begin({});
  await wizard.checkOrg({ draftId, input: token.origin });
  await wizard.captureTyped({ draftId, value: token.value });
  const until = begun + (token.keptAliveDays ?? 0) * dayMs;
  await wizard.save({
    draftId,
    profile: { ...profile(token.label), rotateEveryDays: token.rotateEveryDays },
    anyway: true,
    ...(token.keptAliveDays === null ? {} : { keepAlive: { reason: 'soak', until } }),
  });
}

/** Runs the hours up to `to`, and does what a person does in the window. */
async function hour(to: number, day: number): Promise<Held | null> {
  clock.advance(to - clock.now());
  await settle();
  const hours = Math.round((to - begun) / 3_600_000) % 24;
  if (hours === 21) app.lock();
  if (hours === 6) {
    await vault.unlock({});
    app.wake();
  }
  if (hours === 12) {
    for (const { label, testedOn } of soaked) {
      if (testedOn.includes(day)) await testing.test({ tokenId: await idOf(label) });
    }
    const [first] = await list();
    // A person looks at the window: it reads each page of a token.
    if (first !== undefined) await usage.page({ tokenId: first.id });
  }
  await settle();
  return hours === 12 ? held() : null;
}

const handle = async (told: Told): Promise<Answer> => {
  if (told === 'inbox') {
    const notices = (await life.notices({})) as Notice[];
    return { inbox: notices.map(({ label, kind, sentence }) => ({ label, kind, sentence })), notified };
  }
  if ('add' in told) await add(told.add);
  return { done: true, held: 'hourTo' in told ? await hour(told.hourTo, told.day) : null };
};

await app.start();
await settings.set({ change: { lockAfterMinutes: 0, proxy: { mode: 'none' } } });
process.send?.({ ready: true } satisfies Answer);
for (;;) {
  const [told] = (await once(process, 'message')) as [Told];
  process.send?.(await handle(told));
}
