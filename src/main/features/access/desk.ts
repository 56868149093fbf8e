import { clip } from '../../../shared/clip.ts';
import type {
  AccessPurpose,
  AccessView,
  Comparison,
  FamilyId,
  Inventory,
  Judgement,
  LogUse,
  NetworkPreview,
  NetworkView,
  Probe,
  WantedNetwork,
  Xray,
} from '../../../shared/contract/access.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { sentences } from '../../../shared/listed.ts';
import { changedSentence } from '../../base/changes.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Asking } from './asking.ts';
import { comparisonOf, differencesOf, restrictionWords } from './differences.ts';
import { MaybeRevoked, readInventory, revokeListed } from './inventory.ts';
import { judge, scopesOf } from './judgement.ts';
import { readLogUse } from './log-use.ts';
import { choices, families, purposes } from './mapping.ts';
import { type NetworkState, readNetwork, writeNetwork } from './network.ts';
import { manageReach } from './reach.ts';
import type { AccessNote, AccessStore } from './store.ts';
import { words } from './words.ts';
import { type KnownBefore, planOf, runXray } from './xray.ts';
import { wouldAllow } from './zone-check.ts';

/** What the desk takes from the rest of the app. */
export interface AccessNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly store: AccessStore;
  /** Returns a kept token. Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Token;
  readonly tokensOf: (orgId: string) => readonly Token[];
  readonly originOf: (token: Token) => string;
  /** Returns the token's value, which the desk wipes. Throws Failed when the value cannot be decrypted. */
  readonly secretOf: (tokenId: string) => Secret;
  /** Returns the number of the token's present value. Throws Failed `not-found`. */
  readonly valueNoOf: (tokenId: string) => number;
  /** Returns the tokens of an org that may ask, the best first; `first` before all others. */
  readonly askers: (orgId: string, reads: readonly FamilyId[], first: string | null) => readonly Token[];
  /** Sees that a token's job may get these scopes, because an app may have the same job. Rejects with Failed when a person refuses. */
  readonly agreeToScopes: (
    tokenId: string,
    before: readonly string[],
    after: readonly string[],
  ) => Promise<void>;
  /** Writes an action into the record. `tokenId` is null for a token of the org that Keyturn does not keep. */
  readonly note: (
    action: string,
    about: { readonly tokenId: string | null; readonly label: string; readonly orgHost: string },
    sentence: string,
  ) => void;
}

/** The most X-rays of one token that the window shows. Older X-rays stay in the vault. */
const shown = 30;
/** The most tokens that Keyturn tries for a call that not every token may make. */
const mostAskers = 3;

/** Carries out the window's calls about access, one method each. Every call ends at once when the app locks. */
export class AccessDesk {
  readonly #needs: AccessNeeds;
  readonly #running = new Map<string, Promise<Xray>>();
  /** The restriction of each token as it was read, with the number of the token's value at that time. */
  readonly #networks = new Map<string, { readonly valueNo: number; readonly state: NetworkState }>();
  #ending = new AbortController();

  constructor(needs: AccessNeeds) {
    this.#needs = needs;
  }

  /** Ends every running call, and forgets the restrictions. */
  cancelAll(): void {
    this.#ending.abort(new Failed('cancelled', words.desk.cancelled));
    this.#ending = new AbortController();
    this.#networks.clear();
  }

  /** Returns the probes of a token's newest X-ray, and its judgement for the token's purpose. Without an X-ray or a purpose there is no judgement. */
  judged(tokenId: string): { readonly probes: readonly Probe[]; readonly judgement: Judgement | null } {
    const [newest] = this.#needs.store.list(tokenId, 1);
    return {
      probes: newest?.probes ?? [],
      judgement: judgementOf(newest, this.#needs.store.note(tokenId)),
    };
  }

  /** Returns the judgement of each token that has a purpose and an X-ray, by the token's id. Makes no call. */
  judgements(): ReadonlyMap<string, Judgement> {
    return new Map(
      this.#needs.store.withNote().flatMap((tokenId) => {
        const { judgement } = this.judged(tokenId);
        return judgement === null ? [] : [[tokenId, judgement] as const];
      }),
    );
  }

  /** Returns all kept facts about a token's access, judged by its purpose. Throws Failed `not-found`. */
  view(tokenId: string): AccessView {
    const token = this.#needs.token(tokenId);
    const xrays = this.#needs.store.list(tokenId, shown + 1);
    const { purpose, logUse } = this.#needs.store.note(tokenId);
    const [newest] = xrays;
    return {
      plan: planOf(this.#knownOf(token)),
      ...choices(),
      purpose,
      logUse,
      xrays: xrays.slice(0, shown).map((xray, n) => {
        const before = xrays[n + 1];
        return { xray, differences: before === undefined ? [] : differencesOf(before, xray) };
      }),
      changes:
        newest === undefined
          ? []
          : families.map(({ id }) => {
              const { is, ground } = manageReach(newest, id);
              return { family: id, is, ground: clip(ground, 400) };
            }),
      judgement: judgementOf(newest, { purpose, logUse }),
    };
  }

  /** Makes an X-ray of a token and keeps it. A second call during an X-ray waits for the same one. Throws Failed. */
  async xray(tokenId: string): Promise<AccessView> {
    const running = this.#running.get(tokenId) ?? this.#xray(tokenId);
    this.#running.set(tokenId, running);
    try {
      await running;
    } finally {
      this.#running.delete(tokenId);
    }
    return this.view(tokenId);
  }

  /** Keeps the purpose of a token. Throws Failed `not-found`, and as `agreeToScopes`. */
  async setPurpose(tokenId: string, purpose: AccessPurpose): Promise<AccessView> {
    this.#needs.token(tokenId);
    const needs = purpose.kind === 'custom' ? purpose.needs : [];
    const single = new Map(needs.map((need) => [need.family, need]));
    await this.#keepJob(tokenId, { purpose: { kind: purpose.kind, needs: [...single.values()] } });
    return this.view(tokenId);
  }

  /** Reads from the System Log what the token changes, and saves that as its purpose. Throws Failed `okta` or `not-found`. */
  async readLog(tokenId: string): Promise<AccessView> {
    const token = this.#needs.token(tokenId);
    const oktaTokenId = this.#knownOf(token).oktaTokenId;
    if (oktaTokenId === null) {
      throw new Failed('not-found', words.desk.idNotKnown, words.desk.learnId);
    }
    const logUse = await this.#asking(token, (asking) =>
      readLogUse({ ...this.#need(), ...asking, oktaTokenId }),
    );
    await this.#keepJob(tokenId, { purpose: { kind: 'from-log', needs: [] }, logUse });
    return this.view(tokenId);
  }

  /** Returns two tokens side by side, by their newest X-rays. Throws Failed `not-found` when one of them has no X-ray. */
  compare(tokenId: string, withTokenId: string): Comparison {
    const side = (id: string) => {
      const token = this.#needs.token(id);
      const [xray] = this.#needs.store.list(id, 1);
      if (xray === undefined) {
        throw new Failed('not-found', words.desk.noXray(token.label), words.desk.makeXray);
      }
      return { tokenId: id, label: token.label, orgHost: token.orgHost, xray };
    };
    return comparisonOf(side(tokenId), side(withTokenId));
  }

  /** Reads a token's network restriction and the org's zones from Okta. Throws Failed `okta` or `not-found`. */
  async network(tokenId: string): Promise<NetworkView> {
    const token = this.#needs.token(tokenId);
    const valueNo = this.#needs.valueNoOf(tokenId);
    return this.#askingAny(token.orgId, ['tokens', 'zones'], token, async (askers) => {
      const state = await readNetwork(this.#need(), askers, this.#knownOf(token).oktaTokenId);
      this.#networks.set(tokenId, { valueNo, state });
      return state.view;
    });
  }

  /** Returns whether this computer could still use the token under the wanted restriction. Makes no call. */
  previewNetwork(tokenId: string, wanted: WantedNetwork): NetworkPreview {
    const state = this.#networkOf(tokenId);
    if (state === undefined) {
      throw new Failed('not-found', words.desk.restrictionNotRead, words.desk.readThenChange);
    }
    return wouldAllow(wanted, state.zones, state.view.address?.ip ?? null);
  }

  /**
   * Changes a token's network restriction in Okta with the token `by` of the same org. Without `evenIf` it refuses a change that would or
   * may block this computer. Throws Failed.
   */
  async setNetwork(
    tokenId: string,
    by: string,
    wanted: WantedNetwork,
    evenIf: boolean,
  ): Promise<NetworkView> {
    const token = this.#needs.token(tokenId);
    const state = this.#networkOf(tokenId);
    const preview = this.previewNetwork(tokenId, wanted);
    if (wanted.connection === 'ZONE' && wanted.include.length + wanted.exclude.length === 0) {
      throw new Failed('bad-request', words.desk.noZoneChosen, words.desk.chooseZone);
    }
    if (state === undefined || (preview.verdict !== 'allowed' && !evenIf)) {
      throw new Failed('bad-request', words.desk.notConfirmed(preview.sentence), words.desk.confirmOrChoose);
    }
    const asker = this.#needs.token(by);
    if (asker.orgId !== token.orgId) throw new Failed('bad-request', words.desk.anotherOrg);
    const before = await this.#asking(asker, (asking) =>
      writeNetwork(this.#need(), asking, state.view.oktaTokenId, wanted),
    );
    this.#noteNetwork(token, asker, state.zones, before, wanted);
    try {
      return await this.network(tokenId);
    } catch (error) {
      if (!(error instanceof Failed) || error.failure.code === 'cancelled') throw error;
      // Okta made the change. Keyturn cannot read it again, for example because this address is outside the zones now.
      const { connection, include, exclude } = wanted;
      const view = {
        ...state.view,
        restriction: { connection, include, exclude },
        addressNote: clip(words.desk.changedNotRead(error.failure.sentence), 400),
      };
      this.#networks.set(tokenId, { valueNo: this.#needs.valueNoOf(tokenId), state: { ...state, view } });
      return view;
    }
  }

  /** Returns every token that an org has. Throws Failed `okta` or `not-found`. */
  async inventory(orgId: string): Promise<Inventory> {
    const kept = this.#needs
      .tokensOf(orgId)
      .map((token) => ({ token, oktaTokenId: this.#knownOf(token).oktaTokenId }));
    return this.#askingAny(orgId, ['tokens', 'users'], null, (askers) =>
      readInventory(this.#need(), askers, ({ id }) => {
        const found = kept.find(({ oktaTokenId }) => oktaTokenId === id)?.token;
        return found === undefined ? null : { tokenId: found.id, label: found.label };
      }),
    );
  }

  /** Revokes a token of the inventory with the token `by`. `typed` must be its name. Throws Failed. */
  async revoke(orgId: string, by: string, oktaTokenId: string, typed: string): Promise<void> {
    const asker = this.#needs.token(by);
    if (asker.orgId !== orgId) throw new Failed('bad-request', words.desk.anotherOrg);
    const kept = this.#needs
      .tokensOf(orgId)
      .find((token) => this.#knownOf(token).oktaTokenId === oktaTokenId);
    const { orgHost } = asker;
    const about = kept === undefined ? { tokenId: null, label: clip(typed, 120), orgHost } : aboutToken(kept);
    const noted = (sentence: string) => this.#needs.note('token.revoked', about, sentence);
    try {
      await this.#asking(asker, (asking) => revokeListed(this.#need(), asking, oktaTokenId, typed));
    } catch (error) {
      if (error instanceof MaybeRevoked) noted(error.failure.sentence);
      throw error;
    }
    noted(words.desk.revokedWith(asker.label));
  }

  #noteNetwork(
    token: Token,
    asker: Token,
    zones: NetworkState['zones'],
    before: NetworkView['restriction'],
    wanted: WantedNetwork,
  ): void {
    const names = new Map(zones.map(({ id, name }) => [id, name]));
    const inWords = (restriction: NetworkView['restriction']) =>
      restrictionWords(restriction, (id) => names.get(id) || id);
    const name = words.differences.networkRestriction;
    const changed = changedSentence([{ name, from: inWords(before), to: inWords(wanted) }]);
    this.#needs.note(
      'token.network',
      aboutToken(token),
      sentences([changed, words.desk.changedWith(asker.label)]),
    );
  }

  /** Returns the last read restriction of the token's present value. */
  #networkOf(tokenId: string): NetworkState | undefined {
    const read = this.#networks.get(tokenId);
    return read?.valueNo === this.#needs.valueNoOf(tokenId) ? read.state : undefined;
  }

  async #xray(tokenId: string): Promise<Xray> {
    const token = this.#needs.token(tokenId);
    const valueNo = this.#needs.valueNoOf(tokenId);
    return this.#asking(token, async (asking) => {
      const record = await runXray({ ...this.#need(), ...asking, known: this.#knownOf(token) });
      this.#needs.store.keep(tokenId, record, valueNo);
      this.#needs.note('token.xrayed', aboutToken(token), words.desk.xrayMade);
      return record;
    });
  }

  /** Keeps what a token is for, after a person agreed where this lets programs do more. */
  async #keepJob(
    tokenId: string,
    change: { readonly purpose: AccessPurpose; readonly logUse?: LogUse },
  ): Promise<void> {
    const { store, agreeToScopes } = this.#needs;
    const scopes = ({ purpose, logUse }: AccessNote) => (purpose === null ? [] : scopesOf(purpose, logUse));
    const before = store.note(tokenId);
    await agreeToScopes(tokenId, scopes(before), scopes({ ...before, ...change }));
    store.setNote(tokenId, change);
    const label = ({ purpose }: AccessNote) =>
      purposes.find(({ kind }) => kind === purpose?.kind)?.label ?? '';
    const [from, to] = [label(before), label(store.note(tokenId))];
    const sentence = changedSentence([{ name: words.desk.whatItIsFor, from, to }]);
    this.#needs.note('token.purpose', aboutToken(this.#needs.token(tokenId)), sentence);
  }

  #need() {
    return { client: this.#needs.client, clock: this.#needs.clock, signal: this.#ending.signal };
  }

  /** Returns what X-rays and tests found out about the token's present value. */
  #knownOf(token: Token): KnownBefore {
    const [xray] = this.#needs.store.list(token.id, 1);
    const test = token.known;
    const owner = xray?.owner ?? test?.owner ?? null;
    return {
      owner: owner === null ? null : { id: owner.id, login: owner.login },
      oktaTokenId: xray?.oktaTokenId ?? test?.oktaTokenId ?? null,
      network: xray?.network ?? test?.network ?? null,
      opened: xray?.roles ?? [],
    };
  }

  async #asking<T>(token: Token, work: (asking: Asking) => Promise<T>): Promise<T> {
    using secret = this.#needs.secretOf(token.id);
    return await work({ tokenId: token.id, label: token.label, origin: this.#needs.originOf(token), secret });
  }

  /** Opens the tokens of the org that may ask, the best first and `first` before all others. Wipes them when `work` has ended. */
  async #askingAny<T>(
    orgId: string,
    reads: readonly FamilyId[],
    first: Token | null,
    work: (askers: Asking[]) => Promise<T>,
  ): Promise<T> {
    const tokens = this.#needs.askers(orgId, reads, first?.id ?? null).slice(0, mostAskers);
    if (tokens.length === 0) {
      throw new Failed('not-found', words.desk.noTokenToAsk, words.desk.addToken);
    }
    using open = new DisposableStack();
    const askers = tokens.map((token) => ({
      tokenId: token.id,
      label: token.label,
      origin: this.#needs.originOf(token),
      secret: open.use(this.#needs.secretOf(token.id)),
    }));
    return await work(askers);
  }
}

const judgementOf = (newest: Xray | undefined, { purpose, logUse }: AccessNote): Judgement | null =>
  newest === undefined || purpose === null ? null : judge(newest, purpose, logUse);

const aboutToken = ({ id, label, orgHost }: Token) => ({ tokenId: id, label, orgHost });
