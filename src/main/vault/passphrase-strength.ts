import { Failed } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import { words } from './words.ts';

/** zxcvbn's score for passwords that need more than 10^8 guesses; the scale is 0 to 4. */
const enough = 3;

/** Checks a new passphrase with zxcvbn's estimate. Throws Failed `weak-passcode`, which says why it is easy to guess and what to do. */
export async function checkPassphrase(passphrase: Secret): Promise<void> {
  const estimate = await estimator();
  // A longer text is strong by its length, and the estimate's time grows with the square of the length.
  // Full-width and other forms of a letter are as easy to guess as the letter.
  const text = passphrase.use((bytes) => bytes.toString('utf8').normalize('NFKC')).slice(0, 100);
  const { score, feedback } = estimate.check(text, ['keyturn', 'okta']);
  // The estimator keeps the last text it checked, so this replaces the passphrase.
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

/** Loads the estimator on first use: its dictionaries are several megabytes, and most starts do not need them. */
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
