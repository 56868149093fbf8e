import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import type { ServiceApp as OktaApp } from '../../../src/demo/okta/service-apps.ts';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import type { CommandRequest } from '../../../src/main/features/commands/requests.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import { askApp, type FromApp } from '../../../src/main/terminal/ask-app.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import type { Token, TokenProfile } from '../../../src/shared/contract/tokens.ts';
import type { FakeOkta, RunningOrg } from '../../fake-okta/server.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { profile } from '../main/samples.ts';
import { stillWorld } from '../main/still-world.ts';
import { Told } from '../main/told.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const root = join(import.meta.dirname, '../../..');

/** The whole main process without a window, which `keyturn` commands reach, against the fake Okta. */
export class CommandedApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'keyturn-commands-'));
  readonly userData = join(this.folder, 'Keyturn');
  readonly clock = new HandClock();
  readonly told = new Told();
  /** What the window was asked to show. */
  readonly shown: string[] = [];
  /** The person's answer to dialogs of the system. */
  says = false;
  readonly app: Keyturn;
  readonly ask: (name: string, request?: unknown) => Promise<Result<unknown>>;
  readonly #acme: RunningOrg;
  readonly #clipboard = new MemoryClipboard();
  readonly #running: ChildProcess[] = [];

  private constructor(fake: FakeOkta) {
    this.#acme = fake.org('acme');
    writeFileSync(join(this.folder, 'ca.pem'), fake.caPem);
    fake.clock.set(this.clock.now());
    const { dialogs } = stillWorld({ userData: this.userData, extraCaFile: null });
    const world = stillWorld({
      dialogs: { ...dialogs, confirm: async () => this.says },
      userData: this.userData,
      extraCaFile: join(this.folder, 'ca.pem'),
      clock: this.clock,
      clipboard: this.#clipboard,
      publish: this.told.publish,
      showRotation: (tokenId) => this.shown.push(tokenId),
      raise: () => this.shown.push('raised'),
    });
    this.app = compose(world);
    const answer = createAnswer(this.app.handlers, world.log);
    this.ask = (name, request = {}) => answer(name, [request]);
  }

  /** Starts the app, and waits until commands reach it. */
  static async start(fake: FakeOkta): Promise<CommandedApp> {
    const one = new CommandedApp(fake);
    await one.app.start();
    await one.ask('settings.set', { change: { proxy: { mode: 'none' } } });
    await expect.poll(() => one.asked({ command: 'names' })).toEqual({ answer: [] });
    return one;
  }

  async end(): Promise<void> {
    for (const child of this.#running.splice(0)) child.kill('SIGKILL');
    for (const { id } of [...this.#acme.org.tokens]) this.#acme.org.revoke(id);
    await this.app.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async get<T>(name: string, request?: unknown): Promise<T> {
    const answer = await this.ask(name, request);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value as T;
  }

  /** Keeps a token of the org. */
  async keep(
    label: string,
    more: Partial<TokenProfile> = {},
  ): Promise<{ token: Token; value: string; oktaId: string }> {
    const { value, id } = this.#acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: label });
    this.#clipboard.text = value;
    const draftId = await this.#draft();
    await this.get('wizard.captureFromClipboard', { draftId });
    await this.get('wizard.save', { draftId, profile: { ...profile(label), ...more }, anyway: true });
    const tokens = await this.get<Token[]>('tokens.list');
    const token = tokens.find((one) => one.label === label);
    if (token === undefined) throw new Error('It was not kept.');
    return { token, value, oktaId: id };
  }

  /** Keeps an app of the org that reads users. The app in Okta can do that. */
  async keepApp(
    label: string,
    more: Partial<TokenProfile> = {},
  ): Promise<{ app: ServiceApp; made: OktaApp }> {
    const app = await this.get<ServiceApp>('service.add', {
      draftId: await this.#draft(),
      profile: { ...profile(label), ...more },
      job: { kind: 'custom', needs: [{ family: 'users', access: 'read' }] },
    });
    const made = this.#acme.org.addServiceApp({
      ...{ name: label, jwk: JSON.parse(app.jwk), scopes: ['okta.users.read'], dpop: false },
      roles: [{ type: 'READ_ONLY_ADMIN' }],
    });
    await this.get('service.setClient', { appId: app.id, clientId: made.clientId });
    return { app, made };
  }

  /** Runs `keyturn` in a terminal, as a process of its own. */
  keyturn(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    return this.keyturnIn(root, ...words);
  }

  /** Runs `keyturn` in a folder. */
  keyturnIn(cwd: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
    const program = `
      const { runCommand } = await import(${JSON.stringify(`${root}/src/main/terminal/run.ts`)});
      const words = ${JSON.stringify(words)};
      const world = { userData: ${JSON.stringify(this.userData)}, version: '1.2.3', startApp: () => process.stderr.write('started\\n') };
      process.exit(await runCommand(['keyturn', ...words], words, world));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.push(child);
    return Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
      ([[code], out, err]) => ({ code: code as number, out, err }),
    );
  }

  asked(request: CommandRequest): Promise<FromApp> {
    return askApp(this.userData, request, () => undefined);
  }

  async #draft(): Promise<string> {
    const { draftId } = await this.get<{ draftId: string }>('wizard.begin', {});
    await this.get('wizard.checkOrg', { draftId, input: this.#acme.origin });
    return draftId;
  }
}
