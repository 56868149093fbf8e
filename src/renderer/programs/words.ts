import { plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  askDialog: {
    asksFor: 'Asks for',
    theValueItself: 'The value itself, for the command below',
    times: (method: string, path: string, calls: number) => `${method} ${path}, ${calls} times`,
    org: 'Org',
    runsFrom: 'Runs from',
    command: 'Command',
    inFolder: 'In folder',
    startedFrom: 'Started from',
    programAsksForToken: 'A program asks for a token',
    askGiveValue: (name: string, label: string) => `Give ${name} the value of ${label}?`,
    askLetUse: (name: string, label: string) => `Let ${name} use ${label}?`,
    programNotKnown: 'The system does not tell which program this is.',
    getsValue: (pid: number) =>
      `Process ${pid}. It gets the token itself, and so does every program it starts. While they run, your other programs can read it, too.`,
    getsAnswers: (pid: number) => `Process ${pid}. It gets Okta’s answers and never the token.`,
    startedBy: 'Programs that started it',
    onceOrReads:
      'Allow once covers this call alone. The other two cover everything that this program reads, and no change.',
    onceOrThisChange:
      'Allow once covers this call alone. The other two cover this change alone, as often as the program makes it.',
    moreWaiting: (more: number) => `${plural(more, 'more call waits', 'more calls wait')}.`,
    deny: 'Deny',
    giveItOnce: 'Give it once',
    allowUntilLock: 'Allow until lock',
    allowMinutes: 'Allow for 15 minutes',
    allowOnce: 'Allow once',
  },
  doorCard: {
    forPrograms: 'For programs',
    letPrograms: 'Let programs use it without having it',
    how: {
      token: (orgHost: string) =>
        `A program calls Keyturn on this computer in place of ${orgHost}. You allow the call. Keyturn adds the token and passes Okta’s answer on. The value stays in Keyturn.`,
      app: (orgHost: string) =>
        `A program calls Keyturn on this computer in place of ${orgHost}. You allow the call. Keyturn adds an access token, with a proof where the app demands one, and passes Okta’s answer on. The key and the access token stay in Keyturn.`,
    },
    address: 'Address',
    tryIt: 'Try it',
    /** A path to try. An app is no user, so it has no `me`. */
    examples: { token: '/api/v1/users/me', app: '/api/v1/users' },
    curl: (address: string, path: string) => `curl ${address}${path}`,
    run: 'Run',
    exec: (alias: string) => `keyturn exec ${alias} -- your-program`,
    execValue: (alias: string) => `keyturn exec --value ${alias} -- your-program`,
    copy: (name: string) => `Copy: ${name}`,
  },
  doorLists: {
    allowedNow: 'Allowed now',
    noProgramAllowed: 'No program. Keyturn asks you about the first call of each program.',
    from: (startedFrom: string) => `from ${startedFrom}`,
    calls: (calls: number) => plural(calls, 'call', 'calls'),
    untilLock: 'until lock',
    until: (time: string) => `until ${time}`,
    endNamed: (name: string) => `End: ${name}`,
    end: 'End',
    lastCalls: 'Last calls',
    noCalls: 'No calls since Keyturn was unlocked.',
    time: 'Time',
    program: 'Program',
    call: 'Call',
    answer: 'Answer',
    answerIn: (status: number, ms: number) => `${status}, ${ms} ms`,
  },
  doorRules: {
    readingOnly: 'Reading only (GET)',
    readingAndChanges: 'Reading and changes',
    rulesWithValue: (access: string, paths: string, perMinute: number) =>
      `${access} below ${paths}, at most ${plural(perMinute, 'call', 'calls')} a minute. Programs may ask for the value itself.`,
    rules: (access: string, paths: string, perMinute: number) =>
      `${access} below ${paths}, at most ${plural(perMinute, 'call', 'calls')} a minute.`,
    programsMayDo: 'Programs may do',
    whatChangesAre: 'A change is any method but GET and HEAD. Keyturn still asks you about each program.',
    paths: 'Paths, one on each line',
    whatPathsDo: 'A call must begin with one of them, for example /api/v1/users.',
    callsAMinute: 'Calls a minute',
    whatLimitDoes: 'The limit is for all programs together. Keyturn tells further calls to wait.',
    mayAskForValue:
      'Programs that cannot call Keyturn may ask for the value itself. Keyturn asks you each time.',
    askedAgain: 'After a change, Keyturn asks you about each allowed program again.',
    keepTheseRules: 'Keep these rules',
  },
};
