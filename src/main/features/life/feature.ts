import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import type { Notice } from '../../../shared/contract/life.ts';
import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import type { Feature } from '../../app/feature.ts';
import type { Watch } from '../../base/files.ts';
import type { Clock, Dialogs, Log } from '../../base/ports.ts';
import type { Vault } from '../../vault/vault.ts';
import { LifeDesk, type LifeNeeds } from './desk.ts';
import { lifeHandlers } from './handlers.ts';
import { type LifeCallNeeds, statusOfOwner, useOnce } from './okta-calls.ts';
import { LifeStore } from './store.ts';

/** What a token's life needs from the rest of the app. */
export interface LifeFeatureNeeds extends LifeCallNeeds {
  readonly vault: Vault;
  readonly watch: Watch;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly tokens: () => Token[];
  readonly apps: () => readonly ServiceApp[];
  /** Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Token;
  /** Returns the results of the present value, newest first. */
  readonly testsOf: (tokenId: string, limit: number) => TestRecord[];
  /** Returns the accepted tokens of this token's org that may read users, without this one. */
  readonly askersFor: (token: Token) => Token[];
  /** Called when Okta accepted a call with the token. */
  readonly used: (tokenId: string, at: number) => void;
  readonly settings: LifeNeeds['settings'];
  readonly notify: LifeNeeds['notify'];
  readonly onNotices: (notices: Notice[]) => void;
  readonly onUsed: () => void;
  readonly note: (
    action: string,
    token: Token,
    sentence: string,
    more?: Pick<ActivityEntry, 'outcome' | 'code' | 'requestId'>,
  ) => void;
}

/** The number of tests to search for the last one that read the owner. */
const mostLookedBack = 20;

/** The feature for warnings about tokens and the keys of apps, keep alive and owner watch. */
export interface LifeFeature extends Feature<'life'> {
  readonly desk: LifeDesk;
}

/** Returns the feature that watches expiries, rotations and owners, and keeps tokens alive. */
export function lifeFeature(needs: LifeFeatureNeeds): LifeFeature {
  const { clock, log } = needs;
  const desk = new LifeDesk(new LifeStore(needs.vault), {
    clock,
    random: Math.random,
    tokens: needs.tokens,
    apps: needs.apps,
    tokenOf: needs.token,
    use: async (tokenId) => {
      const token = needs.token(tokenId);
      const said = await useOnce(needs, token);
      if (said.kind === 'accepted') needs.used(tokenId, clock.now());
      const { kind, word, requestId } = said;
      needs.note('token.kept-alive', token, said.sentence, { outcome: word, code: kind, requestId });
      needs.onUsed();
      return said;
    },
    ownerBefore: (tokenId, record) =>
      needs
        .testsOf(tokenId, mostLookedBack)
        .find(({ id, facts }) => id !== record.id && facts.owner !== null) ?? null,
    statusOf: (tokenId, ownerId) => statusOfOwner(needs, needs.askersFor(needs.token(tokenId)), ownerId),
    settings: needs.settings,
    notify: needs.notify,
    onNotices: needs.onNotices,
    onTrouble: (error) => log.note('life.trouble', { error: String(error) }),
  });
  return {
    name: 'life',
    handlers: lifeHandlers(desk, needs),
    opened: () => desk.start(),
    lock: () => desk.lock(),
    end: () => desk.stop(),
    desk,
  };
}
