import { number, plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  alwaysList: {
    alwaysAllowed: 'Always allowed',
    none: 'No program. When a program asks, you can choose Always for this program.',
    reads: (paths: string) => `Reads below ${paths}`,
    changes: (call: string) => `Changes by ${call}`,
    of: (label: string) => `with ${label}`,
    hash: (start: string) => `SHA-256 ${start}…`,
    since: (day: string) => `since ${day}`,
    lastUsed: (time: string) => `last used ${time}`,
    notUsed: 'not used since then',
    changed: (day: string) => `The file changed. Keyturn saw it on ${day} and asks about the program again.`,
    revoke: 'Revoke',
    revokeNamed: (name: string, label: string) => `Revoke: ${name}, ${label}`,
  },
  askDialog: {
    asksFor: 'Asks for',
    theValueItself: 'The value itself, for the command below',
    times: (method: string, path: string, calls: number) =>
      `${method} ${path}, ${plural(calls, 'time', 'times')}`,
    org: 'Org',
    runsFrom: 'Runs from',
    command: 'Command',
    inFolder: 'In folder',
    startedFrom: 'Started from',
    programAsksForToken: 'A program asks for a token',
    askGiveValue: (name: string, label: string) => `Give ${name} the value of ${label}?`,
    askLetUse: (name: string, label: string) => `Let ${name} use ${label}?`,
    programNotKnown: 'The system does not say which program this is.',
    getsValue: (pid: number) =>
      `Process ${pid}. The program gets the token itself, and so does every program that it starts. While they run, your other programs can read the token too.`,
    getsAnswers: (pid: number) => `Process ${pid}. The program gets Okta's answers and never the token.`,
    startedBy: 'Programs that started it',
    onceOrReads:
      'Allow once covers only this call. The longer answers cover everything that this program reads, but no change.',
    onceOrThisChange:
      'Allow once covers only this call. The longer answers cover only this change, as often as the program makes it.',
    moreWaiting: (more: number) => `${plural(more, 'more call waits', 'more calls wait')}.`,
    deny: 'Deny',
    giveItOnce: 'Give it once',
    allowUntilLock: 'Allow until lock',
    allowMinutes: 'Allow for 15 minutes',
    allowOnce: 'Allow once',
    allowAlways: 'Always for this program',
    alwaysReads:
      'Always covers what this program reads below the paths of the rules. It stays after a lock. It ends when you revoke it in Settings, or when the file of the program changes.',
    alwaysThisChange:
      'Always covers this change. It stays after a lock. It ends when you revoke it in Settings, or when the file of the program changes.',
    fileChanged:
      'The file of this program changed after you had allowed it always, so Keyturn asks you again.',
  },
  connectCard: {
    connect: 'Connect a tool',
    whatItIs:
      'What each tool needs, the smallest role and scopes, lines to copy, and a check that its first call arrived.',
    tools: 'Tools',
  },
  toolPage: {
    back: 'All tools',
    needs: 'Needs',
    role: 'Smallest role',
    oauth: 'OAuth instead',
    linesOf: (name: string) => `Copy: ${name}`,
    of: {
      token: {
        where: 'The value',
        whereIs: {
          'stays in Keyturn': "Stays in Keyturn. The tool gets Okta's answers.",
          'goes to the program': 'Goes to the program on this computer, after you allow each start.',
          'leaves this computer':
            'Leaves this computer. Keyturn cannot protect it there, so make a token only for this tool.',
        },
        notYet: 'Programs may not use this token yet. Switch on access for programs above.',
        valueNotYet:
          'Programs may not ask for the value yet. Change the rules above. Keyturn then asks you at each start.',
      },
      app: {
        where: 'The key',
        whereIs: {
          'stays in Keyturn': "The key and the access token stay in Keyturn. The tool gets Okta's answers.",
          'goes to the program':
            'An access token goes to the program on this computer, after you allow each start. It expires after an hour.',
          'leaves this computer':
            'What you copy leaves this computer. Keyturn cannot protect a key there, so make an app only for this tool.',
        },
        notYet: 'Programs may not use this app yet. Switch on access for programs above.',
        valueNotYet:
          'Programs may not ask for an access token yet. Change the rules above. Keyturn then asks you at each start.',
      },
    },
    scopes: 'Scopes of this app',
    jobNotKnown: 'The job of this app is not known yet. Choose it on the Access tab.',
    privateKey: 'Private key',
    whatCopyKeyDoes: 'The key works until you rotate it. Keyturn clears the clipboard after 30 seconds.',
    copies: {
      key: 'Copy the private key',
      terraform: 'Copy the provider block with the private key',
      sdk: 'Copy an okta.yaml with the private key',
    },
    value: 'Value',
    copyValue: 'Copy the value',
    whatCopyDoes: 'Keyturn clears the clipboard after 30 seconds.',
    sources: 'Sources',
  },
  firstCall: {
    arrived: 'Did the first call arrive?',
    howItWorks: {
      token:
        'Keyturn looks for the first call among the calls of programs, and every 10 seconds in the System Log. Okta logs changes and refused calls, but no event for most reads.',
      app: 'Keyturn looks for the first call among the calls of programs, and every 10 seconds in the System Log. Okta logs each access token that an app gets.',
    },
    look: 'Look for the first call',
    stop: 'Stop',
    waiting: 'Waiting for the first call.',
    waitingWhy: (why: string) => `Waiting for the first call. ${why}`,
    throughKeyturn: (program: string, call: string, time: string) =>
      `Arrived: ${program} made ${call} through Keyturn at ${time}.`,
    inLog: (type: string, time: string, address: string, agent: string) =>
      `Arrived: the System Log shows ${type} at ${time}, from ${address}, by ${agent}.`,
    cannotTell: (why: string) => `Keyturn cannot read the System Log. ${why}`,
    nothingCame: "No call arrived in 10 minutes. Read the tool's own messages, then look again.",
  },
  doorCard: {
    forPrograms: 'For programs',
    letPrograms: 'Let programs use it without having it',
    how: {
      token: (orgHost: string) =>
        `A program calls Keyturn on this computer in place of ${orgHost}. You allow the call. Keyturn adds the token and passes Okta's answer on. The value stays in Keyturn.`,
      app: (orgHost: string) =>
        `A program calls Keyturn on this computer in place of ${orgHost}. You allow the call. Keyturn adds an access token, with a proof where the app demands one, and passes Okta's answer on. The key and the access token stay in Keyturn.`,
    },
    address: 'Address',
    tryIt: 'Try it',
    /** A path to try. An app is not a user, so it has no `me`. */
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
    reading: 'reading',
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
    answerIn: (status: number, ms: number) => `${status}, ${number(ms)} ms`,
  },
  doorRules: {
    readingOnly: 'Reading only (GET)',
    readingAndChanges: 'Reading and changes',
    rulesWithValue: (access: string, paths: string, perMinute: number) =>
      `${access} below ${paths}, at most ${plural(perMinute, 'call', 'calls')} a minute. Programs may ask for the value itself.`,
    rules: (access: string, paths: string, perMinute: number) =>
      `${access} below ${paths}, at most ${plural(perMinute, 'call', 'calls')} a minute.`,
    programsMayDo: 'Programs may do',
    whatChangesAre: 'A change is any method except GET and HEAD. Keyturn still asks you about each program.',
    paths: 'Paths, one on each line',
    whatPathsDo: 'A call must begin with one of them, for example /api/v1/users.',
    callsAMinute: 'Calls a minute',
    whatLimitDoes: 'The limit is for all programs together. Keyturn tells further calls to wait.',
    mayAskForValue:
      'Programs that cannot call Keyturn may ask for the value itself. Keyturn asks you each time.',
    askedAgain: 'After a change, Keyturn asks you about each allowed program again.',
    keepTheseRules: 'Save these rules',
  },
};
