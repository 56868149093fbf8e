/** Holds the words that the first screen does not need, by the file that shows them. They load with the pages. */
export const words = {
  paletteEntries: {
    alsoFindInFiles: 'plain text scan',
    lightTheme: 'Light theme',
    darkTheme: 'Dark theme',
    systemTheme: 'System theme',
    test: (label: string) => `Test ${label}`,
    rotate: (label: string) => `Rotate ${label}`,
    copy: (label: string) => `Copy ${label}`,
    oauthApp: 'OAuth app',
    onTab: (label: string, tab: string) => `${label}, ${tab}`,
  },
  palettePlaces: {
    curl: 'curl',
    env: '.env',
  },
  palette: {
    commands: 'Commands',
    commandOrToken: 'Command or token',
    typeCommand: 'Type a command or the name of a token',
    noneFound: 'No command or token has that name.',
  },
  selectedToken: {
    overview: 'Overview',
    access: 'Access',
    usage: 'Usage',
    programs: 'Programs',
    rotation: 'Rotation',
    due: (when: string) => `Due ${when}`,
    oauth: 'OAuth',
  },
};
