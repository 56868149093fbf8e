import { type Claim, security } from './claim.ts';

const accessToken = 'src/main/features/service/access-token.ts';
const guard = 'src/main/terminal/guard.ts';
const profile = 'src/main/terminal/profile.ts';
const say = 'src/main/base/say.ts';
const appDoorTest = 'tests/unit/programs/app-door.test.ts';
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
