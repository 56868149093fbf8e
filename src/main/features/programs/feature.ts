import type { Socket } from 'node:net';
import type { ProgramsState } from '../../../shared/contract/programs.ts';
import type { Feature } from '../../app/feature.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { Vault } from '../../vault/vault.ts';
import type { FindCaller } from './caller.ts';
import { ProgramsDesk } from './desk.ts';
import { DoorServer } from './door-server.ts';
import { programsHandlers } from './handlers.ts';
import type { ProgramsNeeds } from './needs.ts';
import { refusal } from './reply.ts';
import { RunServer } from './run-server.ts';
import { DoorStore } from './store.ts';

/** What the feature takes from the rest of the app. */
export interface ProgramsFeatureNeeds
  extends Omit<ProgramsNeeds, 'doors' | 'transaction' | 'call' | 'onChanged' | 'onCall'> {
  readonly vault: Vault;
  /** The folder in which `keyturn exec` finds Keyturn's socket. */
  readonly userData: string;
  readonly publish: Publisher['publish'];
  readonly findCaller: FindCaller;
  /** Brings the window to the front. */
  readonly raise: () => void;
  readonly notify: (sentence: string, tokenId: string | null) => void;
  /** Takes the connection of a `keyturn` command after the command proved that it is this person's. */
  readonly onCommand: (socket: Socket) => void;
  /** Returns why no program may use a token on this computer, or null when programs may. */
  readonly forbidden: () => string | null;
  readonly settings: () => { readonly notifications: boolean; readonly programsPort: number };
}

/** The feature that lets programs use tokens. */
export interface ProgramsFeature extends Feature<'programs'> {
  opened(): void;
  lock(): void;
  end(): void;
  /** Ends the open calls that the rules no longer let through, and starts or stops listening, as the doors and the settings say. */
  settle(): void;
  /** Lets the `keyturn` command find this app, until the app ends. */
  listen(): void;
  /** Returns the name of a token at its door. */
  aliasOf(tokenId: string): string;
}

/** Returns the feature: the door at 127.0.0.1, the programs that wait there, and the programs that are allowed. */
export function programsFeature(needs: ProgramsFeatureNeeds): ProgramsFeature {
  const { vault, log, publish, settings, isOpen } = needs;
  const state = (): ProgramsState => ({ address: server.address, trouble: server.trouble, ...desk.state() });
  const tell = () => publish('programsChanged', state());
  const desk = new ProgramsDesk({
    ...needs,
    doors: new DoorStore(vault),
    transaction: (work) => vault.transaction(work),
    call: (sentence) => {
      needs.raise();
      if (settings().notifications) needs.notify(sentence, null);
    },
    onChanged: tell,
    onCall: (call) => publish('programCalled', { call }),
  });
  const server = new DoorServer({
    findCaller: needs.findCaller,
    visit: async (visit) => {
      const sentence = needs.forbidden();
      return sentence === null ? await desk.visits.visit(visit) : refusal(403, sentence);
    },
    log,
    onChanged: tell,
  });
  const runs = new RunServer(needs.userData, log, (socket, run) => {
    if ('command' in run) needs.onCommand(socket);
    else server.take(socket, run);
  });
  /** Changes nothing while the vault is locked, because a program that arrives then waits for the unlock. */
  const settle = (): void => {
    if (isOpen()) {
      desk.visits.recheck();
      const wanted = desk.hasOpenDoor() && needs.forbidden() === null;
      server.want(wanted ? settings().programsPort : null);
    }
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
