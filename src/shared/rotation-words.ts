import type { HandOver } from './contract/hand-over.ts';
import type { Rotation } from './contract/rotation.ts';
import { words } from './words.ts';

/** The words that a person types to revoke a token that is not known to be quiet. */
export const insistWords = words.rotation.insist;

/** Returns the reasons not to revoke the old token yet, one sentence each; empty when there is none. */
export function reasonsNotTo(rotation: Pick<Rotation, 'mode' | 'checklist' | 'quiet'>): string[] {
  const left = rotation.checklist.filter(({ doneAt }) => doneAt === null);
  const names = left.map(({ name }) => name).join(', ');
  const { consumersLeft, consumersWithoutApp } = words.rotation;
  const say = rotation.mode === 'to-app' ? consumersWithoutApp : consumersLeft;
  return [
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
