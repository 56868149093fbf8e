import { plural } from '../../shared/plural.ts';

/** Every word of this feature's part of the window, by the file that shows it. */
export const words = {
  askDialog: {
    wants: 'Asks for',
    valueItself: 'The value itself, for the command below',
    times: (method: string, path: string, calls: number) => `${method} ${path}, ${calls} times`,
    of: 'Org',
    runsFrom: 'Runs from',
    command: 'Command',
    inFolder: 'In folder',
    startedFrom: 'Started from',
    programAsks: 'A program asks for a token',
    giveValue: (name: string, label: string) => `Give ${name} the value of ${label}?`,
    letUse: (name: string, label: string) => `Let ${name} use ${label}?`,
    systemDoesNot: 'The system does not tell which program this is.',
    processGets: (pid: number) =>
      `Process ${pid}. It gets the token itself, and so does every program it starts. While they run, your other programs can read it, too.`,
    processGetsOktas: (pid: number) => `Process ${pid}. It gets Okta’s answers and never the token.`,
    allStarted: 'Programs that started it',
    onceOrReads:
      'Allow once covers this call alone. The other two cover everything that this program reads, and no change.',
    onceOrThisChange:
      'Allow once covers this call alone. The other two cover this change alone, as often as the program makes it.',
    moreWait: (more: number) => `${plural(more, 'more call waits', 'more calls wait')}.`,
    deny: 'Deny',
    giveItOnce: 'Give it once',
    allowUntilLock: 'Allow until lock',
    allow15minutes: 'Allow for 15 minutes',
    allowOnce: 'Allow once',
  },
  doorCard: {
    forPrograms: 'For programs',
    letProgramsUse: 'Let programs use it without having it',
    programCallsKeyturn: (orgHost: string) =>
      `A program calls Keyturn on this computer in place of ${orgHost}. You allow the call. Keyturn adds the token and passes Okta’s answer on. The value stays in Keyturn.`,
    address: 'Address',
    tryIt: 'Try it',
    curl: (address: string) => `curl ${address}/api/v1/users/me`,
    run: 'Run',
    exec: (alias: string) => `keyturn exec ${alias} -- your-program`,
    execValue: (alias: string) => `keyturn exec --value ${alias} -- your-program`,
    copy: (name: string) => `Copy: ${name}`,
  },
  doorLists: {
    allowedNow: 'Allowed now',
    noProgramFirst: 'No program. Keyturn asks you about the first call of each program.',
    from: (startedFrom: string) => `from ${startedFrom}`,
    calls: (calls: number) => plural(calls, 'call', 'calls'),
    untilLock: 'until lock',
    until: (time: string) => `until ${time}`,
    endNamed: (name: string) => `End: ${name}`,
    end: 'End',
    lastCalls: 'Last calls',
    noneSinceKeyturn: 'No calls since Keyturn was unlocked.',
    time: 'Time',
    program: 'Program',
    call: 'Call',
    answer: 'Answer',
    ms: (status: number, ms: number) => `${status}, ${ms} ms`,
  },
  doorRules: {
    readingGet: 'Reading only (GET)',
    readingChanges: 'Reading and changes',
    rulesWithValue: (access: string, paths: string, perMinute: number) =>
      `${access} below ${paths}, at most ${plural(perMinute, 'call', 'calls')} a minute. Programs may ask for the value itself.`,
    rules: (access: string, paths: string, perMinute: number) =>
      `${access} below ${paths}, at most ${plural(perMinute, 'call', 'calls')} a minute.`,
    programsDo: 'Programs may do',
    changesAnythingBut: 'A change is any method but GET and HEAD. Keyturn still asks you about each program.',
    pathsLine: 'Paths, one on each line',
    callBegin: 'A call must begin with one of them, for example /api/v1/users.',
    callsAMinute: 'Calls a minute',
    allProgramsTogether: 'The limit is for all programs together. Keyturn tells further calls to wait.',
    programsCannotCall:
      'Programs that cannot call Keyturn may ask for the value itself. Keyturn asks you each time.',
    whoeverAllowedAsked: 'After a change, Keyturn asks you about each allowed program again.',
    keepRules: 'Keep these rules',
  },
};
