import { join } from 'node:path';
import type { Settings, Token, TokenProfile, VaultStatus } from '../shared/contract/models.ts';
import { textFor } from '../shared/use-texts.ts';
import { defined } from './defined.ts';
import { Failed } from './failed.ts';
import type { Handlers, Publisher } from './ipc/router.ts';
import { OktaClient } from './okta/client.ts';
import { identifyOrg } from './orgs/identify.ts';
import { OrgStore } from './orgs/org-store.ts';
import type { Clipboard, Clock, Dialogs, Keyring, Log, Opener } from './ports.ts';
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

  const desk = new TestDesk({
    client,
    clock,
    publish,
    testable: (tokenId) => {
      const token = tokens.get(tokenId);
      // What a test of an earlier value learnt says nothing of the one that was pasted since.
      const facts =
        token.lastTest !== null && token.lastTest.at >= token.capturedAt ? token.lastTest.facts : null;
      return {
        origin: originOf(token),
        secret: tokens.secretOf(tokenId),
        known: { oktaTokenId: facts?.oktaTokenId ?? null, network: facts?.network ?? null },
      };
    },
    all: () =>
      tokens
        .list()
        .filter((token) => token.readable)
        .map((token) => ({ tokenId: token.id, origin: originOf(token) })),
    onTokenTested: (tokenId, record) => {
      tests.keep(tokenId, record);
      publishTokens();
    },
    onTrouble: (error) => world.log.note('test.trouble', { error: String(error).slice(0, 300) }),
  });

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
      test: (draftId, testable, onResult) => desk.testDraft(draftId, testable, onResult),
      cancel: (jobId) => desk.cancel(jobId),
      save: (draft, profile) => {
        const org = drafts.orgOf(draft);
        const secret = drafts.secretOf(draft);
        // It was captured before it was tested.
        const now = Math.min(clock.now(), draft.lastTest?.at ?? Infinity);
        const id = vault.transaction(() => {
          const orgId = orgs.keep(org, now);
          const kept = draft.replaces ?? tokens.add(orgId, org.origin, profile, secret, now);
          if (draft.replaces !== null) {
            tokens.replaceValue(kept, org.origin, secret, now);
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
      drafts.discardAll();
      autoLock.stop();
      await copied.clear('quit');
      vault.close();
      await client.close();
    },
  };
}
