import { type Claim, threat } from './claim.ts';

const desk = 'src/main/features/plaintext/desk.ts';
const marks = 'src/main/features/plaintext/kept-marks.ts';
const walk = 'src/main/features/plaintext/walk.ts';
const wizard = 'src/main/features/wizard/handlers.ts';
const deskTest = 'tests/unit/plaintext/desk.test.ts';
const foundTest = 'tests/unit/plaintext/found-values.test.ts';
const wizardTest = 'tests/unit/wizard/wizard-handlers.test.ts';

/** Looking for tokens in plain text, and `keyturn guard`. */
export const plaintextClaims: readonly Claim[] = [
  threat(
    "have a token found in a file sent to the script's own org",
    {
      id: 'found-dialog',
      out: [[wizard, 'if (!yes || drafts.orgOf(draft)', 'if (drafts.orgOf(draft)']],
      fails: [wizardTest, 'after a dialog of the system that names the file and the org'],
    },
    {
      id: 'found-other-org',
      out: [[wizard, 'if (!yes || drafts.orgOf(draft).origin !== org.origin)', 'if (!yes)']],
      fails: [
        wizardTest,
        'does not take a token out of a file for an org that the draft got while the dialog named another',
      ],
    },
    {
      id: 'found-kept',
      out: [[desk, '    if (kept !== null) {', "    if (kept?.label === '') {"]],
      fails: [deskTest, 'gives the wizard no kept value'],
    },
    {
      id: 'found-cleaned-by-dialog',
      out: [[desk, "if (!yes) throw new Failed('cancelled', words.desk.notCleaned);", '']],
      fails: [deskTest, 'changes nothing without a yes'],
    },
  ),
  threat(
    'learn a value that Okta made from the marks of kept values',
    {
      id: 'marks-keyed',
      out: [[marks, 'const key = randomBytes(32);', 'const key = Buffer.alloc(32);']],
      fails: [foundTest, 'the marks of two searches differ'],
    },
    {
      id: 'marks-hash',
      out: [
        [
          marks,
          "createHmac('sha256', key).update('value\\0').update(value, 'latin1').digest('hex').slice(0, 32)",
          "Buffer.from(value, 'latin1').toString('hex')",
        ],
      ],
      fails: [
        'tests/unit/commands/commands.test.ts',
        'guard is given marks of every kept value and no value',
      ],
    },
    {
      id: 'marks-guessed',
      out: [[marks, 'if (value.length < shortest || !', 'if (!']],
      fails: [foundTest, 'a value that could be guessed has no mark'],
    },
  ),
  threat(
    'have a file outside that folder read',
    {
      id: 'links-to-folders',
      out: [
        [
          walk,
          'if (entry.isSymbolicLink()) passed.links++;',
          'if (entry.isSymbolicLink()) folders.push(path);',
        ],
      ],
      fails: [deskTest, 'reads the chosen folder and its subfolders'],
    },
    {
      // Two places protect: the walk passes a link by, and reading follows none.
      id: 'links-to-files',
      out: [
        [walk, 'if (entry.isSymbolicLink()) passed.links++;', 'if (entry.isSymbolicLink()) yield path;'],
        [
          'src/main/features/plaintext/read-place.ts',
          '(throughLinks ? 0 : O_NOFOLLOW)',
          '(throughLinks ? O_NOFOLLOW : 0)',
        ],
      ],
      fails: [deskTest, 'reads the chosen folder and its subfolders'],
    },
  ),
];
