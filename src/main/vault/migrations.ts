/** One step of the file's format. Numbers only grow; a released step is never edited. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** ASCII "Ktrn". It distinguishes a vault from other SQLite files (SQLite, PRAGMA application_id). */
export const applicationId = 0x4b74726e;

export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'orgs, tokens, tests, settings',
    sql: `
      CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
      CREATE TABLE keys (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('keyring', 'passphrase', 'recovery')),
        wrapped BLOB NOT NULL,
        parameters TEXT NOT NULL
      ) STRICT;
      CREATE TABLE orgs (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, identity BLOB NOT NULL) STRICT;
      CREATE TABLE tokens (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL REFERENCES orgs(id),
        created_at INTEGER NOT NULL,
        captured_at INTEGER NOT NULL,
        last_accepted_at INTEGER,
        profile BLOB NOT NULL,
        value BLOB NOT NULL,
        value_tag BLOB NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE tests (
        id TEXT PRIMARY KEY,
        token_id TEXT NOT NULL REFERENCES tokens(id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        record BLOB NOT NULL
      ) STRICT;
      CREATE INDEX tests_of_token ON tests (token_id, at);
      CREATE INDEX tests_by_time ON tests (at);
      CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    `,
  },
  {
    number: 2,
    name: 'rotations',
    // `other` is the value that is not the token's own. Until the hand-over it is the new value; from then until its end is proven it is
    // the old one.
    sql: `
      ALTER TABLE tokens ADD COLUMN revoked_at INTEGER;
      CREATE TABLE rotations (
        id TEXT PRIMARY KEY,
        token_id TEXT NOT NULL REFERENCES tokens(id) ON DELETE CASCADE,
        mode TEXT NOT NULL CHECK (mode IN ('usual', 'leaked')),
        state TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        record BLOB NOT NULL,
        other BLOB,
        other_tag BLOB UNIQUE
      ) STRICT;
      CREATE UNIQUE INDEX open_rotation ON rotations (token_id) WHERE ended_at IS NULL;
      CREATE INDEX rotations_of_token ON rotations (token_id, started_at);
      CREATE TABLE approved_commands (id TEXT PRIMARY KEY, command BLOB NOT NULL) STRICT;
    `,
  },
  {
    number: 3,
    name: 'notices, keep alive, activity',
    // A notice without text is a key that was skipped: a computer that slept past three warnings shows only the last one.
    sql: `
      CREATE TABLE notices (
        id TEXT PRIMARY KEY,
        token_id TEXT NOT NULL REFERENCES tokens(id) ON DELETE CASCADE,
        key TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        shown INTEGER NOT NULL,
        notice BLOB
      ) STRICT;
      CREATE INDEX notices_by_time ON notices (at);
      CREATE TABLE keep_alive (
        token_id TEXT PRIMARY KEY REFERENCES tokens(id) ON DELETE CASCADE,
        setting BLOB NOT NULL,
        last_at INTEGER
      ) STRICT;
      CREATE TABLE activity (
        seq INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        entry BLOB NOT NULL,
        mac BLOB NOT NULL
      ) STRICT;
    `,
  },
  {
    number: 4,
    name: 'access',
    sql: `
      CREATE TABLE xrays (
        id TEXT PRIMARY KEY,
        token_id TEXT NOT NULL REFERENCES tokens(id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        record BLOB NOT NULL
      ) STRICT;
      CREATE INDEX xrays_of_token ON xrays (token_id, at);
      CREATE TABLE access_notes (
        token_id TEXT PRIMARY KEY REFERENCES tokens(id) ON DELETE CASCADE,
        note BLOB NOT NULL
      ) STRICT;
    `,
  },
  {
    number: 6,
    name: 'usage',
    sql: `
      CREATE TABLE usage_cursors (id TEXT PRIMARY KEY REFERENCES orgs(id) ON DELETE CASCADE, state BLOB NOT NULL) STRICT;
      CREATE TABLE usage_limits (id TEXT PRIMARY KEY REFERENCES orgs(id) ON DELETE CASCADE, state BLOB NOT NULL) STRICT;
      CREATE TABLE usage_prefs (id TEXT PRIMARY KEY REFERENCES tokens(id) ON DELETE CASCADE, state BLOB NOT NULL) STRICT;
      CREATE TABLE usage_days (
        id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        org_id TEXT NOT NULL REFERENCES orgs(id) ON DELETE CASCADE,
        day INTEGER NOT NULL,
        counts BLOB NOT NULL
      ) STRICT;
      CREATE INDEX usage_days_of_subject ON usage_days (subject, day);
      CREATE INDEX usage_days_of_org ON usage_days (org_id, day);
      CREATE TABLE usage_recent (
        subject TEXT PRIMARY KEY,
        org_id TEXT NOT NULL REFERENCES orgs(id) ON DELETE CASCADE,
        events BLOB NOT NULL
      ) STRICT;
      CREATE INDEX usage_recent_of_org ON usage_recent (org_id);
    `,
  },
  {
    number: 7,
    name: 'programs',
    sql: `
      CREATE TABLE doors (
        token_id TEXT PRIMARY KEY REFERENCES tokens(id) ON DELETE CASCADE,
        door BLOB NOT NULL
      ) STRICT;
    `,
  },
  {
    number: 8,
    name: 'service apps',
    sql: `
      CREATE TABLE service_apps (
        token_id TEXT PRIMARY KEY REFERENCES tokens(id) ON DELETE CASCADE,
        app BLOB NOT NULL,
        key BLOB NOT NULL
      ) STRICT;
    `,
  },
  {
    number: 9,
    name: 'results by value',
    // A result belongs to the value it was made with. Results from before a value was replaced get number 0, which no value has.
    sql: `
      ALTER TABLE tokens ADD COLUMN value_no INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE tests ADD COLUMN value_no INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE xrays ADD COLUMN value_no INTEGER NOT NULL DEFAULT 1;
      UPDATE tests SET value_no = 0 WHERE EXISTS (
        SELECT 1 FROM tokens WHERE tokens.id = tests.token_id AND captured_at > created_at AND tests.at < captured_at);
      UPDATE xrays SET value_no = 0 WHERE EXISTS (
        SELECT 1 FROM tokens WHERE tokens.id = xrays.token_id AND captured_at > created_at AND xrays.at < captured_at);
    `,
  },
  {
    number: 10,
    name: 'user tasks',
    // A job's row is `sent` before its call to Okta and gets its end after the call, so a crash between the two is visible.
    sql: `
      CREATE TABLE user_searches (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL REFERENCES orgs(id) ON DELETE CASCADE,
        search BLOB NOT NULL
      ) STRICT;
      CREATE INDEX user_searches_of_org ON user_searches (org_id);
      CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        org_id TEXT NOT NULL REFERENCES orgs(id) ON DELETE CASCADE,
        made_at INTEGER NOT NULL,
        job_state TEXT NOT NULL CHECK (job_state IN ('planned', 'running', 'paused', 'done', 'cancelled')),
        about BLOB NOT NULL
      ) STRICT;
      CREATE INDEX jobs_of_org ON jobs (org_id, made_at);
      CREATE TABLE job_rows (
        id TEXT PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
        row_no INTEGER NOT NULL,
        row_state TEXT NOT NULL
          CHECK (row_state IN ('left', 'waiting', 'sent', 'done', 'already', 'failed', 'unknown')),
        facts BLOB NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX job_rows_in_order ON job_rows (job_id, row_no);
      CREATE INDEX job_rows_by_state ON job_rows (job_id, row_state, row_no);
    `,
  },
  {
    number: 11,
    name: 'apps without a token',
    // An app of the forms before was sealed under its token's id. It gets an id of its own, and `cell_id` still names its sealed cells. A
    // door is of a token or of an app.
    sql: `
      CREATE TABLE apps_of_their_own (
        id TEXT PRIMARY KEY,
        cell_id TEXT NOT NULL UNIQUE,
        org_id TEXT NOT NULL REFERENCES orgs(id),
        token_id TEXT UNIQUE REFERENCES tokens(id) ON DELETE SET NULL,
        created_at INTEGER NOT NULL,
        app BLOB NOT NULL,
        key BLOB NOT NULL
      ) STRICT;
      INSERT INTO apps_of_their_own (id, cell_id, org_id, token_id, created_at, app, key)
        SELECT lower(
            hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' ||
            substr('89AB', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
          token_id, org_id, token_id, created_at, app, key
        FROM service_apps JOIN tokens ON tokens.id = service_apps.token_id;
      DROP TABLE service_apps;
      ALTER TABLE apps_of_their_own RENAME TO service_apps;
      CREATE INDEX service_apps_of_org ON service_apps (org_id);
      CREATE TABLE doors_of_all (
        id TEXT PRIMARY KEY,
        token_id TEXT REFERENCES tokens(id) ON DELETE CASCADE,
        app_id TEXT REFERENCES service_apps(id) ON DELETE CASCADE,
        door BLOB NOT NULL
      ) STRICT;
      INSERT INTO doors_of_all (id, token_id, door) SELECT token_id, token_id, door FROM doors;
      DROP TABLE doors;
      ALTER TABLE doors_of_all RENAME TO doors;
    `,
  },
  {
    number: 12,
    name: 'rotation modes',
    // SQLite cannot change a check, so the table is made anew. A sealed cell is named by the table and the row, and both stay.
    sql: `
      CREATE TABLE rotations_of_all (
        id TEXT PRIMARY KEY,
        token_id TEXT NOT NULL REFERENCES tokens(id) ON DELETE CASCADE,
        mode TEXT NOT NULL CHECK (mode IN ('usual', 'leaked', 'to-app')),
        state TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        record BLOB NOT NULL,
        other BLOB,
        other_tag BLOB UNIQUE
      ) STRICT;
      INSERT INTO rotations_of_all (id, token_id, mode, state, started_at, ended_at, record, other, other_tag)
        SELECT id, token_id, mode, state, started_at, ended_at, record, other, other_tag FROM rotations ORDER BY rowid;
      DROP TABLE rotations;
      ALTER TABLE rotations_of_all RENAME TO rotations;
      CREATE UNIQUE INDEX open_rotation ON rotations (token_id) WHERE ended_at IS NULL;
      CREATE INDEX rotations_of_token ON rotations (token_id, started_at);
    `,
  },
  {
    number: 13,
    name: 'key rotations',
    // An app has one row: its newest key rotation. `other` is the second private key while there are two.
    sql: `
      CREATE TABLE app_key_rotations (
        app_id TEXT PRIMARY KEY REFERENCES service_apps(id) ON DELETE CASCADE,
        record BLOB NOT NULL,
        other BLOB
      ) STRICT;
    `,
  },
  {
    number: 14,
    name: 'notices of apps',
    // A notice is of a token or of an app.
    sql: `
      CREATE TABLE notices_of_all (
        id TEXT PRIMARY KEY,
        token_id TEXT REFERENCES tokens(id) ON DELETE CASCADE,
        app_id TEXT REFERENCES service_apps(id) ON DELETE CASCADE,
        key TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        shown INTEGER NOT NULL,
        notice BLOB,
        CHECK ((token_id IS NULL) <> (app_id IS NULL))
      ) STRICT;
      INSERT INTO notices_of_all (id, token_id, key, at, seen, shown, notice)
        SELECT id, token_id, key, at, seen, shown, notice FROM notices ORDER BY rowid;
      DROP TABLE notices;
      ALTER TABLE notices_of_all RENAME TO notices;
      CREATE INDEX notices_by_time ON notices (at);
    `,
  },
];

/** The newest format version this Keyturn knows. */
export const newestVersion = migrations.reduce((newest, { number }) => Math.max(newest, number), 0);

/**
 * Every sealed column. Verifying a backup opens all of them. `key` names the row's id in its cells, and `earlierKey` the column that held
 * that id in earlier forms.
 */
export const sealedColumns = [
  { table: 'orgs', key: 'id', column: 'identity' },
  { table: 'tokens', key: 'id', column: 'profile' },
  { table: 'tokens', key: 'id', column: 'value' },
  { table: 'tests', key: 'id', column: 'record' },
  { table: 'settings', key: 'name', column: 'value' },
  { table: 'rotations', key: 'id', column: 'record' },
  { table: 'rotations', key: 'id', column: 'other' },
  { table: 'approved_commands', key: 'id', column: 'command' },
  { table: 'notices', key: 'id', column: 'notice' },
  { table: 'keep_alive', key: 'token_id', column: 'setting' },
  { table: 'activity', key: 'seq', column: 'entry' },
  { table: 'xrays', key: 'id', column: 'record' },
  { table: 'access_notes', key: 'token_id', column: 'note' },
  { table: 'usage_cursors', key: 'id', column: 'state' },
  { table: 'usage_limits', key: 'id', column: 'state' },
  { table: 'usage_prefs', key: 'id', column: 'state' },
  { table: 'usage_days', key: 'id', column: 'counts' },
  { table: 'usage_recent', key: 'subject', column: 'events' },
  { table: 'doors', key: 'id', earlierKey: 'token_id', column: 'door' },
  { table: 'service_apps', key: 'cell_id', earlierKey: 'token_id', column: 'app' },
  { table: 'service_apps', key: 'cell_id', earlierKey: 'token_id', column: 'key' },
  { table: 'app_key_rotations', key: 'app_id', column: 'record' },
  { table: 'app_key_rotations', key: 'app_id', column: 'other' },
  { table: 'user_searches', key: 'id', column: 'search' },
  { table: 'jobs', key: 'id', column: 'about' },
  { table: 'job_rows', key: 'id', column: 'facts' },
] as const;
