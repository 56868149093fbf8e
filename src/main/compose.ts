import { join } from 'node:path';
import type { Settings, TestRecord, Token, TokenProfile, VaultStatus } from '../shared/contract/models.ts';
import { textFor } from '../shared/use-texts.ts';
import { defined } from './defined.ts';
import { Failed } from './failed.ts';
import { HandOverDesk } from './handover/hand-over-desk.ts';
import type { Handlers, Publisher } from './ipc/router.ts';
import { OktaClient } from './okta/client.ts';
import { identifyOrg } from './orgs/identify.ts';
import { OrgStore } from './orgs/org-store.ts';
import type { Clipboard, Clock, Dialogs, Keyring, Log, Opener } from './ports.ts';
import { heldValue } from './rotation/machine.ts';
import { QuietWatch } from './rotation/quiet-watch.ts';
import { RotationDesk } from './rotation/rotation-desk.ts';
import { rotationHandlers } from './rotation/rotation-handlers.ts';
import { RotationStore } from './rotation/rotation-store.ts';
import type { Secret } from './secret.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { TestDesk } from './testing/test-desk.ts';
import { TestStore } from './testing/test-store.ts';
import { TimedClipboard } from './tokens/timed-clipboard.ts';
import { TokenStore } from './tokens/token-store.ts';
import { AutoLock } from './vault/auto-lock.ts';
import { Vault } from './vault/vault.ts';
import { vaultHandlers } from './vault/vault-handlers.ts';
import { Drafts } from './wizard/drafts.ts';
import { wizardHandlers } from './wizard/wizard-handlers.ts';

/** What the composition is given of the world. */
export interface World {
  readonly userData: string;
  readonly extraCaFile: string | null;
  readonly info: Awaited<ReturnType<Handlers['app']['info']>>;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly clipboard: Clipboard;
  readonly opener: Opener;
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly publish: Publisher['publish'];
  /** Loads the page afresh, so that nothing it held outlives a lock. */
  readonly reloadWindow: () => void;
  /** A setting that the window or the system follows has changed. */
  readonly onSettings: (settings: ReturnType<SettingsStore['view']>) => void;
}

/** The running features, as the app's start, its menu and the power events need them. */
export interface Keyturn {
  readonly handlers: Handlers;
  readonly settings: SettingsStore;
  /** Looks for the vault; called after the first paint, since it may make the keyring prompt. */
  start(): Promise<void>;
  lock(): void;
  /** After sleep. */
  wake(): void;
  /** Wipes what is in memory and clears the clipboard; the app may end after. */
  end(): Promise<void>;
}

const docs = {
  'okta-create-token': 'https://help.okta.com/okta_help.htm?id=ext-create-api-token',
  'okta-api-tokens': 'https://help.okta.com/okta_help.htm?id=ext_API',
  'keyring-help': 'https://wiki.gnome.org/Projects/GnomeKeyring',
} as const;

/** Puts the features together. Only here do they meet; each knows the vault, the Okta client and its own files. */
export function compose(world: World): Keyturn {
  const { clock, publish } = world;

  const vault = new Vault({ folder: world.userData, keyring: world.keyring, clock, log: world.log });
  const settings = new SettingsStore(join(world.userData, 'settings.json'), vault, world.extraCaFile);
  const client = new OktaClient({
    clock,
    version: world.info.version,
    log: world.log,
    network: () => ({ ...settings.network(), resolveSystemProxy: world.resolveProxy }),
  });

  const orgs = new OrgStore(vault);
  const tokens = new TokenStore(vault);
  const tests = new TestStore(vault);
  const rotationStore = new RotationStore(vault);
  const copied = new TimedClipboard(world.clipboard, clock, (reason) =>
    publish('clipboardCleared', { reason }),
  );
  const drafts = new Drafts(world.clipboard, (origin, secret) => tokens.labelOfValue(origin, secret));

  const isOpen = () => vault.status().phase === 'open';
  const publishTokens = () => {
    if (isOpen()) publish('tokensChanged', { tokens: tokens.list(), orgs: orgs.list() });
  };
  const originOf = (token: Token): string => {
    const org = orgs.list().find(({ id }) => id === token.orgId);
    if (org === undefined) throw new Failed('not-found', 'The org of this token is not kept here any more.');
    return org.origin;
  };

  /** Okta's ids that a token surely has not: those of the other kept tokens, and of the value its own rotation holds beside it. */
  const othersThan = (tokenId: string | null): string[] => {
    const open = tokenId === null ? null : rotationStore.openOf(tokenId);
    const held = open === null ? null : heldValue(open);
    const heldId = held === 'old' ? open?.oldOktaTokenId : held === 'new' ? open?.newOktaTokenId : null;
    return [...tokens.oktaIdsBesides(tokenId), ...(heldId == null ? [] : [heldId])];
  };

  const desk = new TestDesk({
    client,
    clock,
    publish,
    testable: (tokenId) => {
      const token = tokens.get(tokenId);
      return {
        origin: originOf(token),
        secret: tokens.secretOf(tokenId),
        known: {
          oktaTokenId: token.lastTest?.facts.oktaTokenId ?? null,
          network: token.lastTest?.facts.network ?? null,
          others: othersThan(tokenId),
        },
      };
    },
    all: () =>
      tokens
        .list()
        .filter((token) => token.readable && token.revokedAt === null)
        .map((token) => ({ tokenId: token.id, origin: originOf(token) })),
    onTokenTested: (tokenId, record) => {
      tests.keep(tokenId, record);
      publishTokens();
    },
    onTrouble: (error) => world.log.note('test.trouble', { error: String(error).slice(0, 300) }),
  });

  const handOver = new HandOverDesk(vault, world.dialogs, clock);
  const rotationTokens = {
    get: (id: string) => tokens.get(id),
    originOf,
    secretOf: (id: string) => tokens.secretOf(id),
    labelOfValue: (origin: string, secret: Secret) => tokens.labelOfValue(origin, secret),
    replaceValue: (id: string, origin: string, secret: Secret, capturedAt: number) =>
      tokens.replaceValue(id, origin, secret, capturedAt),
    markRevoked: (id: string, at: number) => tokens.markRevoked(id, at),
    keepTest: (id: string, record: TestRecord) => tests.keep(id, record),
    update: (id: string, change: Partial<TokenProfile>) => {
      tokens.update(id, change);
      publishTokens();
    },
    oktaIdsBesides: (id: string) => tokens.oktaIdsBesides(id),
  };
  const rotations = new RotationDesk(rotationStore, {
    client,
    clock,
    clipboard: world.clipboard,
    tokens: rotationTokens,
    test: ({ subject, origin, secret, known, shown, signal }) =>
      desk.testValue(subject, { origin, secret, known }, signal, shown),
    handOver: (how, label, secret) => handOver.run(how, label, secret),
    onChanged: (rotation) => {
      publish('rotationChanged', { rotation });
      publishTokens();
    },
    onBusy: (rotationId, doing) => publish('rotationBusy', { rotationId, doing }),
    retest: (tokenId) => void desk.testToken(tokenId),
  });
  const quietWatch = new QuietWatch(clock, rotations, (error) =>
    world.log.note('rotation.quiet-trouble', { error: String(error).slice(0, 300) }),
  );

  const autoLock = new AutoLock(clock, () => settings.plain.lockAfterMinutes, lock);
  const status = (): VaultStatus => ({ ...vault.status(), locksAt: autoLock.locksAt });
  const publishStatus = () => publish('vaultChanged', status());
  const publishSettings = () => {
    const view = settings.view();
    publish('settingsChanged', view);
    world.onSettings(view);
  };

  /** Everything that held a value or a key lets go of it, then the page starts afresh. */
  function lock(): void {
    if (!vault.canLock()) return;
    desk.cancelAll();
    rotations.cancelAll();
    quietWatch.stop();
    drafts.discardAll();
    void copied.clear('lock');
    autoLock.stop();
    vault.lock();
    void client.networkChanged();
    world.reloadWindow();
  }

  let wasOpen = false;
  vault.onChange(() => {
    if (isOpen() && !wasOpen) {
      if (vault.canLock()) autoLock.restart();
      quietWatch.start();
      client.networkChanged();
      publishSettings();
    }
    wasOpen = isOpen();
    publishStatus();
    publishTokens();
  });

  const handlers: Handlers = {
    app: {
      info: () => world.info,
      copyText: async ({ text }) => {
        await world.clipboard.writeText(text);
        return {};
      },
      noteActivity: () => {
        if (isOpen() && vault.canLock()) {
          autoLock.restart();
          publishStatus();
        }
        return {};
      },
      openDoc: async ({ doc }) => {
        await world.opener.openUrl(new URL(docs[doc]));
        return {};
      },
    },
    vault: vaultHandlers({
      vault,
      dialogs: world.dialogs,
      opener: world.opener,
      clock,
      folder: world.userData,
      lock,
      status,
    }),
    orgs: { list: () => orgs.list() },
    tokens: {
      list: () => tokens.list(),
      update: ({ tokenId, profile }) => {
        const token = tokens.update(tokenId, defined<TokenProfile>(profile));
        publishTokens();
        return token;
      },
      remove: ({ tokenId }) => {
        if (rotationStore.openOf(tokenId) !== null) {
          throw new Failed(
            'rotation',
            'This token is being rotated, and a second value may be kept for it.',
            'End the rotation first.',
          );
        }
        vault.transaction(() => {
          tokens.remove(tokenId);
          orgs.dropUnused();
        });
        publishTokens();
        return {};
      },
      copy: async ({ tokenId, as }) => {
        const origin = originOf(tokens.get(tokenId));
        const secret = tokens.secretOf(tokenId);
        try {
          const text = secret.use((bytes) => textFor(as, origin, bytes.toString('utf8')));
          return { clearsAt: await copied.copy(text) };
        } finally {
          secret.wipe();
        }
      },
    },
    wizard: wizardHandlers({
      drafts,
      opener: world.opener,
      identify: (input) => identifyOrg(client, input),
      keptToken: (tokenId) => {
        const token = tokens.get(tokenId);
        const org = orgs.list().find(({ id }) => id === token.orgId);
        return { org: org === undefined ? null : { ...org, notes: [] }, profile: token };
      },
      test: (draftId, { origin, secret }, onResult) => {
        const known = {
          oktaTokenId: null,
          network: null,
          others: othersThan(drafts.get(draftId).replaces),
        };
        return desk.testDraft(draftId, { origin, secret, known }, onResult);
      },
      save: (draft, profile) => {
        const org = drafts.orgOf(draft);
        const secret = drafts.secretOf(draft);
        const id = vault.transaction(() => {
          const orgId = orgs.keep(org, clock.now());
          const kept = draft.replaces ?? tokens.add(orgId, org.origin, profile, secret, clock.now());
          if (draft.replaces !== null) {
            tokens.replaceValue(kept, org.origin, secret, clock.now());
            tokens.update(kept, profile);
          }
          if (draft.lastTest !== null) tests.keep(kept, draft.lastTest);
          return kept;
        });
        publishTokens();
        return tokens.get(id);
      },
    }),
    testing: {
      test: ({ tokenId }) => ({ jobId: desk.testToken(tokenId) }),
      testAll: () => ({ jobId: desk.testAll() }),
      history: ({ tokenId, limit }) => tests.history(tokenId, limit),
      recent: ({ limit }) => tests.recent(limit),
      cancel: ({ jobId }) => {
        desk.cancel(jobId);
        return {};
      },
    },
    rotation: rotationHandlers({
      desk: rotations,
      tokens: rotationTokens,
      opener: world.opener,
      dialogs: world.dialogs,
      now: () => clock.now(),
      adminUrlOf: (tokenId) => {
        const { orgId } = tokens.get(tokenId);
        return orgs.list().find(({ id }) => id === orgId)?.adminUrl ?? '';
      },
      version: world.info.version,
    }),
    settings: {
      get: () => settings.view(),
      set: ({ change }) => {
        settings.set(defined<Settings>(change));
        if ('proxy' in change) client.networkChanged();
        if ('lockAfterMinutes' in change && isOpen() && vault.canLock()) autoLock.restart();
        publishSettings();
        publishStatus();
        return settings.view();
      },
      chooseExtraCa: async () => {
        const file = await world.dialogs.openFile('Choose a file of CA certificates', ['pem', 'crt', 'cer']);
        if (file !== null) {
          settings.set({ extraCaFile: file });
          client.networkChanged();
          publishSettings();
        }
        return settings.view();
      },
      removeExtraCa: () => {
        settings.set({ extraCaFile: null });
        client.networkChanged();
        publishSettings();
        return settings.view();
      },
    },
  };

  return {
    handlers,
    settings,
    start: async () => {
      await vault.start();
    },
    lock,
    wake: () => autoLock.catchUp(),
    end: async () => {
      desk.cancelAll();
      rotations.cancelAll();
      quietWatch.stop();
      drafts.discardAll();
      autoLock.stop();
      await copied.clear('quit');
      vault.close();
      await client.close();
    },
  };
}
