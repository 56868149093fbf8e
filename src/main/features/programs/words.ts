import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { plural } from '../../../shared/plural.ts';

const writeExec = 'Write: keyturn exec [--value] NAME -- COMMAND [ARGUMENT...]';
const nameUnderUse = 'Keyturn shows the name under Use, as the last part of the address.';
const whetherCarriedOut = 'Whether Okta carried it out is not known. Look before trying it again.';

const noProgram = (command: string): string => `there is no program ${command}.`;

/** Returns how long an answer holds, as a sentence about it ends. */
const span = (allow: HowLong, minutes: number): string =>
  ({ once: 'once', minutes: `for ${minutes} minutes`, 'until-lock': 'until lock' })[allow];

/** The sentences of the door for programs, nested by the file that uses them. Programs and terminals read some of them, too. */
export const words = {
  approval: {
    fact: {
      org: 'Of',
      path: 'Runs from',
      command: 'Command',
      folder: 'In folder',
      startedFrom: 'Started from',
    },
    factLine: (name: string, text: string) => `${name}: ${text}`,
    programNotKnown: 'The system does not tell which program this is.',
    process: (pid: number) => `Process ${pid}.`,
    giveValue: (program: string, label: string) => `Give ${program} the value of ${label}?`,
    valueRisk: (who: string) =>
      `${who} It would have the token itself, and so would every program that it starts. While it runs, your other programs can read the token, too.`,
    giveOnce: 'Give it once',
    thisCall: (call: string) => `This call alone: ${call}`,
    allReads: (allow: HowLong, minutes: number, call: string) =>
      `Every read ${span(allow, minutes)}, now ${call}`,
    thisChange: (allow: HowLong, minutes: number, call: string) =>
      `This change ${span(allow, minutes)}, as often as it is made: ${call}`,
    letUse: (program: string, label: string, allow: HowLong, minutes: number) =>
      `Let ${program} use ${label} ${span(allow, minutes)}?`,
    allow: (allow: HowLong, minutes: number) => `Allow ${span(allow, minutes)}`,
    letChange: (label: string) => `Let programs change things in Okta with ${label}?`,
    letHaveValue: (label: string) => `Let programs ask for its value with ${label}?`,
    letChangeAndHaveValue: (label: string) =>
      `Let programs change things in Okta and ask for its value with ${label}?`,
    doorRules: (rules: string) => `${rules}\nYou are still asked about each program.`,
    letThem: 'Let them',
  },
  caller: {
    unnamed: 'A program on this computer',
  },
  desk: {
    notOktasPath: 'A path that programs may call must be one of Okta’s API.',
    howToWritePaths: 'Write it as /api/v1/users, one on each line, without dots, spaces or a query.',
    rulesNotChanged: 'The rules were not changed.',
    denied: (program: string) => `${program} was denied.`,
    allowed: {
      once: (program: string) => `${program} was allowed once.`,
      minutes: (program: string, minutes: number) => `${program} was allowed for ${minutes} minutes.`,
      'until-lock': (program: string) => `${program} was allowed until the next lock.`,
    },
    waitsNoMore: 'This program does not wait any more.',
    runAgain: 'Run it again, and it will ask again.',
    otherDialog: 'A dialog of the system waits for your answer. Answer that one first.',
    endedAlready: 'This was over already.',
    ended: (program: string, calls: number) =>
      `${program} may not use it any more, after ${plural(calls, 'call', 'calls')}.`,
  },
  doorServer: {
    portTaken: (port: number) => `Port ${port} is taken by another program. Choose another one in Settings.`,
    cannotListen: (port: number, code: string | undefined) =>
      `Keyturn cannot listen at port ${port}${code === undefined ? '' : ` (${code})`}. Choose another one in Settings.`,
    anotherPrograms: 'This address is another program’s.',
    wrongInside: 'Something went wrong inside. The log says more.',
  },
  execEnv: {
    javaSetting: (variable: string) => `-Dokta… in ${variable}`,
  },
  execLine: {
    noFlag: (flag: string) => `${flag} is no flag of exec. ${writeExec}`,
    nameMissing: `The name of a token is missing. ${nameUnderUse} ${writeExec}`,
    notAName: (alias: string) => `"${alias}" is not the name of a token. ${nameUnderUse} ${writeExec}`,
    dashesMissing: (command: string) =>
      `Two dashes are missing before the command ${command}. Without them its flags would be taken for Keyturn's own. ${writeExec}`,
    commandMissing: `The command to run is missing. ${writeExec}`,
  },
  execRelay: {
    doesNotAnswer: 'It does not answer. Start it, unlock it, and run this again.',
  },
  execRun: {
    line: (sentence: string) => `keyturn: ${sentence}`,
    hidden: (names: readonly string[]) =>
      `hidden from the program, which has this token instead: ${names.join(', ')}.`,
    doesNotAnswer: 'Keyturn does not answer. Start it, unlock it, and open the token under Use.',
    waiting: 'waiting for your answer in its window.',
    notKeyturn: 'What answers at its port is not Keyturn.',
    noProgram,
    cannotRun: (command: string, code: string | undefined) => `${command} cannot be run (${code}).`,
  },
  gate: {
    noPath: 'A path of the org’s API must follow the name of the token, as /name/api/v1/users.',
    wrongHost: (port: number) => `Programs reach Keyturn at http://127.0.0.1:${port} only.`,
    fromBrowser: 'Pages in a browser may not use a token.',
    noMethod: (method: string) => `${method} is not a method of Okta's API.`,
    noName: 'The path must begin with the name of a token, as /name/api/v1/users.',
    oddPath: 'The path has parts that could be read as another one. Write it plainly.',
    shut: 'The door of this token is shut. Open it in Keyturn, under Use.',
    onlyReads: (method: string) =>
      `Programs may only read with this token, and ${method} changes something. A person can allow changes in Keyturn, under Use.`,
    pathNotAllowed: (path: string) =>
      `Programs may not call ${path} with this token. A person can add it in Keyturn, under Use.`,
    valueByPost: 'The value is asked for by POST.',
    valueNotAllowed:
      'Programs may not have the value of this token. Most programs can call Keyturn instead. A person can allow it in Keyturn, under Use.',
  },
  passing: {
    failed: `Something went wrong while Okta was called. ${whetherCarriedOut}`,
    maybeDone: (sentence: string) => `${sentence} ${whetherCarriedOut}`,
    notDone: (sentence: string, remedy: string) => `${sentence} ${remedy}`.trim(),
    notHandedOn: (status: number) => `Okta answered with ${status}. Its answer could not be handed on.`,
    heldToken: (status: number) =>
      `Okta answered with ${status}. The answer held the token itself, so it was not handed on.`,
  },
  program: {
    inRecord: (name: string, pid: number, path: string) =>
      `${name} (process ${pid}${path === '' ? '' : `, ${path}`})`,
    doorShut: 'Programs may not use it any more.',
    doorOpen: ({ access, paths, perMinute }: Door) =>
      `Programs that are allowed may ${access === 'read' ? 'read' : 'read and change'} below ${paths.join(', ')}, ${plural(perMinute, 'call', 'calls')} a minute.`,
    mayAskForValue: (rules: string) => `${rules} They may ask for the value itself.`,
  },
  reply: {
    summary: (sentence: string) => `Keyturn: ${sentence}`,
  },
  shown: {
    spaces: (count: number) => ` (${count} spaces) `,
  },
  visits: {
    onlyToExec: 'The value is given to keyturn exec alone.',
    callerNotKnown: 'Keyturn cannot tell which program calls, so the call was refused.',
    notOurs: 'Only programs of the person who uses Keyturn may call.',
    tooManyCalls: (most: number) => `A program may have ${most} calls open at once.`,
    bodyTooLong: 'The body is longer than a megabyte.',
    locked: 'It is locked, and nobody unlocked it in time. Unlock it, then run this again.',
    deniedBefore: 'A person denied this program a moment ago.',
    tooManyWait: 'Too many programs wait for an answer.',
    nobody: 'Nobody allowed it in time. Run this again and answer in Keyturn.',
    denied: 'A person denied this program.',
    tooFast: (perMinute: number) =>
      `Programs may make ${plural(perMinute, 'call', 'calls')} a minute with this token.`,
    gaveValue: (program: string) => `${program} was given the value itself.`,
    notRecorded: 'It could not be recorded, so the value was not given.',
    noSuchToken: (alias: string) => `No token is called ${alias} here. Keyturn shows its address under Use.`,
    revoked: 'This token was revoked.',
    doesNotOpen: 'The kept value of this token does not open. Paste it again in Keyturn.',
    asks: 'A program asks to use a token.',
    asksWhileLocked: 'A program asks to use a token. Unlock Keyturn to answer it.',
  },
  windows: {
    noProgram,
    noProgramByItself: (file: string) =>
      `${file} is no program by itself. Name the program that runs it first, then the file.`,
    lineBreak: (file: string) =>
      `${file} is a batch file, and an argument for one cannot hold a line break. Run the program behind it instead.`,
    lineTooLong: (file: string, most: number) =>
      `${file} is a batch file, and its arguments are longer than the ${most} characters that Windows allows it.`,
  },
};
