import { type Claim, security, threat } from './claim.ts';

const backup = 'src/main/vault/daily-backup.ts';
const desk = 'src/main/features/programs/desk.ts';
const handlers = 'src/main/features/vault/handlers.ts';
const lock = 'src/main/vault/system-proof-lock.ts';
const moreScopes = 'src/main/features/service/more-scopes.ts';
const moreScopesTest = 'tests/unit/service/more-scopes.test.ts';
const polkit = 'src/main/platform/system-proof-linux.ts';
const proof = 'src/main/features/vault/proof.ts';
const vault = 'src/main/vault/vault.ts';
const guardedTest = 'tests/unit/vault/guarded.test.ts';
const polkitTest = 'tests/unit/platform/system-proof.test.ts';
const systemTest = 'tests/unit/vault/system-proof.test.ts';

const changeByAnswer =
  "else if (given !== null && !isReading(wish.method)) this.#needs.needProof('programs');";
const valueByAnswer = "if (given !== null && wish.wants === 'value') this.#needs.needProof('giveValue');";

/** The proof that the person at the window gives, and the system's own question: the threat model and "Who is at the computer" in docs/security.md. */
export const presenceClaims: readonly Claim[] = [
  threat(
    'give programs more scopes by another job for an app that they use',
    {
      id: 'more-scopes-dialog',
      out: [
        [
          moreScopes,
          'if (!(await needs.dialogs.confirm(question(shownText(app.label, 120)), detail(shown, app.orgHost), yes))) {',
          'if (question(app.label) === detail(shown, yes)) {',
        ],
      ],
      fails: [moreScopesTest, 'asks in a dialog before an app that programs may use gets more scopes'],
    },
    {
      id: 'more-scopes-proof',
      out: [[moreScopes, "  needs.needProof('programs');\n", '']],
      fails: [moreScopesTest, 'asks for a proof first, where a passcode was chosen'],
    },
    {
      id: 'more-scopes-of-token',
      out: [
        [
          'src/main/features/access/desk.ts',
          '    await agreeToScopes(tokenId, scopes(before), scopes({ ...before, ...change }));\n',
          '',
        ],
      ],
      fails: [moreScopesTest, 'asks before an app without a job of its own gets more scopes'],
    },
  ),
  threat(
    "answer the system's own question, switch it off, or bypass it",
    {
      id: 'system-answer',
      out: [[lock, "if (answer === 'given') return;", "if (answer !== 'timed-out') return;"]],
      fails: [guardedTest, 'makes every guarded method ask the system'],
    },
    {
      id: 'system-off',
      out: [[lock, 'if (asks) await this.#ask(way, words.systemProof.reasons.switchOff);', '']],
      fails: [guardedTest, 'is switched off only by an answer of its own'],
    },
    {
      id: 'system-daily-backup',
      out: [[backup, 'if (ways.asks !== null || isOfSameKey(db, ways)) markSystemProof(db, ways.asks);', '']],
      fails: [systemTest, 'is not bypassed by an earlier daily backup'],
    },
  ),
  threat(
    "open Keyturn's locked window or copy a value through it",
    {
      id: 'system-unlock',
      out: [[vault, 'await this.systemProof.beforeUnlock(db);', '']],
      fails: [systemTest, 'is asked for before each unlock'],
    },
    {
      id: 'system-cannot-ask',
      out: [
        [
          lock,
          "if (answer === 'given') return;",
          "if (answer === 'given' || answer === 'unavailable') return;",
        ],
      ],
      fails: [systemTest, 'that is unavailable is reported in a sentence'],
    },
    {
      id: 'system-copy',
      out: [['src/main/features/tokens/handlers.ts', "needs.needProof('copyValue');", '']],
      fails: [guardedTest, 'makes every guarded method ask the system'],
    },
  ),
  threat(
    'have that counted as a proof',
    {
      id: 'polkit-root',
      out: [[polkit, "if (!(await this.#wouldAsk())) return 'unavailable';", '']],
      fails: [polkitTest, 'is unavailable for root, to whom polkit says yes without asking'],
    },
    {
      id: 'polkit-rule',
      out: [[polkit, 'return (await this.#run([])) === 2;', 'return (await this.#run([])) !== 127;']],
      fails: [polkitTest, 'is unavailable where a rule says yes without asking'],
    },
  ),
  security('A call that checks nothing is no proof', {
    id: 'proof-by-judging',
    out: [
      [
        'src/main/app/features.ts',
        'vault.onProved(() => proof.given());',
        "vault.onChange(() => vault.status().phase === 'open' && proof.given());",
      ],
    ],
    fails: [guardedTest, 'asks for a proof and does nothing before'],
  }),
  security('Each method of the window that gives a value away', {
    id: 'proof-hand-over',
    out: [['src/main/app/needs.ts', "      needProof('handOver');\n", '']],
    fails: [guardedTest, 'rotation.run asks for a proof'],
  }),
  security(
    'A program gets the value, or changes something, only after a proof',
    {
      id: 'proof-program-value',
      out: [[desk, valueByAnswer, 'if (wish === null) return;']],
      fails: ['tests/unit/programs/exec.test.ts', 'gives the value only after a proof'],
    },
    {
      id: 'proof-program-change',
      out: [[desk, changeByAnswer, '']],
      fails: ['tests/unit/programs/answers.test.ts', 'needs a proof before any dialog'],
    },
  ),
  security('Without a keyring, the passphrase is the proof', {
    id: 'proof-passphrase',
    out: [
      [
        'src/main/vault/passphrase-lock.ts',
        'await this.#inTurn(() => this.judge(this.#now.opened().db, typed));',
        'await this.#inTurn(async () => typed.wiped || this.#now.proved());',
      ],
    ],
    fails: [guardedTest, 'takes the passphrase as the proof when a passphrase protects the vault'],
  }),
  security(
    "Nothing opens without the system's answer if it is switched on",
    {
      id: 'system-before-unlock',
      out: [[vault, 'await this.systemProof.beforeUnlock(db);', '']],
      fails: [systemTest, 'is asked for before each unlock'],
    },
    {
      id: 'system-at-start',
      out: [[vault, 'if (hasPasscode(db) || systemProofIn(db) !== null) {', 'if (hasPasscode(db)) {']],
      fails: [systemTest, 'is asked for before each unlock'],
    },
  ),
  security('Every guarded method asks for that answer', {
    id: 'system-guards',
    out: [
      [
        proof,
        'if (lock.systemProof === null) return',
        'if (lock.failures >= 0 || lock.systemProof === null) return',
      ],
    ],
    fails: [guardedTest, 'makes every guarded method ask the system'],
  }),
  security(
    'Switching it off takes its own answer, the passcode or',
    {
      id: 'system-off-asks',
      out: [[lock, 'if (asks) await this.#ask(way, words.systemProof.reasons.switchOff);', '']],
      fails: [guardedTest, 'is switched off only by an answer of its own'],
    },
    {
      id: 'system-off-passcode',
      out: [
        [
          'src/main/features/vault/system-proof.ts',
          "if (passcode !== null && chosen === 'chosen') {",
          "if (passcode !== null && chosen !== 'choose-anew') {",
        ],
      ],
      fails: [guardedTest, 'is switched off only by an answer of its own'],
    },
    {
      id: 'system-before-passcode',
      out: [[handlers, "if (before === 'none') proof.need('passcode');", '']],
      fails: [guardedTest, 'is switched off only by an answer of its own'],
    },
  ),
  security(
    'No earlier daily backup bypasses it',
    {
      id: 'system-mark-carried',
      out: [[backup, 'if (ways.asks !== null || isOfSameKey(db, ways)) markSystemProof(db, ways.asks);', '']],
      fails: [systemTest, 'is not bypassed by an earlier daily backup'],
    },
    {
      id: 'system-mark-of-another-form',
      out: [
        [
          'src/main/vault/system-proof-mark.ts',
          'if (mark === null) return null;',
          'if (mark === null || mark.length < 2) return null;',
        ],
      ],
      fails: [systemTest, 'stays on when its mark in the file is changed'],
    },
  ),
  security('A way out stays while it is on', {
    id: 'system-way-out',
    out: [[handlers, 'wayOutWithout(vault.status());', '']],
    fails: [guardedTest, 'keeps a passcode that is the only fallback'],
  }),
  security(
    'A lock during the question stays',
    {
      id: 'system-locked-meanwhile',
      out: [[lock, '    this.#now.opened();\n    this.#now.proved();', '    this.#now.proved();']],
      fails: [systemTest, 'proves nothing when the vault was locked during the question'],
    },
    {
      id: 'system-one-question',
      out: [[lock, 'if (this.#asking)\n', "if (reason === '')\n"]],
      fails: [systemTest, 'asks one question at a time'],
    },
  ),
  security('polkit that says yes without asking is no proof', {
    id: 'polkit-asks-first',
    out: [[polkit, "if (!(await this.#wouldAsk())) return 'unavailable';", '']],
    fails: [polkitTest, 'is unavailable where a rule says yes without asking'],
  }),
];
