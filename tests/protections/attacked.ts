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
      out: [[profile, '[lstatSync(file), statSync(file)]', '[statSync(file), statSync(file)]']],
      fails: [profileTest, 'of another account, or behind a link of another account'],
    },
  ),
  security('`keyturn guard` finds a token in a staged file that is not text', {
    id: 'guard-binary',
    out: [[guard, "return [text.replaceAll('\\0', ' '), text.replaceAll('\\0', '')];", 'return [];']],
    fails: [guardTest, 'finds a token in a file that is not text'],
  }),
  security('On Windows, `keyturn guard` starts no `git` that lies in the repository', {
    id: 'guard-git-of-path',
    out: [
      ['src/main/features/programs/windows-command.ts', "  platform === 'win32'\n", '  platform === null\n'],
    ],
    fails: [
      'tests/unit/programs/windows-command.test.ts',
      'is looked for in PATH and not in the present folder',
    ],
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
      out: [[proxy, '/^127(?:\\.\\d+){3}$/.test(hostname)', "hostname === '127.0.0.1'"]],
      fails: [proxyTest, 'sees no call for the door at 127.2.3.4'],
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
