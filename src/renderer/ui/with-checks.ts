import type { Check } from '../../shared/contract/testing.ts';

/** Returns the checks known so far with what was told of them since. */
export function withChecks(known: readonly Check[], told: readonly Check[]): Check[] {
  const checks = [...known];
  for (const check of told) {
    const at = checks.findIndex(({ id }) => id === check.id);
    if (at < 0) checks.push(check);
    else checks[at] = check;
  }
  return checks;
}
