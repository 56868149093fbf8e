import type { Socket } from 'node:net';
import type { ProgramsState } from '../../../shared/contract/programs.ts';
import type { Feature } from '../../app/feature.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { Vault } from '../../vault/vault.ts';
import type { FindCaller } from './caller.ts';
import { ProgramsDesk } from './desk.ts';
import { DoorServer } from './door-server.ts';
import { programsHandlers } from './handlers.ts';
import { RunServer } from './run-server.ts';
import { DoorStore } from './store.ts';
import type { ProgramsNeeds } from './visits.ts';

/** What the door for programs is put together from. */
export interface ProgramsFeatureNeeds extends Omit<ProgramsNeeds, 'doors' | 'call' | 'onChanged' | 'onCall'> {
  readonly vault: Vault;
  /** Where a program that exec starts finds Keyturn's socket. */
  readonly userData: string;
  readonly publish: Publisher['publish'];
  readonly findCaller: FindCaller;
  /** Brings the window where it can be seen. */
  readonly raise: () => void;
  readonly notify: (sentence: string, tokenId: string | null) => void;
  /** A command of the command line came, whose other side proved that it is this person's. */
  readonly onCommand: (socket: Socket) => void;
  readonly settings: () => { readonly notifications: boolean; readonly programsPort: number };
}

/** Tokens for programs. */
export interface ProgramsFeature extends Feature<'programs'> {
  opened(): void;
  lock(): void;
  end(): void;
  /** Listens or not, as doors and settings want it. */
  settle(): void;
  /** Lets `keyturn` of the command line find this app, until it ends. */
  listen(): void;
  /** Returns the name of a token at its door. */
  aliasOf(tokenId: string): string;
}

/** The door at 127.0.0.1, who stands before it, and who was let in. */
export function programsFeature(needs: ProgramsFeatureNeeds): ProgramsFeature {
  const { vault, log, publish, settings, isOpen } = needs;
  const state = (): ProgramsState => ({ address: server.address, trouble: server.trouble, ...desk.state() });
  const tell = () => publish('programsChanged', state());
  const desk = new ProgramsDesk({
    ...needs,
    doors: new DoorStore(vault),
    call: (sentence) => {
      needs.raise();
      if (settings().notifications) needs.notify(sentence, null);
    },
    onChanged: tell,
    onCall: (call) => publish('programCalled', { call }),
  });
  const server = new DoorServer({
    findCaller: needs.findCaller,
    visit: (visit) => desk.visits.visit(visit),
    log,
    onChanged: tell,
  });
  const runs = new RunServer(needs.userData, log, (socket, run) => {
    if ('command' in run) needs.onCommand(socket);
    else server.take(socket, run);
  });
  /** While locked it stays as it is: who comes then waits for the unlock. */
  const settle = (): void => {
    if (isOpen()) server.want(desk.hasOpenDoor() ? settings().programsPort : null);
    tell();
  };
  return {
    name: 'programs',
    handlers: programsHandlers(desk, state, settle),
    opened: () => {
      settle();
      desk.visits.unlocked();
    },
    lock: () => {
      desk.lock();
      tell();
    },
    end: () => {
      desk.stop();
      runs.stop();
      server.stop();
    },
    settle,
    listen: () => runs.listen(),
    aliasOf: (tokenId) => desk.doorOf(tokenId).alias,
  };
}
