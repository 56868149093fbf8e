import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import type { CredentialCounts } from '../../../shared/credential-counts.ts';
import { appHealthOf, healthOf } from '../../../shared/health.ts';
import { series } from '../../../shared/listed.ts';
import { words as sharedWords } from '../../../shared/words.ts';
import { shownText } from '../../base/shown.ts';
import { words } from './words.ts';

/** What the tray shows. While locked, it names nothing. */
export interface TrayView {
  readonly locked: boolean;
  readonly line: string;
  readonly urgent: readonly { readonly id: string; readonly words: string }[];
  readonly attention: boolean;
}

/** What is kept, as far as the tray shows it. */
export interface Kept {
  readonly tokens: readonly Token[];
  readonly apps: readonly ServiceApp[];
}

/** The most characters of a name in the menu. */
const mostOfLabel = 60;

/** Returns the tray's view of what is kept. It is null while the vault is locked. */
export function trayOf(kept: Kept | null, now: number): TrayView {
  if (kept === null) return { locked: true, line: words.tray.locked, urgent: [], attention: false };
  const all = [
    ...kept.tokens.map((token) => ({ of: token, ...healthOf(token, now) })),
    ...kept.apps.map((app) => ({ of: app, ...appHealthOf(app, now) })),
  ].sort((a, b) => b.urgency - a.urgency);
  const needy = all.filter(({ urgency }) => urgency > 0);
  const counts = { tokens: kept.tokens.length, apps: kept.apps.length };
  return {
    locked: false,
    line: needy.length === 0 ? healthyLine(counts) : words.tray.needYou(needy.length, counts),
    urgent: needy.slice(0, 3).map(({ of, health, reason }) => ({
      id: of.id,
      // A menu has one line for it, and shows a name from Okta or from a file.
      words: `${shownText(of.label, mostOfLabel)}: ${series([sharedWords.health.states[health], reason])}`,
    })),
    attention: needy.some(({ health }) => health === 'Failing' || health === 'Attention'),
  };
}

function healthyLine(counts: CredentialCounts): string {
  const { tokens, apps } = counts;
  if (tokens + apps === 0) return words.tray.noTokens;
  if (tokens + apps > 1) return words.tray.allHealthy(counts);
  return tokens === 1 ? words.tray.tokenHealthy : words.tray.appHealthy;
}
