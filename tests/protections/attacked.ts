import { type Claim, security } from './claim.ts';

const accessToken = 'src/main/features/service/access-token.ts';
const guard = 'src/main/terminal/guard-search.ts';
const profile = 'src/main/terminal/profile.ts';
const say = 'src/main/base/say.ts';
const appDoorTest = 'tests/unit/programs/app-door.test.ts';
const proxy = 'src/main/features/programs/exec-proxy.ts';
const proxyTest = 'tests/unit/programs/exec-proxy.test.ts';
const handOver = 'src/main/features/handover/desk.ts';
const approvalTest = 'tests/unit/handover/approval.test.ts';
const guardTest = 'tests/unit/terminal/guard.test.ts';
const profileTest = 'tests/unit/terminal/profile.test.ts';
const programFileTest = 'tests/unit/programs/program-file.test.ts';
const hidden = 'finds a token that the configuration of the repository hides';
const forms = 'src/main/base/value-forms.ts';
const formsTest = 'tests/unit/main/value-forms.test.ts';
const runFile = 'src/main/features/programs/run-file.ts';
const relayTest = 'tests/unit/programs/exec-relay.test.ts';
const startedGit = 'src/main/terminal/git.ts';
const clipboard = 'src/main/features/tokens/timed-clipboard.ts';
const clipboardTest = 'tests/unit/tokens/timed-clipboard.test.ts';
const tokensTest = 'tests/unit/tokens/token-store.test.ts';
const sayTest = 'tests/unit/terminal/say.test.ts';

/** The rows of "What an attacker tried" in docs/security.md. */
export const attackedClaims: readonly Claim[] = [
  security(
    'No line that the `keyturn` command writes to stderr can move',
    {
      id: 'say-profile',
      out: [[say, 'words.say.said(oneLine(sentence))', 'words.say.said(sentence)']],
      fails: [sayTest, 'a key of a profile and the name of its folder'],
    },
    {
      id: 'say-okta',
      out: [[say, 'words.say.said(oneLine(sentence))', 'words.say.said(sentence)']],
      fails: [sayTest, 'what Okta says when it refuses a value'],
    },
  ),
  security(
    'A `.keyturn.toml` of another account chooses no token',
    {
      id: 'profile-owner',
      out: [[profile, 'if (!isOurs(file)) return', 'if (file === null) return']],
      fails: [profileTest, 'of another account, or behind a link of another account'],
    },
    {
      id: 'profile-owner-of-link',
      out: [[profile, '[lstatSync(file), facts]', '[facts, facts]']],
      fails: [profileTest, 'of another account, or behind a link of another account'],
    },
  ),
  security('`keyturn guard` finds a token in a staged file that is not text', {
    id: 'guard-binary',
    out: [[guard, "return [text.replaceAll('\\0', ' '), text.replaceAll('\\0', '')];", 'return [];']],
    fails: [guardTest, 'finds a token in a file that is not text'],
  }),
  security('Keyturn checks every certificate on the way to an org', {
    id: 'tls-whatever-the-environment',
    out: [['src/main/okta/dispatchers.ts', '      rejectUnauthorized: true,\n', '']],
    fails: [
      'tests/unit/okta/always-verified.test.ts',
      'an org with a certificate that is foreign gets no token',
    ],
  }),
  security(
    'A value goes to no other org than it was kept for',
    {
      id: 'value-of-org',
      out: [
        [
          'src/main/features/tokens/store.ts',
          'return ofItsOrg(this.#vault, row, this.#vault.openSecret(valueCell(id), row.value));',
          'if (ofItsOrg !== null) return this.#vault.openSecret(valueCell(id), row.value);',
        ],
      ],
      fails: [tokensTest, 'gives no value of a token, so that it goes to no other org'],
    },
    {
      id: 'held-value-of-org',
      out: [
        [
          'src/main/features/rotation/store.ts',
          'return ofItsOrg(this.#vault, row, this.#vault.openSecret(otherCell(id), row.other));',
          'if (ofItsOrg !== null) return this.#vault.openSecret(otherCell(id), row.other);',
        ],
      ],
      fails: [tokensTest, 'gives no value that a rotation holds beside the token'],
    },
  ),
  security('An id that is `.` or `..` leads no call', {
    id: 'call-path-dots',
    out: [['src/main/okta/client.ts', 'if (leadsElsewhere(call.path)) {', "if (call.path === '') {"]],
    fails: ['tests/unit/okta/client.test.ts', '.. makes no call'],
  }),
  security('A wrapped key that names much more work for Argon2id', {
    id: 'argon2-bounds',
    out: [['src/main/vault/kept.compiled.ts', '.min(8).max(262_144)', '.min(8).max(262_145)']],
    fails: ['tests/unit/vault/argon2-limits.test.ts', 'refuses a wrapped key whose'],
  }),
  security(
    '`keyturn guard` finds a token that the configuration',
    {
      id: 'guard-replaced-object',
      out: [[startedGit, "'--no-replace-objects', ", '']],
      fails: [guardTest, hidden],
    },
    {
      id: 'guard-relative',
      out: [[startedGit, "'diff.relative=false'", "'diff.relative=true'"]],
      fails: [guardTest, hidden],
    },
    {
      id: 'guard-fsmonitor',
      out: [[startedGit, "'-c', 'core.fsmonitor=false', ", '']],
      fails: [guardTest, hidden],
    },
    {
      id: 'guard-lazy-fetch',
      out: [[startedGit, "GIT_NO_LAZY_FETCH: '1'", "GIT_NO_LAZY_FETCH: '0'"]],
      fails: [guardTest, 'asks no server for a missing object'],
    },
  ),
  security(
    'The value is taken out of what a program prints also where lines',
    {
      id: 'redact-soft-lines',
      out: [[forms, '(?:[=\\\\\\\\](?=[\\\\s\\\\0]))?', '']],
      fails: [formsTest, 'removes quoted-printable in lines, a character at a time'],
    },
    {
      id: 'redact-colours',
      out: [[forms, '|${colours}|${unseen})`;', '|${unseen})`;']],
      fails: [formsTest, 'removes with the colours of grep, a character at a time'],
    },
    {
      id: 'redact-numbers',
      out: [[forms, '      { units: [...bytes].map(number), between: numberGap },\n', '']],
      fails: [formsTest, 'removes the numbers of its bytes, as JSON writes a Buffer, a character at a time'],
    },
    {
      id: 'door-numbers',
      out: [[forms, " ||\n    text.replace(/[^0-9A-Za-z]+0*/g, ',').includes(numbers)", '']],
      fails: [formsTest, 'an answer that holds the value is found as JSON writes a Buffer'],
    },
  ),
  security('A `.keyturn.toml` that every account may write', {
    id: 'profile-mode',
    out: [[profile, ' && (facts.mode & 0o002) === 0', '']],
    fails: [profileTest, 'that every account may write chooses no token'],
  }),
  security('A policy with two entries of one name is refused', {
    id: 'policy-twice',
    out: [
      ['src/main/platform/policy-source.ts', 'if (twice !== undefined) throw', 'if (twice === null) throw'],
    ],
    fails: ['tests/unit/platform/policy-source.test.ts', 'is refused when it has an entry twice'],
  }),
  security(
    'One user of a hostile org ends no search',
    {
      id: 'user-deep-attribute',
      out: [
        [
          'src/main/features/tasks/schemas.ts',
          "if (error instanceof RangeError) return '';",
          "if (error === null) return '';",
        ],
      ],
      fails: ['tests/unit/tasks/hostile-users.test.ts', 'nested deeper than a program can walk'],
    },
    {
      id: 'okta-text-well-formed',
      out: [['src/main/okta/clipped.ts', 'text.toWellFormed()', 'text']],
      fails: ['tests/unit/tasks/hostile-users.test.ts', 'whose id no address could hold'],
    },
  ),
  security('The log has no part of a token, also where', {
    id: 'log-each-text',
    out: [['src/main/platform/log.ts', 'clip(redact(value), mostOfText)', 'clip(value, mostOfText)']],
    fails: ['tests/unit/platform/log.test.ts', 'at the beginning of a line'],
  }),
  security('An approved command gets the value of no other token', {
    id: 'approval-of-token',
    out: [[handOver, 'JSON.stringify([how, label, tokenId])', 'JSON.stringify([how, label])']],
    fails: [approvalTest, 'another token is asked about anew'],
  }),
  security(
    "The key of Keyturn's socket is written through no link",
    {
      id: 'run-file-link',
      out: [[runFile, '  rmSync(fileIn(userData), { force: true });\n  const near', '  const near']],
      fails: [relayTest, 'is not written through a link that lies at run/door.json'],
    },
    {
      id: 'run-folder-link',
      out: [[runFile, '?.isDirectory() === false) rmSync(folder);', '?.isFIFO()) rmSync(folder);']],
      fails: [relayTest, 'is not written through a link that lies at run'],
    },
  ),
  security('No dialog of the system opens over another one', {
    id: 'one-dialog-at-a-time',
    out: [['src/main/app/compose.ts', 'dialogs: oneDialogAtATime(given.dialogs)', 'dialogs: given.dialogs']],
    fails: ['tests/unit/service/more-scopes.test.ts', 'shows one dialog at a time, whatever asks for one'],
  }),
  security('A lock also clears what was still being copied', {
    id: 'clipboard-copy-and-lock',
    out: [[clipboard, '    await this.#writing;\n', '']],
    fails: [clipboardTest, 'clears also what was still being copied when the vault locked'],
  }),
  security(
    'Capture refuses a value that Keyturn copied, and the clipboard',
    {
      id: 'capture-runs',
      out: [[clipboard, ', ...(text.match(/[\\w-]{30,}/g) ?? [])', '']],
      fails: [clipboardTest, 'does not capture what it copied itself, with only the value'],
    },
    {
      id: 'clipboard-line-ends',
      out: [[clipboard, "text.replace(/\\r\\n?/g, '\\n').trimEnd()", 'text']],
      fails: [clipboardTest, 'clears a text of several lines also when the system gave it other line ends'],
    },
  ),
  security('On Windows, `keyturn guard` starts no `git` that lies in the repository', {
    id: 'guard-git-of-path',
    out: [['src/main/base/windows-command.ts', "  platform === 'win32'\n", '  platform === null\n']],
    fails: ['tests/unit/base/windows-command.test.ts', 'is looked for in PATH and not in the present folder'],
  }),
  security(
    'No text of a person, a program, a file or an org can write a line',
    {
      id: 'dialog-text',
      out: [['src/main/platform/dialogs.ts', 'detail: dialogText(detail)', 'detail']],
      fails: ['tests/unit/platform/dialogs.test.ts', 'shows no mark that turns the text'],
    },
    {
      id: 'dialog-hand-over',
      out: [[handOver, 'shownText(shown, 6 * mostShown)', 'shown.slice(0, 6 * mostShown)']],
      fails: [approvalTest, 'a path or a label cannot write a line'],
    },
    {
      id: 'dialog-whole-command',
      out: [[handOver, 'if (all.length > mostShown)', 'if (all.length > 6 * mostShown)']],
      fails: [approvalTest, 'a command that no dialog can show whole'],
    },
  ),
  security('A policy in a folder that the person may not open', {
    id: 'policy-closed-folder',
    out: [
      [
        'src/main/platform/policy-source.ts',
        '    const facts = lstatSync(path, { throwIfNoEntry: false });',
        '    const facts = existsSync(path) ? lstatSync(path) : undefined;',
      ],
      ['src/main/platform/policy-source.ts', 'import { lstatSync,', 'import { existsSync, lstatSync,'],
    ],
    fails: ['tests/unit/platform/policy-source.test.ts', 'is refused when its folder is closed'],
  }),
  security('On Windows, a policy whose key Keyturn may not read', {
    id: 'policy-windows-denied',
    out: [
      [
        'src/main/platform/policy-source.ts',
        '  return listed ? entriesOfReg(query(windowsPolicyKey)) : null;',
        '  try { return entriesOfReg(query(windowsPolicyKey)); } catch { return listed ? null : null; }',
      ],
    ],
    fails: [
      'tests/unit/platform/policy-source.test.ts',
      'is refused when it names a policy that Keyturn may not read',
    ],
  }),
  security(
    'An entry Always for a program covers no call of it with a script',
    {
      id: 'always-started-with',
      out: [
        [
          'src/main/features/programs/program-file-linux.ts',
          'content.interpreter ? interpreter : await codeFromOutside(pid)',
          "content.interpreter ? interpreter : '' && (await codeFromOutside(pid))",
        ],
      ],
      fails: [
        programFileTest,
        'does not say what it does when it was started with the file or folder script.okta',
      ],
    },
    {
      id: 'always-input',
      out: [
        [
          'src/main/features/programs/started-with-linux.ts',
          'input?.isFile() || input?.isFIFO() || input?.isSocket() ?',
          'input?.isDirectory() ?',
        ],
      ],
      fails: [programFileTest, 'does not say what it does when it reads a file or another program'],
    },
  ),
  security('The search in a folder reads no file outside of it', {
    id: 'plaintext-folder-becomes-link',
    out: [
      [
        'src/main/features/plaintext/read-place.ts',
        "if (!throughLinks && !(await isAt(file, path))) return { not: 'unreadable' };",
        '',
      ],
    ],
    fails: ['tests/unit/plaintext/desk.test.ts', 'reads no file outside of the chosen folder when'],
  }),
  security(
    'A proxy in the shell sees no call for the door',
    {
      id: 'exec-proxy-plain',
      out: [[proxy, "if (URL.canParse(asked.url ?? '') && isDoor(", 'if (server === null && isDoor(']],
      fails: [proxyTest, 'sees no call for the door at 127.0.0.1'],
    },
    {
      id: 'exec-proxy-names',
      out: [[proxy, 'ownAddress.test(hostname)', "hostname === '127.0.0.1'"]],
      fails: [proxyTest, 'sees no call for the door at 127.2.3.4'],
    },
    {
      id: 'exec-proxy-addresses',
      out: [[proxy, '|0\\.0\\.0\\.0|', '|']],
      fails: [proxyTest, 'sees no call for the door at 0.0.0.0'],
    },
  ),
  security(
    'An access token with characters that no header can hold',
    {
      id: 'access-token-characters',
      out: [[accessToken, '    .regex(/^[A-Za-z0-9._~+/-]+=*$/)\n', '']],
      fails: [appDoorTest, 'does not go out with an access token that no header can hold'],
    },
    {
      id: 'access-token-for-a-program',
      out: [[accessToken, '    .regex(/^[A-Za-z0-9._~+/-]+=*$/)\n', '']],
      fails: [appDoorTest, 'gives nothing by an access token that no program can be started with'],
    },
  ),
];
