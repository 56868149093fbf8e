import { z } from 'zod';
import { type UsageEvent, usageEvent } from '../../../shared/contract/usage.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { KeyChange } from '../../vault/key-change.ts';
import type { Vault } from '../../vault/vault.ts';
import { count, type DayUse, dayOf, emptyDay, pack, packedDay, unpack } from './day-use.ts';
import type { UseEvent } from './log-event.ts';

/** The number of a token's latest events that are kept singly. All others are kept only as counts. */
const mostRecent = 50;

const recentEvents = z.array(usageEvent);

/**
 * Keeps the data from the System Log: one sealed row of counts for each token and UTC day, and the latest events of each token. In the
 * file, only a keyed hash tells the token of a row.
 */
export class UsageBook {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns a place to collect events of one org before they are written together. */
  intake(orgId: string): Intake {
    return new Intake(this.#vault, orgId, (oktaTokenId) => this.subjectOf(orgId, oktaTokenId));
  }

  /** Returns the name of a token's rows in the file. */
  subjectOf(orgId: string, oktaTokenId: string): string {
    return nameOf(this.#vault.tag('usage', inputOf(orgId, oktaTokenId)));
  }

  /** Returns a token's days, oldest first. */
  daysOf(orgId: string, oktaTokenId: string): DayUse[] {
    return this.#vault
      .read<{ id: string; counts: Uint8Array }>(
        'SELECT id, counts FROM usage_days WHERE subject = ? ORDER BY day',
        this.subjectOf(orgId, oktaTokenId),
      )
      .flatMap((row) => openDay(this.#vault, row.id, row.counts) ?? []);
  }

  /** Returns a token's latest events, newest first. */
  recentOf(orgId: string, oktaTokenId: string): UsageEvent[] {
    return openRecent(this.#vault, this.subjectOf(orgId, oktaTokenId));
  }

  /**
   * Called when the vault gets another data key. Renames the rows of the `known` tokens. Drops the other rows, because their names do not
   * tell the token. Those tokens are not kept here or were never tested.
   */
  followKey(
    change: KeyChange,
    known: Iterable<{ readonly orgId: string; readonly oktaTokenId: string }>,
  ): void {
    const names = new Map<string, string>();
    for (const { orgId, oktaTokenId } of known) {
      const input = inputOf(orgId, oktaTokenId);
      names.set(nameOf(change.tagBefore('usage', input)), nameOf(change.tagNow('usage', input)));
    }
    for (const { id, subject, day, counts } of change.read<{
      id: string;
      subject: string;
      day: number;
      counts: Uint8Array;
    }>('SELECT id, subject, day, counts FROM usage_days')) {
      const now = names.get(subject);
      if (now === undefined) change.write('DELETE FROM usage_days WHERE id = ?', id);
      else {
        const idNow = `${now}:${day}`;
        const anew = change.anew(dayCell(id), counts, dayCell(idNow));
        change.write(
          'UPDATE usage_days SET id = ?, subject = ?, counts = ? WHERE id = ?',
          idNow,
          now,
          anew,
          id,
        );
      }
    }
    for (const { subject, events } of change.read<{ subject: string; events: Uint8Array }>(
      'SELECT subject, events FROM usage_recent',
    )) {
      const now = names.get(subject);
      if (now === undefined) change.write('DELETE FROM usage_recent WHERE subject = ?', subject);
      else {
        const anew = change.anew(recentCell(subject), events, recentCell(now));
        change.write('UPDATE usage_recent SET subject = ?, events = ? WHERE subject = ?', now, anew, subject);
      }
    }
  }

  /** Returns whether the book has no data. */
  isEmpty(): boolean {
    return (
      this.#vault.read('SELECT 1 FROM usage_days UNION ALL SELECT 1 FROM usage_recent LIMIT 1').length === 0
    );
  }

  /** Removes an org's days before `day`. */
  prune(orgId: string, day: number): void {
    this.#vault.write('DELETE FROM usage_days WHERE org_id = ? AND day < ?', orgId, day);
  }

  /** Removes one token's use. */
  forget(orgId: string, oktaTokenId: string): void {
    const subject = this.subjectOf(orgId, oktaTokenId);
    this.#vault.transaction(() => {
      this.#vault.write('DELETE FROM usage_days WHERE subject = ?', subject);
      this.#vault.write('DELETE FROM usage_recent WHERE subject = ?', subject);
    });
  }
}

/** Collects events of one org for the book. The number of events between two calls of `keep` bounds the memory. */
class Intake {
  readonly #vault: Vault;
  readonly #orgId: string;
  readonly #subjectOf: (oktaTokenId: string) => string;
  readonly #subjects = new Map<string, string>();
  readonly #days = new Map<string, { subject: string; use: DayUse }>();
  readonly #recent = new Map<string, UseEvent[]>();
  #taken = 0;

  constructor(vault: Vault, orgId: string, subjectOf: (oktaTokenId: string) => string) {
    this.#vault = vault;
    this.#orgId = orgId;
    this.#subjectOf = subjectOf;
  }

  /** The number of events that wait to be kept. */
  get taken(): number {
    return this.#taken;
  }

  take(event: UseEvent): void {
    const subject = this.#subject(event.oktaTokenId);
    const day = dayOf(event.at);
    const id = `${subject}:${day}`;
    let row = this.#days.get(id);
    if (row === undefined) {
      row = { subject, use: this.#kept(id) ?? emptyDay(day) };
      this.#days.set(id, row);
    }
    count(row.use, event);
    const recent = this.#recent.get(subject) ?? [];
    if (recent.length === 0) this.#recent.set(subject, recent);
    recent.push(event);
    if (recent.length >= 4 * mostRecent) recent.splice(0, recent.length, ...latest(recent));
    this.#taken++;
  }

  /**
   * Writes all collected events and what `beside` writes (the cursor) in one transaction, so both are kept or neither. Throws when the
   * names of the rows belong to an earlier data key.
   */
  keep(beside: () => void): void {
    const vault = this.#vault;
    const [first] = this.#subjects;
    if (first !== undefined && this.#subjectOf(first[0]) !== first[1])
      throw new Error(
        'The vault got another data key meanwhile. Keyturn reads the log again from its last position.',
      );
    vault.transaction(() => {
      for (const [id, { subject, use }] of this.#days) {
        vault.write(
          `INSERT INTO usage_days (id, subject, org_id, day, counts) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET counts = excluded.counts`,
          id,
          subject,
          this.#orgId,
          use.day,
          vault.sealJson(dayCell(id), pack(use)),
        );
      }
      for (const [subject, events] of this.#recent) {
        const kept = [...latest(events).reverse().map(shown), ...openRecent(vault, subject)];
        vault.write(
          `INSERT INTO usage_recent (subject, org_id, events) VALUES (?, ?, ?)
             ON CONFLICT (subject) DO UPDATE SET events = excluded.events`,
          subject,
          this.#orgId,
          vault.sealJson(recentCell(subject), kept.toSorted((a, b) => b.at - a.at).slice(0, mostRecent)),
        );
      }
      beside();
    });
    this.drop();
  }

  /** Drops the events that were collected and not kept. */
  drop(): void {
    this.#days.clear();
    this.#recent.clear();
    this.#taken = 0;
  }

  #subject(oktaTokenId: string): string {
    let subject = this.#subjects.get(oktaTokenId);
    if (subject === undefined) {
      subject = this.#subjectOf(oktaTokenId);
      this.#subjects.set(oktaTokenId, subject);
    }
    return subject;
  }

  #kept(id: string): DayUse | null {
    const [row] = this.#vault.read<{ counts: Uint8Array }>('SELECT counts FROM usage_days WHERE id = ?', id);
    return row === undefined ? null : openDay(this.#vault, id, row.counts);
  }
}

/** Returns the input of the keyed hash for a token's rows. */
const inputOf = (orgId: string, oktaTokenId: string): Buffer => Buffer.from(`${orgId} ${oktaTokenId}`);
const nameOf = (tag: Buffer): string => tag.toString('hex').slice(0, 32);

const dayCell = (id: string) => ({ table: 'usage_days', rowId: id, column: 'counts' });
const recentCell = (subject: string) => ({ table: 'usage_recent', rowId: subject, column: 'events' });

const latest = (events: readonly UseEvent[]): UseEvent[] =>
  events.toSorted((a, b) => a.at - b.at).slice(-mostRecent);

const shown = ({ at, type, result, address, country, network, agent }: UseEvent): UsageEvent => ({
  at,
  type,
  result,
  address,
  country,
  network,
  agent,
});

/** Returns one day, or null when it cannot be decrypted, because the page still shows the other days. */
function openDay(vault: Vault, id: string, sealed: Uint8Array): DayUse | null {
  try {
    return unpack(vault.openJson(dayCell(id), packedDay, sealed));
  } catch (error) {
    if (error instanceof CellUnreadable) return null;
    throw error;
  }
}

function openRecent(vault: Vault, subject: string): UsageEvent[] {
  const [row] = vault.read<{ events: Uint8Array }>(
    'SELECT events FROM usage_recent WHERE subject = ?',
    subject,
  );
  if (row === undefined) return [];
  try {
    return vault.openJson(recentCell(subject), recentEvents, row.events);
  } catch (error) {
    if (error instanceof CellUnreadable) return [];
    throw error;
  }
}
