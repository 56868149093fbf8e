import type { Token } from '../../../shared/contract/tokens.ts';
import { healthOf } from '../../../shared/health.ts';
import { words } from './words.ts';

/** What the tray shows. While locked, it names nothing. */
export interface TrayView {
  readonly locked: boolean;
  readonly line: string;
  readonly urgent: readonly { readonly id: string; readonly words: string }[];
  readonly attention: boolean;
}

/** Returns the tray's view of `tokens`. They are null while the vault is locked. */
export function trayOf(tokens: readonly Token[] | null, now: number): TrayView {
  if (tokens === null) return { locked: true, line: words.tray.locked, urgent: [], attention: false };
  const all = tokens
    .map((token) => ({ token, ...healthOf(token, now) }))
    .sort((a, b) => b.urgency - a.urgency);
  const needy = all.filter(({ urgency }) => urgency > 0);
  const count = needy.length;
  return {
    locked: false,
    line:
      tokens.length === 0
        ? words.tray.noTokens
        : count === 0
          ? tokens.length === 1
            ? words.tray.oneHealthy
            : words.tray.allHealthy(tokens.length)
          : words.tray.needYou(count, tokens.length),
    urgent: needy
      .slice(0, 3)
      .map(({ token, health, reason }) => ({ id: token.id, words: `${token.label}: ${health}, ${reason}` })),
    attention: needy.some(({ health }) => health === 'Failing' || health === 'Attention'),
  };
}
