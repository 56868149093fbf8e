import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import type { Clock } from '../../../src/main/base/ports.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { stillWorld } from '../main/still-world.ts';
import { SkippingClock } from '../okta/harness.ts';
import { MemoryKeyring } from '../vault/memory-keyring.ts';

/** The fake's clock; timers run only by `runDue`, so that nothing happens by itself. */
class StillClock extends SkippingClock {
  #timers: { at: number; run: () => void }[] = [];

  override after(ms: number, run: () => void): () => void {
    const timer = { at: this.now() + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Runs every timer that was set to at most so long from now, whatever the clock says: what spreads calls out is over in ten minutes. */
  runSoon(ms = 10 * 60_000): void {
    const soon = this.#timers.filter(({ at }) => at <= this.now() + ms);
    this.#timers = this.#timers.filter((timer) => !soon.includes(timer));
    for (const { run } of soon) run();
  }
}

export interface AppOnFake {
  readonly fake: FakeOkta;
  readonly acme: RunningOrg;
  readonly clipboard: MemoryClipboard;
  readonly keyring: MemoryKeyring;
  readonly clock: Clock;
  readonly folder: string;
  readonly published: { event: string; payload: unknown }[];
  /** The answers of the system dialogs in order; an empty list means cancelled. */
  readonly dialogs: {
    openFile: string[];
    saveFile: string[];
    suggested: string[];
    confirm: boolean[];
    asked: string[];
  };
  /** Notifications of the system. */
  readonly notified: string[];
  app: Keyturn;
  /** Ends the app and starts it again on the same vault. */
  restart(): Promise<void>;
  /** Adds a token by the wizard's own methods. */
  addToken(value: string, label: string, consumers?: Token['consumers']): Promise<Token>;
  token(id: string): Token;
  /** Copies a token's value, and returns it. */
  copied(tokenId: string): Promise<string>;
  /** Runs the postponed work, and waits until no call to Okta is open. */
  settle(): Promise<void>;
  /** Runs what is due within `ms`. */
  timersWithin(ms: number): void;
  /** Waits until the token's test is kept. */
  tested(tokenId: string): Promise<void>;
  /** Begins a rotation and captures `value`. */
  captured(tokenId: string, value: string): Promise<Rotation>;
  close(): Promise<void>;
}

/** The whole main process over a real vault and the fake Okta, without a window. */
export async function startOnFake(): Promise<AppOnFake> {
  const fake = await startFakeOkta();
  const acme = fake.org('acme');
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-rotation-'));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, fake.caPem);
  const keyring = new MemoryKeyring();
  const clipboard = new MemoryClipboard();
  const clock = new StillClock(fake);
  const published: AppOnFake['published'] = [];
  const notified: string[] = [];
  const dialogs: AppOnFake['dialogs'] = { openFile: [], saveFile: [], suggested: [], confirm: [], asked: [] };
  const world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: ca,
    clock,
    keyring,
    clipboard,
    dialogs: {
      openFolder: async () => null,
      openFile: async () => dialogs.openFile.shift() ?? null,
      saveFile: async (_title, name) => {
        dialogs.suggested.push(name);
        return dialogs.saveFile.shift() ?? null;
      },
      confirm: async (question, detail) => {
        dialogs.asked.push(`${question}\n${detail}`);
        return dialogs.confirm.shift() ?? false;
      },
    },
    publish: (event, payload) => published.push({ event, payload }),
    notify: (sentence) => notified.push(sentence),
  });
  const run = async (): Promise<Keyturn> => {
    const app = compose(world);
    await app.start();
    return app;
  };
  const on: AppOnFake = {
    fake,
    acme,
    clipboard,
    keyring,
    clock,
    folder,
    published,
    dialogs,
    notified,
    app: await run(),
    async restart() {
      await on.app.end();
      on.app = await run();
    },
    async addToken(value, label, consumers = []) {
      const { wizard } = on.app.handlers;
      const { draftId } = await wizard.begin({});
      await wizard.checkOrg({ draftId, input: acme.origin });
      await wizard.captureTyped({ draftId, value });
      const tested = new Promise<void>((resolve) => {
        const look = setInterval(() => {
          const done = published.some(
            ({ event, payload }) =>
              event === 'testFinished' && (payload as { draftId: string }).draftId === draftId,
          );
          if (!done) return;
          clearInterval(look);
          resolve();
        }, 2);
      });
      await wizard.test({ draftId });
      await tested;
      return wizard.save({
        draftId,
        anyway: true,
        profile: {
          label,
          purpose: '',
          environment: 'production',
          tags: [],
          consumers,
          rotateEveryDays: 90,
        },
      });
    },
    async settle() {
      clock.runSoon();
      for (let still = 0, seen = -1; still < 6; ) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        still = acme.requests.length === seen ? still + 1 : 0;
        seen = acme.requests.length;
      }
    },
    timersWithin: (ms) => clock.runSoon(ms),
    async tested(tokenId) {
      const done = () =>
        published.some(
          ({ event, payload }) =>
            event === 'testFinished' && (payload as { tokenId: string }).tokenId === tokenId,
        );
      while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    token(id) {
      const list = on.app.handlers.tokens.list({}) as Token[];
      const found = list.find((token) => token.id === id);
      if (found === undefined) throw new Error('no such token');
      return found;
    },
    async copied(tokenId) {
      await on.app.handlers.tokens.copy({ tokenId, as: 'value' });
      return clipboard.text;
    },
    async captured(tokenId, value) {
      const { rotation } = on.app.handlers;
      const begun = (await rotation.begin({ tokenId })) as Rotation;
      clipboard.text = value;
      await rotation.captureFromClipboard({ rotationId: begun.id });
      return (await rotation.list({})).find(({ id }) => id === begun.id) as Rotation;
    },
    async close() {
      await on.app.end();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return on;
}
