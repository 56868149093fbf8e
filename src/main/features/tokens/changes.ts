import type { EventPayload } from '../../../shared/contract/bridge.ts';
import type { Token } from '../../../shared/contract/tokens.ts';

type Changes = Omit<EventPayload<'tokensChanged'>, 'orgs'>;

/**
 * Works out what changed in the list of tokens since the window was last told, so that a change of one token of thousands does not send all
 * of them. A token is unchanged while the store returns the same object for it.
 */
export class TokenChanges {
  /** The tokens that the window knows, or null when it does not know the list. */
  #told: ReadonlyMap<string, Token> | null = null;
  #number = 0;

  /** Returns what to tell the window: the whole list the first time, and changes afterwards. */
  next(list: readonly Token[]): Changes {
    const told = this.#told;
    const now = new Map(list.map((token) => [token.id, token]));
    this.#told = now;
    const number = ++this.#number;
    if (told === null) return { number, after: null, tokens: [...list], removed: [] };
    return {
      number,
      after: number - 1,
      tokens: list.filter((token) => told.get(token.id) !== token),
      removed: [...told.keys()].filter((id) => !now.has(id)),
    };
  }

  /** Sends the whole list the next time: the window has read it by itself, or the vault was locked. */
  startAnew(): void {
    this.#told = null;
  }
}
