import type { words as english } from '../../../../renderer/app/page-words.ts';

/** Holds the German text of the words that the first screen does not need. */
export const words: typeof english = {
  paletteEntries: {
    alsoFindInFiles: 'Suche nach Klartext',
    lightTheme: 'Helles Design',
    darkTheme: 'Dunkles Design',
    systemTheme: 'Design des Systems',
    test: (label: string) => `${label} testen`,
    rotate: (label: string) => `${label} rotieren`,
    copy: (label: string) => `${label} kopieren`,
    oauthApp: 'OAuth-App',
    onTab: (label: string, tab: string) => `${label}, ${tab}`,
  },
  palettePlaces: {
    curl: 'curl',
    env: '.env',
  },
  palette: {
    commands: 'Befehle',
    commandOrToken: 'Befehl oder Token',
    typeCommand: 'Geben Sie einen Befehl oder den Namen eines Tokens ein',
    noneFound: 'Kein Befehl und kein Token hat diesen Namen.',
  },
  selectedToken: {
    overview: 'Übersicht',
    access: 'Zugriff',
    usage: 'Nutzung',
    programs: 'Programme',
    rotation: 'Rotation',
    due: (when: string) => `Fällig ${when}`,
    oauth: 'OAuth',
  },
};
