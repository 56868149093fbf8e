import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { sentences } from '../../shared/listed.ts';
import { Failed } from '../base/failure.ts';
import { ActivityLog } from '../features/activity/store.ts';
import { trayOf } from '../features/life/tray-view.ts';
import { heldValue } from '../features/rotation/machine.ts';
import { RotationStore } from '../features/rotation/store.ts';
import { KeyRotationStore } from '../features/service/key-rotation-store.ts';
import { ServiceStore } from '../features/service/store.ts';
import { TestStore } from '../features/testing/store.ts';
import { OktaClient } from '../okta/client.ts';
import { Removals } from '../vault/removals.ts';
import type { RowsWhere } from '../vault/removed-rows.ts';
import { UnfinishedFiles } from '../vault/unfinished-files.ts';
import { type Asked, askersOf } from './askers.ts';
import { type Front, openFront } from './front.ts';
import { words } from './words.ts';
import type { Noted, World } from './world.ts';

/** What every feature is built on: the vault, the Okta client, the stores, and the small functions that join them. */
export type House = ReturnType<typeof openHouse>;

/** Builds the other stores on the front. They read nothing before the vault opens. */
export function openHouse(world: World, front: Front = openFront(world)) {
  const { clock, publish } = world;
  const { vault, policy, settings, orgs, tokens, isOpen } = front;
  const removals = new Removals(vault, clock, world.log);
  const unfinished = new UnfinishedFiles(vault, world.log);
  const network = () => ({
    ...settings.network(),
    resolveSystemProxy: world.resolveProxy,
  });
  const orgRefusal = world.orgRefusal ?? ((origin: string) => policy.orgRefusal(origin));
  const client = new OktaClient({ clock, version: world.info.version, log: world.log, network, orgRefusal });
  const apps = new ServiceStore(vault);
  const keyRotations = new KeyRotationStore(vault);
  const tests = new TestStore(vault);
  const rotations = new RotationStore(vault);
  const activity = new ActivityLog(vault, world.user);

  let listApps: () => readonly ServiceApp[] = () => [];
  const showTray = (tokens: readonly Token[] | null): void =>
    world.onTray(trayOf(tokens === null ? null : { tokens, apps: listApps() }, clock.now()));
  /** Brings the tray up to date with what is kept. */
  const showKept = (): void => showTray(isOpen() ? tokens.list() : null);
  let trayDue: (() => void) | null = null;

  /** Writes an entry of the record. Throws Failed when the vault's file cannot be written. */
  const noteFirst = (facts: Noted): void => {
    if (!isOpen()) return;
    const nothing = { tokenId: null, label: '', orgHost: '', outcome: 'ok', requestId: null };
    const entry = activity.append({ at: clock.now(), ...nothing, ...facts });
    // This runs after the entry and its subject are on disk, and after the window has its answer.
    setImmediate(() => publish('activityAdded', { entry }));
  };
  /**
   * Writes an entry about what was done. Within a transaction a failure undoes both. Outside of one, Okta or a file has the change already, so
   * a failure must not look like one of the action: the window warns, and the caller goes on.
   */
  const note = (facts: Noted): void => {
    try {
      noteFirst(facts);
    } catch (error) {
      if (isOpen() && vault.inTransaction) throw error;
      world.log.note('activity.not-written', { error: String(error) });
      const why = error instanceof Failed ? error.failure : { sentence: '', remedy: '' };
      publish('warning', {
        sentence: sentences([words.house.notRecorded, why.sentence]),
        remedy: why.remedy,
      });
    }
  };

  return {
    ...{ world, clock, publish, log: world.log, opener: world.opener, dialogs: world.dialogs },
    ...front,
    ...{
      removals,
      watch: unfinished.watch,
      unfinished,
      network,
      client,
      apps,
      keyRotations,
      tests,
      rotations,
      activity,
      note,
      noteFirst,
      showKept,
    },

    /** Writes an action with a token into the record of activity. */
    noteToken: (action: string, token: Token, sentence: string, more: Partial<Noted> = {}): void =>
      note({ action, tokenId: token.id, label: token.label, orgHost: token.orgHost, sentence, ...more }),

    /** Returns the origin for a token's calls. */
    originOf: ({ id }: Token): string => orgs.originOf(id),

    /** Returns the kept tokens that may ask an org, the best first. */
    askers: (orgId: string, asked: Asked): Token[] => askersOf(tokens.list(), orgId, asked),

    /** Returns the Okta ids that cannot be the token's: the ids of the other tokens, and the id of the second value in its rotation. */
    othersThan: (tokenId: string | null): string[] => {
      const open = tokenId === null ? null : rotations.openOf(tokenId);
      const held = open === null ? null : heldValue(open);
      const heldId = held === 'old' ? open?.oldOktaTokenId : held === 'new' ? open?.newOktaTokenId : null;
      return [...tokens.oktaIdsBesides(tokenId), ...(heldId == null ? [] : [heldId])];
    },

    /** Takes the function that lists the apps, which the tray shows. The feature that lists them is built after the house. */
    listApps: (list: () => readonly ServiceApp[]): void => {
      listApps = list;
    },

    /** Tells the window and the tray which tokens exist. The tray shows the apps, too. */
    tellTokens: (): void => {
      front.tellTokens();
      showKept();
    },

    /** Brings the tray up to date soon: Test all ends a test every few milliseconds, and the tray reads every token. */
    showTraySoon: (): void => {
      trayDue ??= clock.after(250, () => {
        trayDue = null;
        showKept();
      });
    },

    /** Removes a token or an app, with its org if nothing else is of that org. It can be brought back for a short time. */
    removeOf: (
      root: RowsWhere,
      orgId: string,
      { remove, over }: { readonly remove: () => void; readonly over?: () => void },
    ): void => {
      const org = orgs.hasOneCredential(orgId) ? [{ table: 'orgs', column: 'id', value: orgId }] : [];
      removals.remove(root.value, [...org, root], {
        remove: () => {
          remove();
          orgs.dropUnused();
        },
        ...(over === undefined ? {} : { over }),
      });
    },

    /** Brings a token or an app back, and runs `then` in the same transaction. `orgIdOf` returns its org once it is back. */
    bringBack: (id: string, orgIdOf: () => string, then: () => void): void =>
      removals.bringBack(id, () => {
        orgs.joinTwin(orgIdOf());
        then();
      }),

    /** Closes the vault and the connections. Nothing works afterwards. */
    close: async (): Promise<void> => {
      trayDue?.();
      vault.close();
      await client.close();
    },
  };
}
