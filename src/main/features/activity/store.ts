import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { clip } from '../../../shared/clip.ts';
import { type ActivityCheck, type ActivityEntry, activityEntry } from '../../../shared/contract/activity.ts';
import { searchedText } from '../../../shared/searched-text.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { KeyChange } from '../../vault/key-change.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

interface Row {
  seq: number;
  at: number;
  entry: Uint8Array;
  mac: Uint8Array;
}

/** The caller's part of an entry. The log adds the number and the account's name. */
export type ActivityFacts = Omit<ActivityEntry, 'seq' | 'who'>;

const entryCell = (seq: number) => ({ table: 'activity', rowId: String(seq), column: 'entry' });
const headCell = { table: 'settings', rowId: 'activity-head', column: 'value' };
const head = z.object({ seq: z.number().int().nonnegative(), mac: z.string() });

const start = Buffer.alloc(32);

/**
 * The record of every action. It is append-only, and each entry is sealed. Each link is an HMAC, by a key of the vault, over the previous
 * link and the entry's number, time and sealed bytes. The head (the number of entries and the last link) is sealed separately, so that a
 * missing end is noticed. The record reveals changes by somebody who has the file but not the key. It cannot notice when a whole older
 * vault is put back.
 */
export class ActivityLog {
  readonly #vault: Vault;
  readonly #who: string;

  constructor(vault: Vault, who: string) {
    this.#vault = vault;
    this.#who = clip(who, 100);
  }

  /** Appends one entry and updates the head in one transaction, or in the caller's transaction. */
  append(facts: ActivityFacts): ActivityEntry {
    return this.#vault.transaction(() => {
      const last = this.#head();
      const seq = last.seq + 1;
      const entry = activityEntry.parse({ ...facts, seq, who: this.#who });
      const sealed = this.#vault.sealJson(entryCell(seq), entry);
      const mac = this.#link(Buffer.from(last.mac, 'hex'), { seq, at: facts.at, entry: sealed });
      this.#vault.write(
        'INSERT INTO activity (seq, at, entry, mac) VALUES (?, ?, ?, ?)',
        seq,
        facts.at,
        sealed,
        mac,
      );
      this.#vault.write(
        "INSERT INTO settings (name, value) VALUES ('activity-head', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        this.#vault.sealJson(headCell, { seq, mac: mac.toString('hex') }),
      );
      return entry;
    });
  }

  /** Returns at most `limit` entries older than `before` that match every word, newest first. */
  list({
    filter,
    before = Number.MAX_SAFE_INTEGER,
    limit,
    tokenId,
  }: {
    readonly filter: string;
    readonly before?: number | undefined;
    readonly limit: number;
    readonly tokenId?: string | undefined;
  }): ActivityEntry[] {
    const wanted = searchedText(filter).split(/\s+/).filter(Boolean);
    const found: ActivityEntry[] = [];
    for (let from = before; found.length < limit; ) {
      const rows = this.#vault.read<Row>(
        'SELECT seq, at, entry, mac FROM activity WHERE seq < ? ORDER BY seq DESC LIMIT 500',
        from,
      );
      for (const row of rows) {
        const entry = this.#open(row);
        if (entry === null || (tokenId !== undefined && entry.tokenId !== tokenId)) continue;
        if (wanted.every((word) => textOf(entry).includes(word))) found.push(entry);
        if (found.length === limit) break;
      }
      const last = rows.at(-1);
      if (last === undefined) break;
      from = last.seq;
    }
    return found;
  }

  /** Yields all entries, oldest first. */
  *all(): Generator<ActivityEntry> {
    for (const row of this.#rows()) {
      const entry = this.#open(row);
      if (entry !== null) yield entry;
    }
  }

  /** Checks the chain. Returns the first entry that was changed, moved, removed or inserted, or says that the end is missing. */
  check(): ActivityCheck {
    const kept = this.#keptHead();
    const { seq: last, mac: lastMac } = kept ?? this.#head();
    let before: Buffer = start;
    let expected = 1;
    for (const row of this.#rows()) {
      const link = this.#link(before, row);
      const holds = row.seq === expected && same(row.mac, link);
      if (!holds || this.#open(row) === null) {
        return {
          ok: false,
          entries: last,
          brokenAt: Math.min(row.seq, expected),
          sentence:
            row.seq === expected
              ? words.store.changed(row.seq)
              : words.store.missing(Math.min(row.seq, expected)),
        };
      }
      before = link;
      expected++;
    }
    const entries = expected - 1;
    // Without the sealed end, nothing shows whether the last entries were taken out.
    if (kept === null && entries > 0) {
      return { ok: false, entries, brokenAt: null, sentence: words.store.endUnknown(entries) };
    }
    if (entries !== last || !before.equals(entries === 0 ? start : Buffer.from(lastMac, 'hex'))) {
      return {
        ok: false,
        entries: last,
        brokenAt: entries < last ? entries + 1 : null,
        sentence: words.store.cutOff(entries, last),
      };
    }
    return {
      ok: true,
      entries,
      brokenAt: null,
      sentence: entries === 0 ? words.store.empty : words.store.whole(entries),
    };
  }

  /**
   * Called when the vault gets another data key. Makes each link again. It does not repair a broken link: that link gets bytes that are
   * valid for no key, and the check still reports the place.
   */
  followKey(change: KeyChange): void {
    const head = this.#keptHead();
    let before: Buffer = start;
    let now: Buffer = start;
    for (const row of this.#rows()) {
      const holds = same(row.mac, linkOf(change.tagBefore.bind(change), before, row));
      const entry = change.anew(entryCell(row.seq), row.entry);
      const mac = holds
        ? linkOf(change.tagNow.bind(change), now, { ...row, entry })
        : randomBytes(start.length);
      change.write('UPDATE activity SET entry = ?, mac = ? WHERE seq = ?', entry, mac, row.seq);
      before = Buffer.from(row.mac);
      now = mac;
    }
    if (head === null) return;
    const mac = same(before, Buffer.from(head.mac, 'hex')) ? now : randomBytes(start.length);
    const sealed = Buffer.from(JSON.stringify({ ...head, mac: mac.toString('hex') }), 'utf8');
    change.write(
      "UPDATE settings SET value = ? WHERE name = 'activity-head'",
      change.sealNow(headCell, sealed),
    );
  }

  *#rows(): Generator<Row> {
    for (let from = 0; ; ) {
      const rows = this.#vault.read<Row>(
        'SELECT seq, at, entry, mac FROM activity WHERE seq > ? ORDER BY seq LIMIT 500',
        from,
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      from = last.seq;
    }
  }

  #link(before: Buffer, row: Linked): Buffer {
    return linkOf((context, bytes) => this.#vault.tag(context, bytes), before, row);
  }

  #head(): z.infer<typeof head> {
    const kept = this.#keptHead();
    if (kept !== null) return kept;
    // The head is gone or does not open. The record goes on behind what is there, by a link that does not hold: a new head must not make it
    // look whole.
    const [newest] = this.#vault.read<Row>(
      'SELECT seq, at, entry, mac FROM activity ORDER BY seq DESC LIMIT 1',
    );
    return newest === undefined
      ? { seq: 0, mac: start.toString('hex') }
      : { seq: newest.seq, mac: randomBytes(start.length).toString('hex') };
  }

  /** Returns the sealed head. Returns null when it is missing or cannot be decrypted. */
  #keptHead(): z.infer<typeof head> | null {
    const [row] = this.#vault.read<{ value: Uint8Array }>(
      "SELECT value FROM settings WHERE name = 'activity-head'",
    );
    if (row === undefined) return null;
    try {
      return this.#vault.openJson(headCell, head, row.value);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }

  #open(row: Row): ActivityEntry | null {
    try {
      return this.#vault.openJson(entryCell(row.seq), activityEntry, row.entry);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }
}

type Linked = Pick<Row, 'seq' | 'at' | 'entry'>;

/** Returns the link of an entry: a keyed hash over the previous link and the entry's number, time and sealed bytes. */
function linkOf(tag: Vault['tag'], before: Buffer, { seq, at, entry }: Linked): Buffer {
  const place = Buffer.alloc(16);
  place.writeBigUInt64BE(BigInt(seq));
  place.writeBigUInt64BE(BigInt(at), 8);
  return tag('activity link', Buffer.concat([before, place, entry]));
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

const textOf = (entry: ActivityEntry): string =>
  searchedText(
    `${entry.action} ${entry.label} ${entry.orgHost} ${entry.outcome} ${entry.sentence} ${entry.requestId ?? ''} ${entry.who} ${new Date(entry.at).toISOString()}`,
  );
