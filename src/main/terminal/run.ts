import { spoken } from '../base/language.ts';
import type { CommandWorld } from './command-world.ts';

/**
 * Runs one command with this process's input and output. Resolves with the exit status (base/ends.ts). A commit waits for `guard`, so this
 * file imports almost nothing, and `guard` loads nothing of the other commands (tests/unit/terminal/guard-bundle.test.ts).
 */
export async function runCommand(
  argv: readonly string[],
  rest: readonly string[],
  world: CommandWorld,
): Promise<number> {
  if (rest.length === 1 && rest[0] === 'guard') {
    const { guard } = await import('./guard.ts');
    return guard(world.userData, spoken());
  }
  return (await import('./commands.ts')).runRead(argv, rest, world);
}
