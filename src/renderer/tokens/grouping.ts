import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import {
  appHealthOf,
  expiryOf,
  healthOf,
  keyDueOf,
  rotationDueOf,
  type TokenHealth,
} from '../../shared/health.ts';
import { byName, series } from '../../shared/listed.ts';
import { number } from '../../shared/plural.ts';
import { searchedText } from '../../shared/searched-text.ts';
import { date } from '../../shared/time-words.ts';
import { words as sharedWords } from '../../shared/words.ts';
import { words } from './words.ts';

/**
 * A credential in the order of labels, with what does not change while time goes by. Only this file knows what
 * differs between a token and an app.
 */
export interface Ordered extends Pick<Token, 'id' | 'label' | 'orgId' | 'orgHost' | 'environment'> {
  /** The kind in words. It is empty for a token, because most are tokens. */
  readonly kind: string;
  /** The text that a filter searches, in lower case and without the health. */
  readonly text: string;
  /** Returns the health at a time in milliseconds since 1970. */
  readonly healthAt: (now: number) => TokenHealth;
  /** Returns what comes due and when. */
  readonly ahead: () => string;
  /** Whether it can be tested. */
  readonly testable: boolean;
  /** Whether its value can be copied with one click. */
  readonly copyable: boolean;
}

/** A credential of the list, with its health. */
export interface Listed extends Ordered {
  readonly health: TokenHealth;
}

/** A group of the list. */
export interface ListGroup {
  readonly id: string;
  /** For example "Needs you, 3". */
  readonly title: string;
  readonly items: readonly Listed[];
}

/** Returns what a filter searches besides the health: what a person wrote, the org, and what is special to the kind. */
const textOf = (
  { label, orgHost, purpose, environment, tags }: Token | ServiceApp,
  own: readonly string[],
): string => searchedText([label, orgHost, purpose, environment, ...own, ...tags].join('\n'));

function orderedToken(token: Token): Ordered {
  const { id, label, orgId, orgHost, environment, known } = token;
  const usable = token.readable && token.revokedAt === null;
  const own = [token.fingerprint, known?.owner?.login ?? '', known?.oktaTokenName ?? ''];
  return {
    ...{ id, label, orgId, orgHost, environment },
    kind: '',
    text: textOf(token, own),
    healthAt: (now) => healthOf(token, now),
    ahead: () => dueWords(token),
    testable: usable,
    copyable: usable,
  };
}

function orderedApp(app: ServiceApp): Ordered {
  const { id, label, orgId, orgHost, environment } = app;
  return {
    ...{ id, label, orgId, orgHost, environment },
    kind: words.grouping.oauthApp,
    text: textOf(app, [words.grouping.oauthApp, app.clientId ?? '']),
    healthAt: (now) => appHealthOf(app, now),
    ahead: () => words.grouping.keyDue(date(keyDueOf(app))),
    testable: app.readable && app.clientId !== null && app.plan !== null,
    copyable: false,
  };
}

/** Returns when a token expires and when its rotation is due, and how sure the first date is. */
function dueWords(token: Token): string {
  if (token.revokedAt !== null) return '';
  const expiry = expiryOf(token);
  const say = expiry.sure ? words.grouping.expiryByOkta : words.grouping.expiryForecast;
  return say(date(expiry.at), date(rotationDueOf(token)));
}

/**
 * Returns all tokens and apps in the order of their labels. To compare labels is the slow part of the list, so it is done once for each
 * change.
 */
export const orderAll = (tokens: readonly Token[], apps: readonly ServiceApp[]): Ordered[] =>
  [...tokens.map(orderedToken), ...apps.map(orderedApp)].sort((a, b) => byName(a.label, b.label));

/** Returns all with their health at `now` (milliseconds since 1970), the most urgent first, and each urgency in the given order. */
export const listAll = (ordered: readonly Ordered[], now: number): Listed[] =>
  ordered
    .map((one) => ({ ...one, health: one.healthAt(now) }))
    .sort((a, b) => b.health.urgency - a.health.urgency);

const { states } = sharedWords.health;
/** What a filter finds of each health: its word, as the list shows it. */
const healthTexts = Object.fromEntries(
  Object.entries(states).map(([health, word]) => [health, searchedText(word)]),
) as typeof states;

/** Returns what matches all words of the filter, in groups. An empty group is left out. */
export function groupListed(all: readonly Listed[], filter: string, orgId: string | null): ListGroup[] {
  const asked = searchedText(filter).split(/\s+/).filter(Boolean);
  const listed = all.filter(
    (one) =>
      (orgId === null || one.orgId === orgId) &&
      asked.every((word) => one.text.includes(word) || healthTexts[one.health.health].includes(word)),
  );
  const group = (id: string, name: string, has: (one: Listed) => boolean): ListGroup => {
    const items = listed.filter(has);
    return { id, title: series([name, number(items.length)]), items };
  };
  return [
    group(
      'needs-you',
      words.grouping.needsYou,
      ({ health }) => health.health === 'Failing' || health.health === 'Attention',
    ),
    group('in-rotation', words.grouping.inRotation, ({ health }) => health.health === 'Rotating'),
    group('healthy', words.grouping.healthy, ({ health }) => health.health === 'Healthy'),
    group('revoked', words.grouping.revoked, ({ health }) => health.health === 'Revoked'),
  ].filter(({ items }) => items.length > 0);
}
