import {
  Activity,
  CalendarDays,
  CircleQuestionMark,
  ClipboardList,
  Copy,
  FileSearch,
  FileText,
  Keyboard,
  KeyRound,
  LayoutDashboard,
  Lock,
  type LucideIcon,
  Play,
  Plus,
  RefreshCw,
  Settings,
  Sparkles,
  SunMoon,
  Users,
} from 'lucide-react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { selectToken } from '../tokens/tokens-store.ts';
import { shownKeys, withCommand } from '../ui/keys.ts';
import { shared } from '../ui/words.ts';
import { copyToken, lock, rotateToken, testAll, testApp, testToken } from './actions.ts';
import { words } from './page-words.ts';
import { closePalette, openHelp, openShortcuts, openWizard, show, topicOf } from './view-store.ts';

/** A line of the palette. */
export interface Entry {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly words: string;
  /** Other words that find it. */
  readonly also: string;
  /** The text at the right: the org of a token, or the key of a command. */
  readonly side: string;
  readonly run: () => void;
}

const most = 40;

const entry = (
  id: string,
  icon: LucideIcon,
  words: string,
  side: string,
  act: () => void,
  also = '',
): Entry => ({
  id,
  icon,
  words,
  side,
  also,
  run: () => {
    closePalette();
    act();
  },
});

const theme = (name: 'light' | 'dark' | 'system', words: string): Entry =>
  entry(name, SunMoon, words, '', () => void bridge.settings.set({ change: { theme: name } }));

const verbs: readonly Entry[] = [
  entry('add', Plus, shared.addToken, withCommand('N'), () => openWizard()),
  entry('all', Play, shared.testAll, '', () => void testAll()),
  entry('overview', LayoutDashboard, shared.overview, '', () => show('overview')),
  entry('tokens', KeyRound, shared.tokens, '', () => show('tokens')),
  entry('upcoming', CalendarDays, shared.upcoming, '', () => show('upcoming')),
  entry('inventory', ClipboardList, shared.inventory, '', () => show('inventory')),
  entry('tasks', Users, shared.tasks, '', () => show('tasks')),
  entry(
    'plaintext',
    FileSearch,
    shared.findInFiles,
    '',
    () => show('plaintext'),
    words.paletteEntries.alsoFindInFiles,
  ),
  entry('activity', Activity, shared.activity, '', () => show('activity')),
  entry('settings', Settings, shared.settings, withCommand(','), () => show('settings')),
  entry('help', CircleQuestionMark, shared.help, shownKeys('f1'), () => openHelp(topicOf())),
  entry('news', Sparkles, shared.whatsNew, '', () => openHelp('news')),
  entry('keys', Keyboard, shared.keyboardShortcuts, '?', openShortcuts),
  entry('lock', Lock, shared.lock, withCommand('L'), () => void lock()),
  theme('light', words.paletteEntries.lightTheme),
  theme('dark', words.paletteEntries.darkTheme),
  theme('system', words.paletteEntries.systemTheme),
];

const open = ({ id }: Token | ServiceApp) => {
  selectToken(id);
  show('tokens');
};

function ofToken(token: Token): Entry[] {
  const { id, label, orgHost, tags, known } = token;
  const also = [orgHost, known?.owner?.login ?? '', ...tags].join(' ');
  return [
    entry(`open-${id}`, FileText, label, orgHost, () => open(token), also),
    entry(
      `test-${id}`,
      Play,
      words.paletteEntries.test(label),
      orgHost,
      () => {
        open(token);
        void testToken(id);
      },
      also,
    ),
    entry(
      `rotate-${id}`,
      RefreshCw,
      words.paletteEntries.rotate(label),
      orgHost,
      () => {
        open(token);
        void rotateToken(id);
      },
      also,
    ),
    entry(`copy-${id}`, Copy, words.paletteEntries.copy(label), orgHost, () => void copyToken(id), also),
  ];
}

function ofApp(app: ServiceApp): Entry[] {
  const { id, label, orgHost, tags, clientId } = app;
  const also = [orgHost, clientId ?? '', words.paletteEntries.oauthApp, ...tags].join(' ');
  return [
    entry(`open-${id}`, FileText, label, orgHost, () => open(app), also),
    entry(
      `test-${id}`,
      Play,
      words.paletteEntries.test(label),
      orgHost,
      () => {
        open(app);
        void testApp(id);
      },
      also,
    ),
  ];
}

/** Returns how well an entry matches, 0 to 3: its name begins with the query, its name has all parts, its other words have them, or nothing. */
function rank({ words, also }: Entry, query: string, parts: readonly string[]): number {
  const name = words.toLowerCase();
  if (name.startsWith(query)) return 0;
  if (parts.every((part) => name.includes(part))) return 1;
  const all = `${name} ${also.toLowerCase()}`;
  return parts.every((part) => all.includes(part)) ? 2 : 3;
}

/** Returns the commands of Keyturn, of each token and of each OAuth service app that match `query`, the best match first. */
export function entriesFor(query: string, tokens: readonly Token[], apps: readonly ServiceApp[]): Entry[] {
  const wanted = query.trim().toLowerCase();
  const parts = wanted.split(/\s+/);
  const ofAll = [...tokens.flatMap(ofToken), ...apps.flatMap(ofApp)];
  if (wanted === '')
    return [...verbs.slice(0, 8), ...ofAll.filter(({ id }) => id.startsWith('open'))].slice(0, most);
  return [...verbs, ...ofAll]
    .map((one) => ({ one, at: rank(one, wanted, parts) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
    .slice(0, most);
}
