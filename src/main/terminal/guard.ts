import type { Language } from '../../shared/languages.ts';
import { speak } from '../base/language.ts';

/**
 * Searches the files staged for a commit, and speaks `language`. Resolves with the exit status: `holdsToken` when they contain a token. Git
 * starts first, and what searches its output loads while Git works. The build makes this a program of its own (tools/setup/own-program.ts),
 * which does not know the language that main chose.
 */
export async function guard(userData: string, language: Language): Promise<number> {
  speak(language);
  const { startStaged } = await import('./staged.ts');
  const readStaged = await startStaged();
  const { searchStaged } = await import('./guard-search.ts');
  return searchStaged(readStaged, userData);
}
