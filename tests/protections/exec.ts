import { type Claim, threat } from './claim.ts';

const env = 'src/main/features/programs/exec-env.ts';
const greeting = 'src/main/features/programs/run-greeting.ts';
const hidden = 'src/main/features/programs/exec-hidden.ts';
const proxy = 'src/main/features/programs/exec-proxy.ts';
const runFile = 'src/main/features/programs/run-file.ts';
const server = 'src/main/features/programs/door-server.ts';
const print = 'src/main/terminal/print.ts';
const windows = 'src/main/base/windows-command.ts';
const relayTest = 'tests/unit/programs/exec-relay.test.ts';
const envTest = 'tests/unit/programs/exec-env.test.ts';
const proxyTest = 'tests/unit/programs/exec-proxy.test.ts';
const commandsTest = 'tests/unit/commands/commands.test.ts';
const windowsTest = 'tests/unit/base/windows-command.test.ts';

/** `keyturn exec`, the other commands in a terminal, and how they find the app. */
export const execClaims: readonly Claim[] = [
  threat(
    'read from or answer a program that `keyturn exec` started',
    {
      id: 'exec-knows-keyturn',
      out: [[greeting, " || !proves(key, proof, 'keyturn', mine, theirs)", '']],
      fails: [relayTest, 'tells nothing to a listener in Keyturn’s place'],
    },
    {
      id: 'exec-own-address',
      out: [
        [
          server,
          'return url.startsWith(own) ? url.slice(own.length - 1) : null;',
          "return url.startsWith(own) ? url.slice(own.length - 1) : url.replace(/^\\/[\\w-]{24}\\//, '/');",
        ],
      ],
      fails: [relayTest, 'gives nothing to a program without the key of the run’s address'],
    },
  ),
  threat(
    'ask Keyturn through the command line, or answer in its place',
    {
      id: 'app-knows-commands',
      out: [
        [greeting, "if (!proves(key, proof, 'exec', theirs, mine, said)) throw", "if (said === '') throw"],
      ],
      fails: [relayTest, 'is refused'],
    },
    {
      id: 'app-knows-what-was-said',
      out: [
        [greeting, "hmac(key, 'exec', mine, theirs, said)", "hmac(key, 'exec', mine, theirs)"],
        [
          greeting,
          "proves(key, proof, 'exec', theirs, mine, said)",
          "proves(key, proof, 'exec', theirs, mine)",
        ],
      ],
      fails: [relayTest, 'a run that was changed on its way is refused'],
    },
    {
      id: 'commands-know-app',
      out: [[greeting, " || !proves(key, proof, 'keyturn', mine, theirs)", '']],
      fails: [commandsTest, 'a program in its place that does not know the key is asked nothing'],
    },
    {
      id: 'run-folder-closed',
      out: [[runFile, 'chmodSync(folder, 0o700);', '']],
      fails: [relayTest, 'is the person’s alone'],
    },
    {
      id: 'run-file-own',
      out: [[runFile, 'if (!ours || typeof socket', 'if (typeof socket']],
      fails: [relayTest, 'is the person’s alone'],
    },
  ),
  threat(
    "move a terminal's cursor, or reverse a line",
    {
      id: 'terminal-text',
      out: [[print, 'shownText(text, most);', 'text.slice(0, most);']],
      fails: [commandsTest, 'a label cannot move the cursor of a terminal'],
    },
    {
      id: 'terminal-json',
      out: [[print, '.replace(/[\\u007f-\\uffff]/g, (one) =>', '.replace(/\\u{0}/g, (one) =>']],
      fails: [commandsTest, 'a label cannot move the cursor of a terminal'],
    },
  ),
  threat(
    'replace the token in a program under exec',
    {
      id: 'exec-hides-names',
      out: [[env, '.filter(([name]) => !hiddenBy(name, kind))', ".filter(([name]) => name !== '')"]],
      fails: [envTest, 'of another one is not there, and is said to be hidden by its name'],
    },
    {
      id: 'exec-hides-any-spelling',
      out: [[hidden, ".replace(/[_.:-]+/g, '_')", '']],
      fails: [envTest, 'whatever the case and the separators'],
    },
    {
      id: 'exec-hides-java-options',
      out: [[env, "isJavaOptions(name) ? withoutJavaSettings(value ?? '') : value", 'value']],
      fails: [envTest, 'options of a Java virtual machine'],
    },
    {
      id: 'exec-beats-okta-yaml',
      out: [
        [
          env,
          "      ...all(modeNames, 'SSWS'),\n      ...all(plainHttpNames, 'true'),",
          "      ...all(plainHttpNames, 'true'),",
        ],
      ],
      fails: [proxyTest, 'of an okta.yaml'],
    },
    {
      id: 'exec-proxy-password',
      out: [[proxy, "same(rest.join(':'), password) ? ", 'rest !== undefined ? ']],
      fails: [proxyTest, 'nobody else on this computer can use what leads to it'],
    },
  ),
  threat(
    'have cmd.exe run a part of them',
    {
      id: 'batch-quote',
      out: [[windows, `.replace(/(\\\\*)"/g, '$1$1""')`, '.replace(/(\\\\*)"/g, \'$1$1\\\\"\')']],
      fails: [windowsTest, 'comes to the program behind the batch file as it was'],
    },
    {
      id: 'batch-percent',
      out: [[windows, "\n    .replaceAll('%', '%%cd:~,%')", '']],
      fails: [windowsTest, 'comes to the program behind the batch file as it was'],
    },
    {
      id: 'batch-backslash',
      out: [[windows, "\n    .replace(/(\\\\+)$/, '$1$1')", '']],
      fails: [windowsTest, 'comes to the program behind the batch file as it was'],
    },
    {
      id: 'batch-line-break',
      out: [[windows, 'if (odd !== undefined) {', 'if (odd === file) {']],
      fails: [windowsTest, 'an argument that no batch file can take is said'],
    },
  ),
];
