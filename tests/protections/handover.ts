import { type Claim, threat } from './claim.ts';

const activity = 'src/main/features/activity/store.ts';
const calendar = 'src/main/features/life/calendar.ts';
const csv = 'src/main/base/csv.ts';
const files = 'src/main/base/files.ts';
const unfinished = 'src/main/vault/unfinished-files.ts';
const unfinishedTest = 'tests/unit/vault/unfinished-files.test.ts';
const forms = 'src/main/base/value-forms.ts';
const handover = 'src/main/features/handover/desk.ts';
const report = 'src/main/features/diagnosis/report.ts';
const ending = 'src/main/features/handover/end-programs.ts';
const run = 'src/main/features/handover/run-command.ts';
const activityTest = 'tests/unit/activity/activity-log.test.ts';
const formsTest = 'tests/unit/main/value-forms.test.ts';
const runTest = 'tests/unit/handover/run-command.test.ts';
const filesTest = 'tests/unit/main/files.test.ts';
const approvalTest = 'tests/unit/handover/approval.test.ts';

/** Programs that a token is handed to, the record of activity, files that are replaced, and what is exported. */
export const handOverClaims: readonly Claim[] = [
  threat(
    'a dialog of the system shows the whole hand-over command before its first run',
    {
      id: 'handover-approved',
      out: [[handover, 'if (!yes) throw new Failed', "if (label === '') throw new Failed"]],
      fails: [approvalTest, 'a command that the person did not approve does not run'],
    },
    {
      id: 'handover-whole',
      out: [[handover, '[how, label, tokenId]', '[label]']],
      fails: [approvalTest, 'another argument, another label or another way is asked about anew'],
    },
    {
      id: 'handover-approved-in-the-app',
      out: [[handover, 'if (!yes) throw new Failed', "if (label === '') throw new Failed"]],
      fails: [
        'tests/e2e/hand-over.spec.ts',
        'a consumer gets the new value by its own command, approved once',
      ],
    },
  ),
  threat(
    'put the value on the screen or in the record by printing it',
    {
      id: 'printed-value',
      out: [[run, 'print(redactor.push(chunk))', 'print(chunk)']],
      fails: [runTest, 'redacts the value in every dress'],
    },
    {
      id: 'printed-as-it-is',
      out: [
        [forms, '      { units: value.map(character), between: gap },\n', ''],
        [forms, "    if (what === 'all') forms.push(tokenShape);\n", ''],
      ],
      fails: [formsTest, 'a value is taken out of a text as it is'],
    },
    {
      id: 'printed-behind-a-letter',
      out: [
        [forms, '      { units: value.map(character), between: gap },\n', ''],
        [forms, "{ whole: '00[", "{ whole: '\\\\b00["],
      ],
      fails: [formsTest, 'a value is taken out of a text behind a letter'],
    },
    {
      id: 'printed-unseen',
      out: [[forms, '|${colours}|${unseen})`;', '|${colours})`;']],
      fails: [formsTest, 'a value is taken out of a text with zero-width spaces'],
    },
    {
      id: 'printed-od',
      out: [[forms, 'const gap = `(?:${odLine}|', 'const gap = `(?:']],
      fails: [formsTest, 'a value is taken out of a text in lines of od -c'],
    },
    {
      id: 'printed-base64',
      out: [[forms, 'return [0, 1, 2].flatMap((lead)', 'return [0].flatMap((lead)']],
      fails: [formsTest, 'a value is taken out of a text base64, one byte on'],
    },
    {
      id: 'printed-hex',
      out: [
        [
          forms,
          "      { units: (bytes.toString('hex').match(/../g) ?? []).map(byte), between: hexGap },\n",
          '',
        ],
      ],
      fails: [formsTest, 'a value is taken out of a text hex'],
    },
    {
      id: 'printed-hex-apart',
      out: [[forms, 'between: hexGap', "between: ''"]],
      fails: [formsTest, 'a value is taken out of a text hex with colons'],
    },
    {
      id: 'printed-percent',
      out: [[forms, '|%(?:25){0,3}${hex}', '']],
      fails: [formsTest, 'a value is taken out of a text percent-encoded where it must be'],
    },
    {
      id: 'printed-json',
      out: [[forms, '(?:u00${hex}|', '(?:']],
      fails: [formsTest, 'a value is taken out of a text JSON escapes'],
    },
    {
      id: 'printed-html',
      out: [[forms, '|&#(?:0*${code}|[xX]0*${hex});?', '']],
      fails: [formsTest, 'a value is taken out of a text HTML entities'],
    },
    {
      id: 'printed-quoted',
      out: [[forms, '|=${hex}${named})`', '${named})`']],
      fails: [formsTest, 'a value is taken out of a text quoted-printable'],
    },
    {
      id: 'printed-wide',
      out: [[forms, '[\\\\s\\\\0]*|${', '[\\\\s]*|${']],
      fails: [formsTest, 'a value is taken out of a text UTF-16'],
    },
    {
      id: 'printed-lines',
      out: [[forms, '[\\\\s\\\\0]*|${', '\\\\0*|${']],
      fails: [formsTest, 'a value is taken out of a text in two lines'],
    },
    {
      id: 'printed-reversed',
      out: [[forms, "      { units: value.toReversed().map(plain), between: '' },\n", '']],
      fails: [formsTest, 'a value is taken out of a text reversed'],
    },
    {
      id: 'redact-any-separator',
      out: [[forms, '[^0-9A-Za-z%=\\\\\\\\\\\\x1b]*|', '[\\\\s:,;_.|\\\\0-]{0,3}|']],
      fails: [formsTest, 'a value is taken out of a text hex of xxd -i'],
    },
    {
      id: 'redact-indent',
      out: [[forms, '[\\\\s\\\\0]*|${', '[\\\\s\\\\0]{0,3}|${']],
      fails: [formsTest, 'a value is taken out of a text in two lines of an indented text'],
    },
    {
      id: 'redact-octal',
      out: [[forms, '|0?${code.toString(8)}', '']],
      fails: [formsTest, 'a value is taken out of a text C escapes in octal digits'],
    },
    {
      id: 'redact-semicolon',
      out: [[forms, '|[xX]0*${hex});?', '|[xX]0*${hex});']],
      fails: [formsTest, 'a value is taken out of a text HTML entities without semicolons'],
    },
    {
      id: 'redact-json-twice',
      out: [[forms, '|\\\\\\\\{1,2}(?:u00', '|\\\\\\\\(?:u00']],
      fails: [formsTest, 'a value is taken out of a text JSON escapes within JSON'],
    },
    {
      id: 'printed-pieces',
      out: [[forms, 'const mostHeld = 2_000;', 'const mostHeld = 1;']],
      fails: [formsTest, 'in pieces of any size'],
    },
  ),
  threat(
    'outlive its minute through a program that it started',
    {
      id: 'handover-group',
      out: [
        [ending, 'kill(-child.pid);', 'kill(child.pid);'],
        [ending, "if (process.platform === 'linux') endMarked(mark);", ''],
      ],
      fails: [runTest, 'ends a program after a minute with all that it started'],
    },
    {
      id: 'handover-session',
      out: [[ending, "if (process.platform === 'linux') endMarked(mark);", '']],
      fails: [runTest, 'ends after a minute also what left the group of the program'],
    },
  ),
  threat(
    'change, move, remove or insert an entry of the record of activity',
    {
      id: 'activity-link',
      out: [[activity, ' && same(row.mac, link)', '']],
      fails: [activityTest, 'shows a changed link'],
    },
    {
      id: 'activity-time',
      out: [[activity, 'place.writeBigUInt64BE(BigInt(at), 8);', 'void at;']],
      fails: [activityTest, 'shows a changed time'],
    },
    {
      id: 'activity-moved',
      out: [
        [activity, ' && same(row.mac, link)', ''],
        [activity, "rowId: String(seq), column: 'entry'", "rowId: 'any', column: 'entry'"],
      ],
      fails: [activityTest, 'shows two that changed places'],
    },
    {
      id: 'activity-put-in',
      out: [
        [activity, ' && same(row.mac, link)', ''],
        [activity, "rowId: String(seq), column: 'entry'", "rowId: 'any', column: 'entry'"],
        [
          activity,
          "if (entries !== last || !before.equals(entries === 0 ? start : Buffer.from(lastMac, 'hex'))) {",
          'if (entries < last) {',
        ],
      ],
      fails: [activityTest, 'shows one put in at the end by someone without the key'],
    },
    {
      id: 'activity-end',
      out: [
        [
          activity,
          "if (entries !== last || !before.equals(entries === 0 ? start : Buffer.from(lastMac, 'hex'))) {",
          'if (last < 0) {',
        ],
      ],
      fails: [activityTest, 'shows the end cut off'],
    },
  ),
  threat(
    'A kill in the middle of a hand-over, a clean-up, an export or a backup',
    {
      id: 'unfinished-swept',
      out: [['src/main/features/vault/feature.ts', '      needs.unfinished.sweep();\n', '']],
      fails: [unfinishedTest, 'is removed when Keyturn opens its vault again'],
    },
    {
      id: 'unfinished-noted-first',
      out: [[files, '  const gone = watch(unfinished);\n', '  const gone = () => undefined;\n']],
      fails: [unfinishedTest, 'a file that cannot be noted is not written'],
    },
    {
      id: 'unfinished-names',
      out: [[unfinished, 'if (isOurs && found.isFile()) rm', 'if (found.isFile()) rm']],
      fails: [unfinishedTest, 'a file with another name, a link and a folder stay'],
    },
    {
      id: 'unfinished-writing',
      out: [[unfinished, 'this.#writing.has(path) || !isGone(path)', '!isGone(path)']],
      fails: [unfinishedTest, 'a file that is being written stays over a lock'],
    },
    {
      id: 'unfinished-handed-over',
      out: [['src/main/features/handover/env-file.ts', '{ file }, watch)', '{ file })']],
      fails: ['tests/unit/writers/kills.test.ts', 'the next opening leaves no leftover with a secret'],
    },
  ),
  threat(
    'leave half a file where Keyturn replaces one',
    {
      id: 'files-backup-cut',
      out: [
        [
          'src/main/vault/backup.ts',
          "troubleOf(error) === 'disk-full' || codeOf(error) === 'EFBIG'",
          "troubleOf(error) === 'disk-full'",
        ],
        [
          'src/main/vault/file-trouble.ts',
          "'syscall' in error ? notWritten(error) : error",
          "'nothing' in error ? notWritten(error) : error",
        ],
      ],
      fails: ['tests/unit/writers/faults.test.ts', 'with a sentence and no leftover'],
    },
    {
      id: 'files-beside-first',
      out: [
        [files, 'return join(dirname(target), `${shortName(target)}.keyturn-${end}`);', 'return target;'],
        [files, "openSync(unfinished, 'wx', ", "openSync(unfinished, 'w', "],
      ],
      fails: [filesTest, 'leaves an export whole'],
    },
    {
      id: 'files-saved-meanwhile',
      out: [[files, "'file' in like && !isSame(", "'file' in like && isSame("]],
      fails: [filesTest, 'is left alone when another program saves it during the write'],
    },
    {
      id: 'files-half-hook',
      out: [
        [
          'src/main/terminal/guard-hook.ts',
          'replaceFile(path, hook, { mode: 0o755 });',
          "process.getBuiltinModule('node:fs').writeFileSync(path, hook, { mode: 0o755, flag: 'wx' });",
        ],
      ],
      fails: ['tests/unit/terminal/guard.test.ts', 'leaves no half of a hook where the disk is full'],
    },
    {
      id: 'files-whole-write',
      out: [[files, 'done += wrote;', 'done = bytes.length;']],
      fails: [filesTest, 'leaves the .env file whole'],
    },
    {
      id: 'files-changed-meanwhile',
      out: [
        [
          files,
          "if ('file' in like && !isSame(lstatSync(target, { bigint: true, throwIfNoEntry: false }), like.file)) {",
          "if (target === '') {",
        ],
      ],
      fails: [filesTest, 'is left alone when another program changed it since it was read'],
    },
    {
      id: 'files-whole-lines',
      out: [[files, 'if (existsSync(path)) truncateSync(path, size);', '']],
      fails: [filesTest, 'leaves no half line in the log'],
    },
    {
      id: 'files-leftovers',
      out: [[files, '  removeLeftovers(target);\n', '']],
      fails: ['tests/unit/handover/env-file.test.ts', 'removes what an earlier attempt left that was killed'],
    },
  ),
  threat(
    'run a formula in a spreadsheet',
    {
      id: 'csv-formula',
      out: [[csv, 'const text = harmless(value);', 'const text = value;']],
      fails: ['tests/unit/main/csv.test.ts', 'is no formula and is read back the same'],
    },
    {
      id: 'csv-separators',
      out: [[csv, "const separators = ',;|", "const separators = ',|"]],
      fails: ['tests/unit/main/csv.test.ts', 'is no formula and is read back the same'],
    },
    {
      id: 'calendar-line-ends',
      out: [
        [
          calendar,
          ".replaceAll(/\\r\\n|[\\r\\n\\v\\f\\u0085\\u2028\\u2029]/g, '\\\\n')",
          ".replaceAll(/\\n/g, '\\\\n')",
        ],
      ],
      fails: ['tests/unit/life/calendar.test.ts', 'whatever the label'],
    },
    {
      id: 'report-line',
      out: [[report, 'oneLine(labels.reduce(', '((text: string) => text)(labels.reduce(']],
      fails: ['tests/unit/diagnosis/report.test.ts', 'is not given another line'],
    },
    {
      id: 'proof-tags',
      out: [
        [
          'src/main/features/rotation/export.ts',
          '.replace(/[&<>"\']/g, (letter) => `&#${letter.charCodeAt(0)};`)',
          '',
        ],
      ],
      fails: ['tests/unit/rotation/export.test.ts', 'what Okta or a person wrote stays text'],
    },
    {
      id: 'proof-direction',
      out: [['src/main/features/rotation/export.ts', 'oneLine(text).replace', 'text.replace']],
      fails: ['tests/unit/rotation/export.test.ts', 'what Okta or a person wrote stays text'],
    },
  ),
  threat(
    'find a value, a label or a fingerprint in it',
    {
      id: 'report-redacted',
      out: [[report, 'return redact(words.report.report(lines));', 'return words.report.report(lines);']],
      fails: ['tests/unit/diagnosis/jobs.test.ts', 'takes out a value of any shape'],
    },
    {
      id: 'report-value',
      out: [
        [
          'src/main/features/diagnosis/desk.ts',
          "report.replaceAll(bytes.toString('utf8'), '[redacted token]')",
          'report.slice(0, report.length + bytes.length)',
        ],
      ],
      fails: ['tests/unit/diagnosis/jobs.test.ts', 'takes out a value of any shape'],
    },
    {
      id: 'report-fingerprint',
      out: [
        [
          'src/main/features/diagnosis/desk.ts',
          'version: this.#needs.version,\n      platform',
          'version: `${this.#needs.version} ${patient.secret.fingerprint}`,\n      platform',
        ],
      ],
      fails: ['tests/unit/diagnosis/jobs.test.ts', 'holds what support asks for and nothing secret'],
    },
    {
      id: 'report-labels',
      out: [[report, 'rest.replaceAll(`"${label}"`, \'another token\')', 'rest']],
      fails: ['tests/unit/diagnosis/report.test.ts', 'is not given another line'],
    },
  ),
];
