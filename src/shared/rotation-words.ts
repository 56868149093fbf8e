import type { HandOver } from './contract/hand-over.ts';
import type { Rotation } from './contract/rotation.ts';

/** What the person types to revoke a token that is not known to be quiet. */
export const insistWords = 'revoke anyway';

/** Why the old token should not be revoked yet, as ends of a sentence; empty when nothing stands against it. */
export function reasonsNotTo(rotation: Pick<Rotation, 'checklist' | 'quiet'>): string[] {
  const left = rotation.checklist.filter(({ doneAt }) => doneAt === null);
  const names = left.map(({ name }) => name).join(', ');
  return [
    ...(left.length === 0
      ? []
      : [
          `${left.length === 1 ? '1 consumer does' : `${left.length} consumers do`} not have the new one yet (${names})`,
        ]),
    ...(rotation.quiet?.verdict === 'quiet' ? [] : [quietReason(rotation.quiet)]),
  ];
}

function quietReason(quiet: Rotation['quiet']): string {
  switch (quiet?.verdict) {
    case 'in-use':
      return 'it is still being used';
    case 'waiting':
      return 'it has not been quiet for long enough';
    case 'cannot-tell':
      return 'whether it is still used cannot be told';
    default:
      return 'whether it is still used has not been looked at';
  }
}

const argvWords = (argv: readonly string[]): string =>
  argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');

/** A hand-over in words a person can judge: every argument is shown, none is hidden. */
export function handOverWords(how: HandOver): string {
  if (how.kind === 'env-file') return `Write ${how.key} into ${how.path}`;
  const via =
    'env' in how.via ? `, with the token in ${how.via.env}` : ', with the token on its standard input';
  const next = how.pipeTo === undefined ? '' : `, and its output to: ${argvWords(how.pipeTo)}`;
  return `${argvWords(how.argv)}${via}${next}`;
}
