import { type Claim, threat } from './claim.ts';

const always = 'src/main/features/programs/always.ts';
const desk = 'src/main/features/programs/desk.ts';
const programFile = 'src/main/features/programs/program-file-linux.ts';
const alwaysTest = 'tests/unit/programs/always.test.ts';
const fileTest = 'tests/unit/programs/program-file.test.ts';
const approval = 'tests/security/approval.spec.ts';

const isBelowOut = [
  always,
  'return covers !== reading || isBelow(entry.paths, path) ? entry : null;',
  'return path === reading || isBelow(["/"], path) ? entry : null;',
] as const;
const shutOut = [
  desk,
  'if (!door.open) this.#always.revokeAll(tokenId);',
  "if (tokenId === '') this.#always.revokeAll(tokenId);",
] as const;

/** What "Always for this program" covers, and for which file. */
export const alwaysClaims: readonly Claim[] = [
  threat(
    'allow a program always, or widen what a person allowed always',
    {
      id: 'always-proof',
      out: [[desk, "    else if (given === 'always') this.#needs.needProof('programs');\n", '']],
      fails: [alwaysTest, 'needs a proof before its dialog, also for reading'],
    },
    {
      id: 'always-paths',
      out: [isBelowOut],
      fails: [
        alwaysTest,
        'reads only below the paths that the dialog showed, even when the rules later allow more',
      ],
    },
    {
      id: 'always-shut',
      out: [shutOut],
      fails: [
        alwaysTest,
        'is asked about after programs were switched off and on again, which the window does without a dialog',
      ],
    },
    {
      id: 'always-shown-whole',
      out: [[always, "(fits ? '' : words.always.tooLong)", "(fits ? '' : '')"]],
      fails: [alwaysTest, 'is refused when a dialog cannot show the whole call'],
    },
    {
      id: 'always-still-waits',
      out: [
        [
          desk,
          "if (this.#asks.find(askId) === null) throw this.#over();\n    if (given === 'always')",
          "if (given === 'always')",
        ],
      ],
      fails: [alwaysTest, 'keeps nothing when the program hung up'],
    },
    {
      id: 'always-paths-in-the-app',
      out: [isBelowOut],
      fails: [approval, 'allows no program always'],
    },
    {
      id: 'always-shut-in-the-app',
      out: [shutOut],
      fails: [approval, 'allows no program always'],
    },
    {
      id: 'always-dialog-in-the-app',
      out: [
        [
          desk,
          'if (given !== null && !(await this.#confirm(questionOf(wish, given)))) {',
          'if (wish === null) {',
        ],
      ],
      fails: [approval, 'allows no program always'],
    },
  ),
  threat(
    'do more than its dialog showed, use another token, or go on after it was revoked',
    {
      id: 'always-covers',
      out: [
        [always, 'one.path === file.path && one.covers === covers && one', 'one.path === file.path && one'],
      ],
      fails: [alwaysTest, 'is asked about a change, and for a change about every other call'],
    },
    {
      id: 'always-token',
      out: [
        [
          always,
          '    const entry = this.#needs.doors\n      .alwaysOf(call.tokenId)',
          '    const entry = [...this.#needs.doors.allAlways().values()]\n      .flat()',
        ],
      ],
      fails: [alwaysTest, 'is asked about with another token'],
    },
    {
      id: 'always-revoked',
      out: [[always, 'all.filter((one) => !ended.includes(one)),', 'all,']],
      fails: [alwaysTest, 'is asked about at once when it was revoked'],
    },
    {
      id: 'always-revoked-in-the-app',
      out: [[always, 'all.filter((one) => !ended.includes(one)),', 'all,']],
      fails: ['tests/e2e/always-allowed.spec.ts', 'until its file changes or a person revokes it'],
    },
  ),
  threat(
    'have it let in: each call is compared by the path and the content of the running file',
    {
      id: 'always-path',
      out: [
        [always, 'one.path === file.path && one.covers === covers && one', 'one.covers === covers && one'],
      ],
      fails: [alwaysTest, 'is asked about at another path'],
    },
    {
      id: 'always-content',
      out: [
        [
          always,
          'if (entry === undefined || entry.sha256 !== file.sha256) return null;',
          'if (!entry) return null;',
        ],
        [always, 'changedAt === null && sha256 !== file.sha256', "changedAt === null && sha256 === ''"],
      ],
      fails: [alwaysTest, 'is asked about when its file has changed'],
    },
    {
      id: 'always-content-in-the-app',
      out: [
        [
          always,
          'if (entry === undefined || entry.sha256 !== file.sha256) return null;',
          'if (!entry) return null;',
        ],
        [always, 'changedAt === null && sha256 !== file.sha256', "changedAt === null && sha256 === ''"],
      ],
      fails: ['tests/e2e/always-allowed.spec.ts', 'until its file changes or a person revokes it'],
    },
    {
      id: 'always-changed-stays',
      out: [[always, ' && one.covers === covers && one.changedAt === null)', ' && one.covers === covers)']],
      fails: [alwaysTest, 'is asked about when its file has changed, also when the earlier file is back'],
    },
    {
      id: 'always-running-file',
      out: [
        [
          programFile,
          'if ((await readlink(exe)) !== path || there?.ino !== running.ino || there.dev !== running.dev) {',
          'if (there === null) {',
        ],
      ],
      fails: [fileTest, 'is not named when another file took its place'],
    },
    {
      id: 'always-same-process',
      out: [[programFile, 'if (!(await isSame())) return not(notRead);', '']],
      fails: [fileTest, 'another process has its number'],
    },
    {
      id: 'always-remembered-content',
      out: [[programFile, '[dev, ino, size, mtimeNs, ctimeNs]', '[dev, ino, size, mtimeNs]']],
      fails: [fileTest, 'has another hash when its content changed in place'],
    },
  ),
  threat(
    'be allowed always by what another script of its interpreter was allowed',
    {
      id: 'always-names',
      out: [
        [
          programFile,
          "if (isInterpreterName(path.split('/').at(-1) ?? '')) return not(interpreter);",
          "if (isInterpreterName('')) return not(interpreter);",
        ],
      ],
      fails: [fileTest, 'of bash does not say what it does'],
    },
    {
      id: 'always-marks',
      out: [[programFile, 'interpreter ||= holdsMark(joined);', 'interpreter &&= holdsMark(joined);']],
      fails: [fileTest, 'of perl does not say what it does'],
    },
    {
      id: 'always-refuses',
      out: [[always, 'const why = file.notAlways || (fits', 'const why = (fits']],
      fails: [alwaysTest, 'is refused with the reason for a program'],
    },
    {
      id: 'always-became-interpreter',
      out: [
        [
          always,
          "if (file === null || notAlways !== '') return null;",
          'if (file === null || notAlways === file.path) return null;',
        ],
      ],
      fails: [alwaysTest, 'refuses a program when its file became an interpreter'],
    },
  ),
];
