import type { HandOver } from './contract/hand-over.ts';
import type { Rotation } from './contract/rotation.ts';
import type { ServiceApp } from './contract/service.ts';
import { series } from './listed.ts';
import { words } from './words.ts';

/** The words that a person types to revoke a token that is not known to be quiet. */
export const insistWords = words.rotation.insist;

/** Returns whether an app does the job of the token that it replaces: its newest test succeeded. */
export const doesJob = (app: Pick<ServiceApp, 'clientId' | 'lastTest'>): boolean =>
  app.clientId !== null && app.lastTest?.outcome.kind === 'accepted';

/**
 * Returns the reasons not to revoke the old token yet, one sentence each; empty when there is none. `appWorks` says whether the app of a
 * rotation to an app still does the job.
 */
export function reasonsNotTo(
  rotation: Pick<Rotation, 'mode' | 'checklist' | 'quiet'>,
  appWorks: boolean,
): string[] {
  const left = rotation.checklist.filter(({ doneAt }) => doneAt === null);
  const names = series(left.map(({ name }) => name));
  const { consumersLeft, consumersWithoutApp } = words.rotation;
  const say = rotation.mode === 'to-app' ? consumersWithoutApp : consumersLeft;
  return [
    ...(rotation.mode !== 'to-app' || appWorks ? [] : [words.rotation.appFails]),
    ...(left.length === 0 ? [] : [say(left.length, names)]),
    ...(rotation.quiet?.verdict === 'quiet' ? [] : [quietReason(rotation.quiet)]),
  ];
}

function quietReason(quiet: Rotation['quiet']): string {
  switch (quiet?.verdict) {
    case 'in-use':
      return words.rotation.inUse;
    case 'waiting':
      return words.rotation.waiting;
    case 'cannot-tell':
      return words.rotation.cannotTell;
    default:
      return words.rotation.notLooked;
  }
}

const argvWords = (argv: readonly string[]): string =>
  argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');

/** Returns a hand-over as a line that a person can judge. It shows every argument. */
export function handOverWords(how: HandOver): string {
  if (how.kind === 'env-file') return words.rotation.writeInto(how.key, how.path);
  const { byVariable, byInput, pipedTo } = words.rotation;
  const command = argvWords(how.argv);
  const said = 'env' in how.via ? byVariable(command, how.via.env) : byInput(command);
  return how.pipeTo === undefined ? said : pipedTo(said, argvWords(how.pipeTo));
}
