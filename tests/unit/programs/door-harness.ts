import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failed } from '../../../src/main/base/failure.ts';
import { oneDialogAtATime } from '../../../src/main/base/one-dialog.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { type Caller, type FindCaller, unnamed } from '../../../src/main/features/programs/caller.ts';
import {
  type ProgramsFeature,
  type ProgramsFeatureNeeds,
  programsFeature,
} from '../../../src/main/features/programs/feature.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import {
  type Ask,
  type Door,
  door as doorShape,
  type HowLong,
  type ProgramsState,
} from '../../../src/shared/contract/programs.ts';
import type { FakeOkta, RunningOrg } from '../../fake-okta/server.ts';
import { freePort } from '../../support/program.ts';
import { identity, profile } from '../main/samples.ts';
import { Told } from '../main/told.ts';
import { clientOf } from '../okta/harness.ts';
import { newFolder, open } from '../vault/helpers.ts';
import { HandClock } from '../vault/memory-keyring.ts';
import { lentValue } from './lent-value.ts';

export type { Ask, ProgramsState };

interface CallInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** A credential that is lent in place of the token. */
type OtherLent = { readonly id: string } & Pick<ProgramsFeatureNeeds, 'token' | 'lend'>;

/** The answer to one call. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The door as the app puts it together, on a real vault, a real port and the fake Okta. */
export class DoorHarness {
  readonly clock = new HandClock();
  readonly told = new Told();
  readonly called: string[] = [];
  readonly noted: string[] = [];
  /** The reported caller; by default each connection has another one. */
  findCaller: FindCaller = (theirs) => Promise.resolve(unnamed(theirs));
  /** The person's answers to dialogs of the system, and the texts of these. */
  says = true;
  readonly dialogs: { question: string; detail: string; yes: string }[] = [];
  /** Why the policy permits no programs, or null. */
  forbidden: string | null = null;
  /** Called where a proof is asked for. */
  needProof: (action: string) => void = () => undefined;
  /** Called while such a dialog is open. */
  meanwhile: () => unknown = () => undefined;
  /** Called instead of writing to the record of activity. */
  write: (line: string) => void = (line) => this.noted.push(line);
  /** Called before a use is noted. */
  using: () => void = () => undefined;
  /** Called before any event goes to the window. */
  telling: () => void = () => undefined;
  /** What is lent in place of the token, if anything. */
  lends: ((vault: Vault, client: OktaClient) => Promise<OtherLent>) | null = null;
  /** Where the token's org is. */
  origin = '';
  userData = '';
  port = 0;
  value = '';
  tokenId = '';
  readonly #fake: FakeOkta;
  readonly #acme: RunningOrg;
  #vault: Vault | null = null;
  #programs: ProgramsFeature | null = null;
  #client: ReturnType<typeof clientOf> | null = null;

  constructor(fake: FakeOkta) {
    this.#fake = fake;
    this.#acme = fake.org('acme');
    this.origin = this.#acme.origin;
  }

  get programs(): ProgramsFeature {
    if (this.#programs === null) throw new Error('Begin first.');
    return this.#programs;
  }

  get vault(): Vault {
    if (this.#vault === null) throw new Error('Begin first.');
    return this.#vault;
  }

  /** An open vault with one token, whose door is as said; resolves when the port listens. */
  async begin(door: Partial<Door> = {}): Promise<void> {
    this.#fake.clock.set(this.clock.now());
    this.port = await freePort();
    this.userData = newFolder();
    this.#vault = open(this.userData);
    await this.vault.start();
    const tokens = new TokenStore(this.vault);
    const orgs = new OrgStore(this.vault);
    const { value } = this.#acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
    this.value = value;
    this.tokenId = tokens.add(
      orgs.keep(identity(new URL(this.#acme.origin).host), 0),
      this.#acme.origin,
      profile('terraform'),
      Secret.fromText(value),
      0,
    );
    this.#client = clientOf(this.#fake, this.clock);
    const { id, ...other } = (await this.lends?.(this.vault, this.#client)) ?? { id: this.tokenId };
    this.tokenId = id;
    this.#programs = programsFeature({
      onCommand: (socket) => socket.destroy(),
      needProof: (action) => this.needProof(action),
      permit: () => {
        if (this.forbidden !== null) throw new Failed('policy', this.forbidden);
      },
      forbidden: () => this.forbidden,
      userData: this.userData,
      clock: this.clock,
      dialogs: oneDialogAtATime({
        openFolder: async () => null,
        openFile: async () => null,
        saveFile: async () => null,
        confirm: async (question, detail, yes) => {
          this.dialogs.push({ question, detail, yes });
          await this.meanwhile();
          return this.says;
        },
      }),
      publish: (...event) => {
        this.telling();
        this.told.publish(...event);
      },
      findCaller: (theirs, ours) => this.findCaller(theirs, ours),
      raise: () => this.called.push('raised'),
      notify: (sentence) => this.called.push(sentence),
      log: { note: () => undefined },
      vault: this.vault,
      client: this.#client,
      settings: () => ({ programsPort: this.port, notifications: true }),
      isOpen: () => this.vault.status().phase === 'open',
      token: (id) => tokens.get(id),
      lend: async (id) => lentValue(tokens.secretOf(id)),
      used: (id) => {
        this.using();
        tokens.noteUse(id, this.clock.now());
      },
      originOf: () => this.origin,
      note: (action, token, sentence) => this.write(`${action} ${token.label}: ${sentence}`),
      noteFirst: (action, token, sentence) => this.write(`${action} ${token.label}: ${sentence}`),
      ...other,
    });
    this.programs.listen();
    this.programs.opened();
    await this.set({ open: true, ...door });
    await this.told.until('programsChanged', ({ address }) => address !== null);
  }

  async end(): Promise<void> {
    this.#programs?.end();
    await this.#client?.close();
  }

  async set(door: Partial<Door>): Promise<Door> {
    const { alias: _alias, ...now } = await this.programs.handlers.door({ tokenId: this.tokenId });
    const { alias: _other, ...wanted } = door;
    const changed = { ...now, value: now.value ?? false, ...wanted };
    return doorShape.parse(await this.programs.handlers.setDoor({ tokenId: this.tokenId, door: changed }));
  }

  async state(): Promise<ProgramsState> {
    return this.programs.handlers.state({});
  }

  /** The program that has waited longest, as soon as there is one. */
  async asked(): Promise<Ask> {
    for (;;) {
      const [first] = (await this.state()).asks;
      if (first !== undefined) return first;
      await sleep(5);
    }
  }

  async answer(allow: HowLong | null): Promise<void> {
    const { id } = await this.asked();
    await this.programs.handlers.answer({ askId: id, allow });
  }

  /** A call over a connection of its own. Rejects when it cannot be made or was hung up. */
  async call(path: string, init: CallInit = {}): Promise<Answered> {
    const { method = 'GET', headers = {}, body, signal } = init;
    const asked = request({
      host: '127.0.0.1',
      port: this.port,
      path,
      method,
      headers,
      agent: false,
      ...(signal === undefined ? {} : { signal }),
    });
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) };
  }
}

/** A caller with a key of its own. */
export const callerOf = (key: string, more: Partial<Caller> = {}): Caller => ({
  ...unnamed(1),
  program: {
    name: key,
    pid: 7,
    path: `/usr/bin/${key}`,
    command: key,
    folder: '/',
    startedFrom: '',
    parents: [],
  },
  key,
  ...more,
});
