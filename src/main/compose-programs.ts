import type { Token } from '../shared/contract/models.ts';
import type { ProgramsState } from '../shared/contract/programs.ts';
import type { Handlers } from './ipc/router.ts';
import type { OktaClient } from './okta/client.ts';
import { DoorServer } from './programs/door-server.ts';
import { DoorStore } from './programs/door-store.ts';
import { ProgramsDesk } from './programs/programs-desk.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Vault } from './vault/vault.ts';
import type { World } from './world.ts';

/** What the door for programs is put together from. */
export interface ProgramsParts {
  readonly world: World;
  readonly vault: Vault;
  readonly client: OktaClient;
  readonly settings: SettingsStore;
  readonly tokens: TokenStore;
  readonly originOf: (token: Token) => string;
  readonly publishTokens: () => void;
  readonly noteToken: (action: string, token: Token, sentence: string) => void;
}

/** Tokens for programs, as the rest of the app needs it. */
export interface Programs {
  readonly handlers: Handlers['programs'];
  /** The vault is open. */
  opened(): void;
  lock(): void;
  /** Listens or not, as doors and settings want it. */
  settle(): void;
  stop(): void;
}

/** The door at 127.0.0.1, who stands before it, and who was let in. */
export function composePrograms(parts: ProgramsParts): Programs {
  const { world, vault, client, settings, tokens, originOf, publishTokens, noteToken } = parts;
  const { clock, publish } = world;
  const isOpen = () => vault.status().phase === 'open';
  const state = (): ProgramsState => ({ address: server.address, trouble: server.trouble, ...desk.state() });
  const tell = () => publish('programsChanged', state());
  const desk = new ProgramsDesk({
    doors: new DoorStore(vault),
    client,
    clock,
    isOpen,
    token: (tokenId) => tokens.get(tokenId),
    originOf,
    secretOf: (tokenId) => tokens.secretOf(tokenId),
    used: (tokenId) => {
      tokens.noteUse(tokenId, clock.now());
      publishTokens();
    },
    note: noteToken,
    call: (sentence) => {
      world.raise();
      if (settings.plain.notifications) world.notify(sentence, null);
    },
    onChanged: tell,
    onCall: (call) => publish('programCalled', { call }),
  });
  const server = new DoorServer({
    findCaller: world.findCaller,
    visit: (visit) => desk.visit(visit),
    log: world.log,
    onChanged: tell,
  });
  /** While locked it stays as it is: who comes then waits for the unlock. */
  const settle = (): void => {
    if (isOpen()) server.want(desk.hasOpenDoor() ? settings.plain.programsPort : null);
    tell();
  };
  return {
    handlers: {
      state,
      door: ({ tokenId }) => desk.doorOf(tokenId),
      setDoor: ({ tokenId, door }) => {
        const made = desk.setDoor(tokenId, door);
        settle();
        return made;
      },
      calls: ({ tokenId }) => desk.callsOf(tokenId),
      answer: ({ askId, allow }) => {
        desk.answer(askId, allow);
        return {};
      },
      end: ({ allowanceId }) => {
        desk.end(allowanceId);
        return {};
      },
    },
    opened: () => {
      settle();
      desk.unlocked();
    },
    lock: () => {
      desk.lock();
      tell();
    },
    settle,
    stop: () => {
      desk.stop();
      server.stop();
    },
  };
}
