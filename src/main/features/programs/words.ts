import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { number, plural } from '../../../shared/plural.ts';

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
      call: (call: string) => `Only this call: ${call}`,
      readsForMinutes: (minutes: number, call: string) =>
        `Everything that it reads for ${minutes} minutes. It asks now for ${call}`,
      readsUntilLock: (call: string) => `Everything that it reads until lock. It asks now for ${call}`,
      changeForMinutes: (minutes: number, call: string) =>
        `This change for ${minutes} minutes, as often as the program makes it: ${call}`,
      changeUntilLock: (call: string) => `This change until lock, as often as the program makes it: ${call}`,
      readsAlways: (below: string, call: string) =>
        `Everything that it reads below ${below}, until you revoke this. It asks now for ${call}`,
      changeAlways: (call: string) =>
        `This change until you revoke it, as often as the program makes it: ${call}`,
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
        'The program and all programs that it starts get the token itself. While it runs, your other programs can read the token too.',
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
    tooMany: (most: number) => `At most ${number(most)} programs can always be allowed for one token.`,
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
    notWaiting: 'This program no longer waits for an answer.',
    runAgain: 'Run it again, and Keyturn asks again.',
    ended: 'This allowance has ended already.',
    endedAfter: (program: string, calls: number) =>
      `${program} is no longer allowed, after ${plural(calls, 'call', 'calls')}.`,
  },
  doorServer: {
    portTaken: (port: number) => `Port ${port} is taken by another program. Choose another one in Settings.`,
    cannotListen: (port: number, code: string) =>
      `Keyturn cannot listen at port ${port} (${code}). Choose another one in Settings.`,
    anothersAddress: 'This address belongs to another program.',
    wentWrong: 'An error occurred inside Keyturn. Its log has the details.',
  },
  execEnv: {
    javaOptions: (variable: string) => `-Dokta… in ${variable}`,
  },
  execLine: {
    usage: 'Write: keyturn exec [--app] [--value] [--no-masking] [NAME] -- COMMAND [ARGUMENT...]',
    noFlag: (flag: string, meant: string | null, hasValue: boolean) =>
      `exec has no option ${flag}.${meant === null ? '' : hasValue ? ` The option ${meant} takes no value.` : ` Did you mean ${meant}?`} The options of a command follow two dashes and the command.`,
    longDash: (word: string) => `"${word}" begins with a long dash. Type two hyphens (--) instead.`,
    noName: (name: string) =>
      `"${name}" is not the name of a token or an OAuth app. Keyturn shows the name under Programs, as the last part of the address.`,
    noDashes: (command: string) =>
      `Two dashes are missing before the command ${command}. Without them, Keyturn would read the options of the command as its own.`,
    noCommand: 'The command to run is missing.',
  },
  execRelay: {
    notThere: 'Keyturn does not answer. Start it, unlock it, and run this again.',
  },
  execRun: {
    hidden: (names: string) => `hidden from the program, which has this token instead: ${names}.`,
    notThere: 'Keyturn does not answer. Start it, unlock it, and let programs use the token under Programs.',
    waiting: 'waiting for your answer in its window.',
    notKeyturn: 'Another program answers at the port of Keyturn.',
    notFound: (command: string) => `there is no program ${command}.`,
    cannotRun: (command: string, code: string) => `${command} cannot be run (${code}).`,
  },
  gate: {
    noPath: "A path of the org's API must follow the name of the token, for example /name/api/v1/users.",
    otherHost: (port: number) => `Programs reach Keyturn at http://127.0.0.1:${port} only.`,
    browser: 'Pages in a browser may not use a token.',
    noMethod: (method: string) => `${method} is not a method of Okta's API.`,
    noName: 'The path must begin with the name of a token, for example /name/api/v1/users.',
    otherMethod: 'The query names another method. Use that method itself.',
    unclear: 'A server could read parts of the path as another path. Write it plainly.',
    shut: 'Programs may not use this token. A person can allow it in Keyturn, under Programs.',
    readsOnly: (method: string) =>
      `Programs may only read with this token, and ${method} changes something. A person can allow changes in Keyturn, under Programs.`,
    otherPath: (path: string) =>
      `Programs may not call ${path} with this token. A person can add it in Keyturn, under Programs.`,
    valueByPost: 'A program must ask for the value by POST.',
    noValue:
      'Programs may not have the value of this token. Most programs can call Keyturn instead. A person can allow it in Keyturn, under Programs.',
  },
  openCalls: {
    rules:
      'Keyturn ended this call, because a person changed what programs may do with this token while the call was open.',
    revoked: 'Keyturn ended this call, because a person revoked what allowed it while the call was open.',
    locked: 'Keyturn ended this call, because Keyturn was locked while the call was open.',
  },
  passing: {
    unknown: 'Keyturn does not know whether Okta carried out the call. Check in Okta before you try again.',
    wentWrong: 'An error occurred inside Keyturn during the call to Okta.',
    notPassedOn: (status: number) => `Okta answered with ${status}. Keyturn could not pass the answer on.`,
    heldToken: (status: number) =>
      `Okta answered with ${status}. The answer contained the token itself, so Keyturn did not pass it on.`,
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
    revoked: (path: string) => `${path} is no longer always allowed.`,
    changed: (path: string) => `The file ${path} changed, so it is no longer always allowed.`,
    givenValue: (program: string) => `${program} was given the value itself.`,
    withProcess: (name: string, pid: number) => `${name} (process ${pid})`,
    withProcessAndPath: (name: string, pid: number, path: string) => `${name} (process ${pid}, ${path})`,
    shut: 'Access for programs was switched off.',
    rules: {
      read: (paths: string, perMinute: number) =>
        `Allowed programs may read below ${paths}, ${number(perMinute)} calls a minute.`,
      change: (paths: string, perMinute: number) =>
        `Allowed programs may read and change below ${paths}, ${number(perMinute)} calls a minute.`,
    } satisfies Record<Door['access'], (paths: string, perMinute: number) => string>,
    value: 'Programs may ask for the value itself.',
  },
  profileRules: {
    reads: (file: string, method: string) =>
      `${file} lets programs only read here, and ${method} changes something.`,
    path: (file: string, path: string) => `${file} does not let programs call ${path} here.`,
    withheld: (file: string) =>
      `${file} limits what programs may do here, so a program cannot get the value.`,
  },
  programFile: {
    notNamed: 'Keyturn does not offer Always, because the system does not tell which program this is.',
    notRead: 'Keyturn does not offer Always, because the file of this program could not be read.',
    replaced:
      'Keyturn does not offer Always, because the file of this program was replaced or removed while it runs. Start the program again.',
    tooLarge: 'Keyturn does not offer Always, because the file of this program is larger than 512 MB.',
    interpreter:
      'Keyturn does not offer Always, because this program does what a script or a command line tells it. Its file does not show what it will do.',
    noCommand:
      'Keyturn does not offer Always, because it could not read the command line of this program, so it does not know what the program was started with.',
    startedWithFile: (name: string) =>
      `Keyturn does not offer Always, because this program was started with the file or folder ${name}, which may tell it what to do.`,
    startedWithCode: (argument: string) =>
      `Keyturn does not offer Always, because this program was started with ${argument}, which may tell it what to do.`,
    startedWithInput:
      'Keyturn does not offer Always, because this program reads a file or another program as its input, which may tell it what to do. Start it with < /dev/null.',
  },
  reply: {
    fromKeyturn: (sentence: string) => `Keyturn: ${sentence}`,
  },
  visits: {
    valueByExecOnly: 'The value goes only to keyturn exec.',
    unknownCaller: 'Keyturn could not tell which program calls, so it refused the call.',
    otherAccount: 'Only programs of the person who uses Keyturn may call.',
    tooManyAtOnce: (most: number) => `A program may have ${number(most)} calls open at once.`,
    readWithBody: 'A GET or HEAD cannot have a body. Leave the body out, or use another method.',
    bodyTooLong: 'The body is longer than a megabyte.',
    locked: 'The vault is locked, and nobody unlocked it in time. Unlock it in Keyturn, then run this again.',
    deniedBefore: 'A person denied this program a moment ago.',
    denied: 'A person denied this program.',
    tooManyWait: 'Too many programs wait for an answer.',
    nobodyAnswered: 'Nobody answered in time. Run this again and answer in Keyturn.',
    tooFast: (perMinute: number) => `Programs may make ${number(perMinute)} calls a minute with this token.`,
    needsProof:
      "This app's org demands a proof of possession (DPoP) with every call, so a program cannot use an access token alone. Run the program without --value. Keyturn then makes the calls and the proofs.",
    notRecorded: 'The program did not get the value, because the record could not be written.',
    noToken: (name: string) =>
      `No token or OAuth app has the name ${name} here. Keyturn shows the address of each one under Programs.`,
    revoked: 'This token was revoked.',
    unreadable: 'The value of this token cannot be decrypted. Paste it again in Keyturn.',
    asks: 'A program asks to use a token.',
    asksWhileLocked: 'A program asks to use a token. Unlock Keyturn to answer it.',
  },
};
