/** A sentence of a document that rests on protections of other claims. */
export interface Mention {
  readonly doc: string;
  /** Words that stand exactly once in the document, in the sentence. */
  readonly words: string;
  /** The protections, by their names. */
  readonly by: readonly [string, ...string[]];
}

/** The security sentences outside of the two tables; each names the tests of its protections. */
export const mentions: readonly Mention[] = [
  { doc: 'docs/programs.md', words: 'the org of that token and no other host', by: ['door-redirect'] },
  {
    doc: 'docs/architecture.md',
    words: 'is the only part that talks to Okta',
    by: ['page-value', 'network-webrtc', 'network-proxy'],
  },
  {
    doc: 'README.md',
    words: 'A kept token never reaches the window',
    by: ['page-value', 'okta-origin', 'okta-redirect'],
  },
  { doc: 'docs/architecture.md', words: "No field of it carries a token's value out", by: ['bridge-value'] },
  {
    doc: 'docs/architecture.md',
    words: 'It reports redirects and never follows them',
    by: ['okta-redirect', 'okta-origin'],
  },
  {
    doc: 'docs/architecture.md',
    words: 'a record that is chained by a key of the vault',
    by: ['activity-link', 'activity-end'],
  },
  {
    doc: 'docs/architecture.md',
    words: 'hears each of them only while it owns its name',
    by: ['bus-owner', 'bus-new-owner'],
  },
  {
    doc: 'docs/vault.md',
    words: 'another cell, cut or changed does not open',
    by: ['cell-place', 'cell-tag'],
  },
  {
    doc: 'docs/vault.md',
    words: 'Someone without the key can read only this',
    by: ['vault-cells-encrypted'],
  },
  { doc: 'docs/vault.md', words: 'so that a cut-off end shows', by: ['activity-link', 'activity-end'] },
  {
    doc: 'docs/vault.md',
    words: 'The data key itself is in the file only wrapped',
    by: ['vault-key-wrapped'],
  },
  {
    doc: 'docs/vault.md',
    words: 'It takes both to open',
    by: [
      'passcode-in-key',
      'passcode-earlier-wrapping',
      'passcode-earlier-wrapping-in-log',
      'backups-before-passcode',
    ],
  },
  { doc: 'docs/vault.md', words: "The seal's tag tells a wrong passcode", by: ['passcode-asked'] },
  {
    doc: 'docs/vault.md',
    words: 'so that no script in the window shuts the person out',
    by: ['passcode-dialog'],
  },
  {
    doc: 'docs/vault.md',
    words: 'A proof that was right holds for a minute',
    by: [
      'proof-copy',
      'proof-private-key',
      'proof-recovery-key',
      'proof-backup',
      'proof-export',
      'proof-programs',
      'proof-minute',
    ],
  },
  {
    doc: 'docs/vault.md',
    words: 'V8 is told to overwrite what it frees',
    by: ['lock-key-memory', 'secret-wiped', 'freed-overwritten'],
  },
  {
    doc: 'docs/programs.md',
    words: 'Keyturn refuses a request of a browser',
    by: ['gate-host', 'gate-origin', 'gate-fetch-site', 'path-plain', 'path-semicolon', 'path-dots'],
  },
  {
    doc: 'docs/programs.md',
    words: 'Programs may only read (GET, HEAD) unless a person allowed more',
    by: ['door-read-only', 'door-paths'],
  },
  {
    doc: 'docs/programs.md',
    words: 'Keyturn denies a process of another account',
    by: ['gate-other-account'],
  },
  {
    doc: 'docs/programs.md',
    words: '24 calls of one program at once',
    by: [
      'door-many-calls',
      'door-many-connections',
      'door-slow-head',
      'door-long-body',
      'door-long-body-read',
    ],
  },
  {
    doc: 'docs/programs.md',
    words: 'An answer covers what the card showed',
    by: [
      'answer-same-method',
      'answer-same-path',
      'answer-once',
      'answer-reading-only',
      'answer-one-change',
      'approval-dialog',
      'shown-unseen',
      'caller-orphan',
    ],
  },
  {
    doc: 'docs/programs.md',
    words: 'So Keyturn asks for a proof if there is one',
    by: ['always-proof', 'always-paths', 'always-covers', 'always-content', 'always-refuses', 'always-shut'],
  },
  {
    doc: 'docs/programs.md',
    words: 'which is the running file itself',
    by: ['always-running-file', 'always-same-process', 'always-remembered-content', 'always-marks'],
  },
  {
    doc: 'docs/programs.md',
    words: 'Keyturn neither retries it nor follows a redirect',
    by: ['door-redirect', 'door-own-credential'],
  },
  {
    doc: 'docs/programs.md',
    words: 'A dialog of the system also asks before a rule lets programs do more',
    by: ['approval-dialog-rules'],
  },
  {
    doc: 'docs/programs.md',
    words: 'so nobody can take that port when Keyturn quits',
    by: ['exec-knows-keyturn', 'exec-own-address', 'app-knows-commands'],
  },
  {
    doc: 'docs/programs.md',
    words: 'for the one process on the screen',
    by: ['door-value-each-time', 'door-value-by-rule'],
  },
  {
    doc: 'docs/programs.md',
    words: 'Either way the program gets one credential',
    by: ['exec-hides-names', 'exec-hides-java-options', 'exec-beats-okta-yaml', 'exec-proxy-password'],
  },
  {
    doc: 'docs/programs.md',
    words: 'a line break, which no argument can hold',
    by: ['batch-quote', 'batch-percent', 'batch-backslash', 'batch-line-break'],
  },
  {
    doc: 'docs/oauth.md',
    words: "sealed in the vault like a token's value",
    by: ['app-key-sealed', 'app-key-public-half', 'app-key-in-the-app'],
  },
  { doc: 'docs/oauth.md', words: 'No page, log or file has it', by: ['app-access-token'] },
  {
    doc: 'docs/rotation.md',
    words: 'the window alone can run no program with a token',
    by: ['handover-approved', 'handover-whole', 'printed-value', 'printed-base64'],
  },
  {
    doc: 'docs/rotation.md',
    words: 'Keyturn replaces an `.env` file as a whole or not at all',
    by: ['files-beside-first', 'files-whole-write', 'files-leftovers'],
  },
  {
    doc: 'docs/packaging.md',
    words: 'drops switches that would turn the sandbox off',
    by: ['launcher-switches'],
  },
  {
    doc: 'docs/packaging.md',
    words: 'it packs no Electron that has a fuse we have not decided about',
    by: ['fuse-all-known'],
  },
  {
    doc: 'docs/command-line.md',
    words: 'They show names, owners and results, and never a value',
    by: ['commands-know-app', 'app-knows-commands'],
  },
];
