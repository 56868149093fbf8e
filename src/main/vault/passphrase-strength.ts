import { Failed } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import { words } from './words.ts';

/** zxcvbn's score for what takes more than 10^8 guesses; the scale is 0 to 4. */
const enough = 3;

/** Judges a new passphrase by zxcvbn's estimate. Throws Failed `weak-passcode`, which says what makes it easy to guess and what to do. */
export async function checkPassphrase(passphrase: Secret): Promise<void> {
  const estimate = await estimator();
  // Longer ones are strong by their length, and the estimate's time grows with the square of it.
  const text = passphrase.use((bytes) => bytes.toString('utf8')).slice(0, 100);
  const { score, feedback } = estimate.check(text, ['keyturn', 'okta']);
  // The estimator keeps the text that it judged last.
  estimate.check('');
  if (score >= enough) return;
  throw new Failed(
    'weak-passcode',
    words.passphraseStrength.easy(feedback.warning ?? ''),
    words.passphraseStrength.useWords,
  );
}

type Estimator = import('@zxcvbn-ts/core').ZxcvbnFactory;
let loaded: Promise<Estimator> | null = null;

/** Loaded on first use: the dictionaries are some megabytes, and most starts need none. */
function estimator(): Promise<Estimator> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
  });
}
