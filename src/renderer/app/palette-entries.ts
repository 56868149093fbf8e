import {
  Activity,
  CalendarDays,
  CircleQuestionMark,
  ClipboardList,
  Copy,
  CornerDownRight,
  FileSearch,
  FileText,
  FlaskConical,
  Keyboard,
  KeyRound,
  LayoutDashboard,
  Lock,
  type LucideIcon,
  Play,
  Plus,
  RefreshCw,
  Search,
  Settings,
  Sparkles,
  SunMoon,
  Undo2,
  Users,
} from 'lucide-react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { hasNearly } from '../../shared/near-text.ts';
import { searchedText } from '../../shared/searched-text.ts';
import { bridge } from '../bridge.ts';
import { showRotation, useRotations } from '../rotation/rotation-store.ts';
import { useJobs } from '../tasks/jobs-store.ts';
import { selectToken } from '../tokens/tokens-store.ts';
import { shownKeys, withCommand } from '../ui/keys.ts';
import { shared } from '../ui/words.ts';
import {
  copyToken,
  focusFilter,
  lock,
  rotateToken,
  testAll,
  testListed,
  tryDemo,
  undoLast,
} from './actions.ts';
import { goToPlace } from './go-to-place.ts';
import { words } from './page-words.ts';
import {
  appPlaces,
  jobPlaces,
  type Place,
  pagePlaces,
  rotationPlaces,
  tokenPlaces,
} from './palette-places.ts';
import { closePalette, openHelp, openShortcuts, openWizard, type Page, show, topicOf } from './view-store.ts';

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
  entry('filter', Search, shared.filterTokens, '/', focusFilter),
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
  entry('undo', Undo2, shared.undo, shownKeys('mod+z'), () => void undoLast()),
  entry('help', CircleQuestionMark, shared.help, shownKeys('f1'), () => openHelp(topicOf())),
  entry('news', Sparkles, shared.whatsNew, '', () => openHelp('news')),
  entry('demo', FlaskConical, shared.tryDemo, '', () => void tryDemo()),
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

/** Returns the entries that each row of the list has: to open it, and to test it. */
const ofListed = (one: Token | ServiceApp, also: string): Entry[] => [
  entry(`open-${one.id}`, FileText, one.label, one.orgHost, () => open(one), also),
  entry(
    `test-${one.id}`,
    Play,
    words.paletteEntries.test(one.label),
    one.orgHost,
    () => {
      open(one);
      void testListed(one.id);
    },
    also,
  ),
];

function ofToken(token: Token): Entry[] {
  const { id, label, orgHost, tags, known } = token;
  const also = [orgHost, known?.owner?.login ?? '', ...tags].join(' ');
  return [
    ...ofListed(token, also),
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

const ofApp = (app: ServiceApp): Entry[] =>
  ofListed(app, [app.orgHost, app.clientId ?? '', words.paletteEntries.oauthApp, ...app.tags].join(' '));

const pageNames: Readonly<Partial<Record<Page, string>>> = {
  upcoming: shared.upcoming,
  inventory: shared.inventory,
  tasks: shared.tasks,
  plaintext: shared.findInFiles,
  activity: shared.activity,
  settings: shared.settings,
};

const ofPlace = (place: Place, side: string, before: () => void = () => undefined): Entry =>
  entry(
    `${place.page}-${place.tab ?? ''}-${place.names[0]}`,
    CornerDownRight,
    place.names[0] ?? '',
    side,
    () => {
      before();
      goToPlace(place);
    },
    place.names.join(' '),
  );

const places: readonly Entry[] = pagePlaces.map((place) => ofPlace(place, pageNames[place.page] ?? ''));

const placesOf = (of: readonly Place[], { label }: Token | ServiceApp): Entry[] =>
  of.map((place) => ofPlace(place, words.paletteEntries.onTab(label, place.tab ?? '')));

/** An entry with its texts as they are searched. */
interface Searched {
  readonly one: Entry;
  readonly name: string;
  /** The name with its other words. */
  readonly whole: string;
}

function searched(one: Entry): Searched {
  const name = searchedText(one.words);
  return { one, name, whole: `${name} ${searchedText(one.also)}` };
}

type Has = (text: string, part: string) => boolean;
const hasExactly: Has = (text, part) => text.includes(part);

/** Returns the entries of a token's rotation: the one on its page, or the one that is not over. There are none without a rotation. */
function ofRotation({ id, label, rotation }: Token): Entry[] {
  const { showing } = useRotations.getState();
  const shown = showing?.tokenId === id ? showing.rotationId : null;
  const rotationId = shown ?? rotation?.id;
  if (rotationId === undefined) return [];
  const side = words.paletteEntries.onTab(label, words.selectedToken.rotation);
  return rotationPlaces.map((place) => ofPlace(place, side, () => showRotation(id, rotationId)));
}

const ofJob = (): Entry[] =>
  useJobs.getState().shownId === null ? [] : jobPlaces.map((place) => ofPlace(place, shared.tasks));

/**
 * Returns how well an entry matches, from 0 to 3. 0: its name begins with the query. 1: its name has all parts. 2: its other words have
 * them. 3: no match.
 */
function rank({ name, whole }: Searched, query: string, parts: readonly string[], has: Has): number {
  if (name.startsWith(query)) return 0;
  if (parts.every((part) => has(name, part))) return 1;
  return parts.every((part) => has(whole, part)) ? 2 : 3;
}

/**
 * Returns the commands of Keyturn, of each token, of each OAuth service app and of the page of the open token that match `query`, the best match
 * first. If none matches, one slip in each word of the query does no harm. Without a query it returns the pages, the tokens and the apps. `demoOffered` is whether the demo may be started from here.
 */
export function entriesFor(
  query: string,
  tokens: readonly Token[],
  apps: readonly ServiceApp[],
  openId: string | null,
  demoOffered: boolean,
): Entry[] {
  const wanted = searchedText(query.trim());
  const parts = wanted.split(/\s+/);
  const ofAll = [...tokens.flatMap(ofToken), ...apps.flatMap(ofApp)];
  if (wanted === '')
    return [...verbs.slice(0, 10), ...ofAll.filter(({ id }) => id.startsWith('open'))].slice(0, most);
  const token = tokens.find(({ id }) => id === openId);
  const app = apps.find(({ id }) => id === openId);
  const ofPages = [
    ...places,
    ...ofJob(),
    ...(token === undefined ? [] : [...placesOf(tokenPlaces, token), ...ofRotation(token)]),
    ...(app === undefined ? [] : placesOf(appPlaces, app)),
  ];
  const all = [...verbs.filter(({ id }) => id !== 'demo' || demoOffered), ...ofPages, ...ofAll].map(searched);
  const found = (has: Has) =>
    all
      .map((each) => ({ one: each.one, at: rank(each, wanted, parts, has) }))
      .filter(({ at }) => at < 3)
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
      .slice(0, most);
  const exact = found(hasExactly);
  return exact.length > 0 ? exact : found(hasNearly);
}
