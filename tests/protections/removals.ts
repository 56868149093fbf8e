import { type Claim, threat } from './claim.ts';

const removals = 'src/main/vault/removals.ts';
const removalsTest = 'tests/unit/vault/removals.test.ts';

/** What is left of a removed token or app while its removal can be undone, and afterwards. */
export const removalClaims: readonly Claim[] = [
  threat(
    'find a token or a private key that was removed, although its removal can be undone',
    {
      id: 'removal-empties-log',
      out: [[removals, '      this.#vault.emptyLog();\n', '']],
      fails: [removalsTest, 'leaves no byte of its sealed value in the file or the log'],
    },
    {
      id: 'removal-secure-delete',
      out: [['src/main/vault/database.ts', 'PRAGMA secure_delete = ON;', 'PRAGMA secure_delete = OFF;']],
      fails: [removalsTest, 'leaves no byte of its sealed value in the file or the log'],
    },
    {
      id: 'removal-wiped-in-memory',
      out: [[removals, 'if (last !== null) wipeRows(last);', '']],
      fails: [removalsTest, 'is overwritten in memory when the time is over'],
    },
    {
      id: 'removal-of-one-opening',
      out: [[removals, ' || last.opening !== opening', '']],
      fails: [removalsTest, 'does not come back into another opening of the vault'],
    },
    {
      id: 'removal-ends-in-time',
      out: [[removals, 'this.#clock.after(bringBackMs + graceMs, () => this.clear())', '() => undefined']],
      fails: ['tests/unit/main/bring-back.test.ts', 'nothing comes back after the time'],
    },
  ),
];
