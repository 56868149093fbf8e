import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { plural } from '../../../shared/plural.ts';

/** The sentences about programs for people, nested by the file that uses them. */
export const words = {
  approval: {
    question: {
      once: (program: string, label: string) => `Let ${program} use ${label} once?`,
      minutes: (program: string, label: string, minutes: number) =>
        `Let ${program} use ${label} for ${minutes} minutes?`,
      'until-lock': (program: string, label: string) => `Let ${program} use ${label} until lock?`,
      always: (program: string, label: string) => `Always let ${program} use ${label}?`,
    },
    yes: {
      once: 'Allow once',
      minutes: (minutes: number) => `Allow for ${minutes} minutes`,
      'until-lock': 'Allow until lock',
      always: 'Always allow',
    },
    covers: {
      call: (call: string) => `This call alone: ${call}`,
      readsForMinutes: (minutes: number, call: string) =>
        `Everything it reads for ${minutes} minutes. Now: ${call}`,
      readsUntilLock: (call: string) => `Everything it reads until lock. Now: ${call}`,
      changeForMinutes: (minutes: number, call: string) =>
        `This change for ${minutes} minutes, as often as it is made: ${call}`,
      changeUntilLock: (call: string) => `This change until lock, as often as it is made: ${call}`,
      readsAlways: (below: string, call: string) =>
        `Everything it reads below ${below}, until you revoke it. Now: ${call}`,
      changeAlways: (call: string) => `This change until you revoke it, as often as it is made: ${call}`,
    },
    always: {
      warning:
        'This covers the file with this content, whichever of your programs starts it. Keyturn asks again when the file changes.',
      hash: (sha256: string) => `SHA-256 of the file: ${sha256}`,
      changed: 'The file of this program changed after you had allowed it always.',
    },
    value: {
      question: (program: string, label: string) => `Give ${program} the value of ${label}?`,
      warning:
        'It and the programs that it starts get the token itself. While it runs, your other programs can read the token, too.',
      yes: 'Give it once',
    },
    process: (pid: number) => `Process ${pid}.`,
    noProcess: 'The system does not say which program this is.',
    facts: {
      org: (text: string) => `Org: ${text}`,
      path: (text: string) => `Runs from: ${text}`,
      command: (text: string) => `Command: ${text}`,
      folder: (text: string) => `In folder: ${text}`,
      startedFrom: (text: string) => `Started from: ${text}`,
    },
    rules: {
      change: (label: string) => `Allow programs to change things in Okta with ${label}?`,
      value: (label: string) => `Allow programs to ask for the value of ${label}?`,
      changeAndValue: (label: string) =>
        `Allow programs to change things in Okta with ${label}, and to ask for its value?`,
      stillAsked: 'Keyturn still asks you about each program.',
      yes: 'Allow',
    },
  },
  always: {
    tooMany: (most: number) => `Only ${most} programs can be allowed always for one token.`,
    revokeSome: 'Revoke some of them in Settings, under Programs.',
    tooLong: 'The call or the paths of the rules are too long for a dialog to show whole.',
    chooseOther: 'Choose another answer. The program still waits.',
  },
  caller: {
    unnamed: 'A program on this computer',
  },
  desk: {
    badPath: 'A path for programs must be a path of the Okta API.',
    writePath: 'Write it as /api/v1/users, one on each line, without dots, spaces or a query.',
    notChanged: 'The rules were not changed.',
    notWaiting: 'This program does not wait any more.',
    runAgain: 'Run it again, and Keyturn asks again.',
    dialogOpen: 'A dialog of the system waits for your answer. Answer that one first.',
    ended: 'This allowance has ended already.',
    endedAfter: (program: string, calls: number) =>
      `${program} may not use it any more, after ${plural(calls, 'call', 'calls')}.`,
  },
  doorServer: {
    portTaken: (port: number) => `Port ${port} is taken by another program. Choose another one in Settings.`,
    cannotListen: (port: number, code: string) =>
      `Keyturn cannot listen at port ${port} (${code}). Choose another one in Settings.`,
    anothersAddress: 'This address belongs to another program.',
    wentWrong: 'Something went wrong inside Keyturn. The log has more.',
  },
  execEnv: {
    javaOptions: (variable: string) => `-Dokta… in ${variable}`,
  },
  execLine: {
    usage: 'Write: keyturn exec [--value] [--no-masking] [NAME] -- COMMAND [ARGUMENT...]',
    noFlag: (flag: string) => `${flag} is no flag of exec.`,
    noName: (name: string) =>
      `"${name}" is not the name of a token. Keyturn shows the name under Programs, as the last part of the address.`,
    noDashes: (command: string) =>
      `Two dashes are missing before the command ${command}. Without them, Keyturn would read the flags of the command as its own.`,
    noCommand: 'The command to run is missing.',
  },
  execRelay: {
    notThere: 'It does not answer. Start it, unlock it, and run this again.',
  },
  execRun: {
    said: (sentence: string) => `keyturn: ${sentence}`,
    hidden: (names: string) => `hidden from the program, which has this token instead: ${names}.`,
    notThere: 'Keyturn does not answer. Start it, unlock it, and let programs use the token under Programs.',
    waiting: 'waiting for your answer in its window.',
    notKeyturn: 'Another program answers at the port of Keyturn.',
    notFound: (command: string) => `there is no program ${command}.`,
    cannotRun: (command: string, code: string) => `${command} cannot be run (${code}).`,
  },
  gate: {
    noPath: 'A path of the org’s API must follow the name of the token, as /name/api/v1/users.',
    otherHost: (port: number) => `Programs reach Keyturn at http://127.0.0.1:${port} only.`,
    browser: 'Pages in a browser may not use a token.',
    noMethod: (method: string) => `${method} is not a method of Okta's API.`,
    noName: 'The path must begin with the name of a token, as /name/api/v1/users.',
    unclear: 'A server could read this path as another one. Write it without encoded or unusual characters.',
    shut: 'Programs may not use this token. A person can allow it in Keyturn, under Programs.',
    readsOnly: (method: string) =>
      `Programs may only read with this token, and ${method} changes something. A person can allow changes in Keyturn, under Programs.`,
    otherPath: (path: string) =>
      `Programs may not call ${path} with this token. A person can add it in Keyturn, under Programs.`,
    valueByPost: 'The value is asked for by POST.',
    noValue:
      'Programs may not have the value of this token. Most programs can call Keyturn instead. A person can allow it in Keyturn, under Programs.',
  },
  passing: {
    unknown: 'It is not known whether Okta carried it out. Check before you try again.',
    wentWrong: 'Something went wrong while Okta was called.',
    notPassedOn: (status: number) => `Okta answered with ${status}. The answer could not be passed on.`,
    heldToken: (status: number) =>
      `Okta answered with ${status}. The answer held the token itself, so Keyturn did not pass it on.`,
  },
  programWords: {
    allowed: {
      once: (program: string) => `${program} was allowed once.`,
      minutes: (program: string, minutes: number) => `${program} was allowed for ${minutes} minutes.`,
      'until-lock': (program: string) => `${program} was allowed until the next lock.`,
      always: (program: string) => `${program} was allowed always.`,
    } satisfies Record<HowLong, (program: string, minutes: number) => string>,
    denied: (program: string) => `${program} was denied.`,
    alwaysReading: (program: string, paths: string, sha256: string) =>
      `${program} was allowed always to read below ${paths}. SHA-256 of its file: ${sha256}.`,
    alwaysChange: (program: string, call: string, sha256: string) =>
      `${program} was allowed always to make this change: ${call}. SHA-256 of its file: ${sha256}.`,
    revoked: (path: string) => `${path} is not allowed always any more.`,
    changed: (path: string) => `The file ${path} changed, so it is not allowed always any more.`,
    givenValue: (program: string) => `${program} was given the value itself.`,
    withProcess: (name: string, pid: number) => `${name} (process ${pid})`,
    withProcessAndPath: (name: string, pid: number, path: string) => `${name} (process ${pid}, ${path})`,
    shut: 'Programs may not use it any more.',
    rules: {
      read: (paths: string, perMinute: number) =>
        `Programs that are allowed may read below ${paths}, ${perMinute} calls a minute.`,
      change: (paths: string, perMinute: number) =>
        `Programs that are allowed may read and change below ${paths}, ${perMinute} calls a minute.`,
    } satisfies Record<Door['access'], (paths: string, perMinute: number) => string>,
    value: 'Programs may ask for the value itself.',
  },
  profileRules: {
    reads: (file: string, method: string) =>
      `${file} lets programs only read here, and ${method} changes something.`,
    path: (file: string, path: string) => `${file} does not let programs call ${path} here.`,
    withheld: (file: string) => `${file} limits what programs may do here, so the value is not given.`,
  },
  programFile: {
    notNamed: 'Always is not offered, because the system does not say which program this is.',
    notRead: 'Always is not offered, because the file of this program could not be read.',
    replaced:
      'Always is not offered, because the file of this program was replaced or removed while it runs. Start the program again.',
    tooLarge: 'Always is not offered, because the file of this program is larger than 512 MB.',
    interpreter:
      'Always is not offered, because this program does what a script or a command line tells it. Its file does not show what it will do.',
  },
  reply: {
    fromKeyturn: (sentence: string) => `Keyturn: ${sentence}`,
  },
  shown: {
    spaces: (count: number) => ` (${count} spaces) `,
  },
  visits: {
    valueByExecOnly: 'Only keyturn exec is given a value.',
    unknownCaller: 'Keyturn could not tell which program calls, so the call was refused.',
    otherAccount: 'Only programs of the person who uses Keyturn may call.',
    tooManyAtOnce: (most: number) => `A program may have ${most} calls open at once.`,
    bodyTooLong: 'The body is longer than a megabyte.',
    locked: 'It is locked, and nobody unlocked it in time. Unlock it, then run this again.',
    deniedBefore: 'A person denied this program a moment ago.',
    denied: 'A person denied this program.',
    tooManyWait: 'Too many programs wait for an answer.',
    nobodyAnswered: 'Nobody allowed it in time. Run this again and answer in Keyturn.',
    tooFast: (perMinute: number) => `Programs may make ${perMinute} calls a minute with this token.`,
    needsProof:
      'This app’s org demands a proof of possession (DPoP) with every call, so an access token alone does not help a program. Run it without --value: Keyturn then makes the calls and the proofs.',
    notRecorded: 'Keyturn could not write the record, so it did not give the value.',
    noToken: (name: string) => `No token is called ${name} here. Keyturn shows its address under Programs.`,
    revoked: 'This token was revoked.',
    unreadable: 'The kept value of this token does not open. Paste it again in Keyturn.',
    asks: 'A program asks to use a token.',
    asksWhileLocked: 'A program asks to use a token. Unlock Keyturn to answer it.',
  },
  windowsCommand: {
    noProgram: (file: string) =>
      `${file} is not a program by itself. Name the program that runs it first, then the file.`,
    lineBreak: (file: string) =>
      `${file} is a batch file, and an argument for one cannot hold a line break. Run the program behind it instead.`,
    tooLong: (file: string, most: number) =>
      `${file} is a batch file, and its arguments are longer than the ${most} characters that Windows allows it.`,
  },
};
