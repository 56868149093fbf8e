import { clip } from '../../../shared/clip.ts';
import type {
  AccessPurpose,
  AccessView,
  Comparison,
  FamilyId,
  Inventory,
  Judgement,
  NetworkPreview,
  NetworkView,
  Probe,
  WantedNetwork,
  Xray,
} from '../../../shared/contract/access.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Asking } from './asking.ts';
import { comparisonOf, differencesOf } from './differences.ts';
import { readInventory, revokeListed } from './inventory.ts';
import { judge } from './judgement.ts';
import { readLogUse } from './log-use.ts';
import { families, purposes } from './mapping.ts';
import { type NetworkState, readNetwork, writeNetwork } from './network.ts';
import { manageReach } from './reach.ts';
import type { AccessNote, AccessStore } from './store.ts';
import { type KnownBefore, planOf, runXray } from './xray.ts';
import { wouldAllow } from './zone-check.ts';

export interface AccessNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly store: AccessStore;
  /** Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Token;
  readonly tokensOf: (orgId: string) => readonly Token[];
  readonly originOf: (token: Token) => string;
  /** The desk wipes it. Throws Failed when it does not open. */
  readonly secretOf: (tokenId: string) => Secret;
  /** Returns the number of the token's present value. Throws Failed `not-found`. */
  readonly valueNoOf: (tokenId: string) => number;
  /** Returns the tokens of an org that may ask, the best first; `first` before all others. */
  readonly askers: (orgId: string, reads: readonly FamilyId[], first: string | null) => readonly Token[];
}

/** X-rays shown of one token; older ones stay kept. */
const shown = 30;
/** Tokens tried for a call that not every token may make. */
const mostAskers = 3;

/** What a window may ask of access, one method each; every call ends at once on lock. */
export class AccessDesk {
  readonly #needs: AccessNeeds;
  readonly #running = new Map<string, Promise<Xray>>();
  /** What was read of a token's restriction, by the value it was read of. */
  readonly #networks = new Map<string, { readonly valueNo: number; readonly state: NetworkState }>();
  #ending = new AbortController();

  constructor(needs: AccessNeeds) {
    this.#needs = needs;
  }

  /** Ends every call that runs, and forgets what was read for the window. */
  cancelAll(): void {
    this.#ending.abort(new Failed('cancelled', 'Cancelled.'));
    this.#ending = new AbortController();
    this.#networks.clear();
  }

  /** What the newest X-ray found, and what that comes to for what the token is for; null where either is not known. */
  judged(tokenId: string): { readonly probes: readonly Probe[]; readonly judgement: Judgement | null } {
    const [newest] = this.#needs.store.list(tokenId, 1);
    return {
      probes: newest?.probes ?? [],
      judgement: judgementOf(newest, this.#needs.store.note(tokenId)),
    };
  }

  /** What is kept of a token's access, judged by what it is for. */
  view(tokenId: string): AccessView {
    const token = this.#needs.token(tokenId);
    const xrays = this.#needs.store.list(tokenId, shown + 1);
    const { purpose, logUse } = this.#needs.store.note(tokenId);
    const [newest] = xrays;
    return {
      plan: planOf(this.#knownOf(token)),
      families: families.map(({ id, label, scope }) => ({ id, label, changeable: scope.manage !== null })),
      purposes: purposes.map(({ kind, label, words }) => ({ kind, label, words })),
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

  /** Looks through a token and keeps what came out; one at a time for each token. */
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

  setPurpose(tokenId: string, purpose: AccessPurpose): AccessView {
    this.#needs.token(tokenId);
    const needs = purpose.kind === 'custom' ? purpose.needs : [];
    const single = new Map(needs.map((need) => [need.family, need]));
    this.#needs.store.setNote(tokenId, { purpose: { kind: purpose.kind, needs: [...single.values()] } });
    return this.view(tokenId);
  }

  /** Reads the log for what the token does, and judges it by that. */
  async readLog(tokenId: string): Promise<AccessView> {
    const token = this.#needs.token(tokenId);
    const oktaTokenId = this.#knownOf(token).oktaTokenId;
    if (oktaTokenId === null) {
      throw new Failed(
        'not-found',
        "Okta has not said which of the org's tokens this one is, and the System Log tells tokens apart by their id only.",
        'Test the token or make an X-ray with a role that may read the list of API tokens.',
      );
    }
    await this.#asking(token, async (asking) => {
      const use = await readLogUse({ ...this.#need(), ...asking, oktaTokenId });
      this.#needs.store.setNote(tokenId, { purpose: { kind: 'from-log', needs: [] }, logUse: use });
    });
    return this.view(tokenId);
  }

  compare(tokenId: string, withTokenId: string): Comparison {
    const side = (id: string) => {
      const token = this.#needs.token(id);
      const [xray] = this.#needs.store.list(id, 1);
      if (xray === undefined) {
        throw new Failed(
          'not-found',
          `No X-ray of ${token.label} is kept yet.`,
          'Make one on its Access tab, then compare.',
        );
      }
      return { tokenId: id, label: token.label, orgHost: token.orgHost, xray };
    };
    return comparisonOf(side(tokenId), side(withTokenId));
  }

  async network(tokenId: string): Promise<NetworkView> {
    const token = this.#needs.token(tokenId);
    const valueNo = this.#needs.valueNoOf(tokenId);
    return this.#askingAny(token.orgId, ['tokens', 'zones'], token, async (askers) => {
      const state = await readNetwork(this.#need(), askers, this.#knownOf(token).oktaTokenId);
      this.#networks.set(tokenId, { valueNo, state });
      return state.view;
    });
  }

  previewNetwork(tokenId: string, wanted: WantedNetwork): NetworkPreview {
    const state = this.#networkOf(tokenId);
    if (state === undefined) {
      throw new Failed(
        'not-found',
        'The restriction has not been read from Okta yet.',
        'Read it, then change it.',
      );
    }
    return wouldAllow(wanted, state.zones, state.view.address?.ip ?? null);
  }

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
      throw new Failed(
        'bad-request',
        'No zone is chosen, so nothing was changed.',
        'Choose a zone, or allow any address.',
      );
    }
    if (state === undefined || (preview.verdict !== 'allowed' && !evenIf)) {
      throw new Failed(
        'bad-request',
        `${preview.sentence} Nothing was changed.`,
        'Confirm it, or choose other zones.',
      );
    }
    const asker = this.#needs.token(by);
    if (asker.orgId !== token.orgId) throw new Failed('bad-request', 'That token is of another org.');
    await this.#asking(asker, (asking) => writeNetwork(this.#need(), asking, state.view.oktaTokenId, wanted));
    try {
      return await this.network(tokenId);
    } catch (error) {
      if (!(error instanceof Failed) || error.failure.code === 'cancelled') throw error;
      // The change is made; from here it just cannot be read again, as when this address is outside the zones now.
      const { connection, include, exclude } = wanted;
      const view = {
        ...state.view,
        restriction: { connection, include, exclude },
        addressNote: `Okta took the change. It could not be read again: ${error.failure.sentence}`.slice(
          0,
          400,
        ),
      };
      this.#networks.set(tokenId, { valueNo: this.#needs.valueNoOf(tokenId), state: { ...state, view } });
      return view;
    }
  }

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

  async revoke(orgId: string, by: string, oktaTokenId: string, typed: string): Promise<void> {
    const asker = this.#needs.token(by);
    if (asker.orgId !== orgId) throw new Failed('bad-request', 'That token is of another org.');
    await this.#asking(asker, (asking) => revokeListed(this.#need(), asking, oktaTokenId, typed));
  }

  /** Returns what was read of the restriction of the token's present value. */
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
      return record;
    });
  }

  #need() {
    return { client: this.#needs.client, clock: this.#needs.clock, signal: this.#ending.signal };
  }

  /** Returns what X-rays and tests have learnt of the token's present value. */
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

  /** Opens the tokens of the org that may ask, the best first; `first` before all others. */
  async #askingAny<T>(
    orgId: string,
    reads: readonly FamilyId[],
    first: Token | null,
    work: (askers: Asking[]) => Promise<T>,
  ): Promise<T> {
    const tokens = this.#needs.askers(orgId, reads, first?.id ?? null).slice(0, mostAskers);
    if (tokens.length === 0) {
      throw new Failed(
        'not-found',
        'No token of this org is kept here that could ask Okta.',
        'Add one first.',
      );
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
