import { randomUUID } from 'node:crypto';
import type { AlwaysAllowed } from '../../../shared/contract/programs.ts';
import { Failed } from '../../base/failure.ts';
import { shownText } from '../../base/shown.ts';
import { type Covered, coverOf, isReading, reading } from './allowances.ts';
import type { Wish } from './asks.ts';
import type { FileAnswer } from './caller.ts';
import { isBelow } from './gate.ts';
import type { ProgramsNeeds } from './needs.ts';
import { alwaysSentence } from './program-words.ts';
import { quietly } from './quietly.ts';
import type { AlwaysKept } from './store.ts';
import { words } from './words.ts';

/** The most entries of one token. */
const mostOfToken = 100;
/** The longest call and the longest list of paths that a dialog shows whole, in characters. */
const mostShown = 500;
/** How often Keyturn writes when an entry was last used, in milliseconds. */
const savedEveryMs = 60_000;

type AlwaysNeeds = Pick<
  ProgramsNeeds,
  'doors' | 'clock' | 'log' | 'token' | 'note' | 'transaction' | 'onChanged' | 'isOpen'
>;

/**
 * Keeps the programs that a person allowed always, by the real path and the content of their file. An entry is a part of its token's sealed
 * rules, so it goes with the token and has no effect while the vault is locked. It never covers more than its dialog showed, even when the
 * token's rules allow more later. Each change is one transaction with its line in the record of activity.
 */
export class Always {
  readonly #needs: AlwaysNeeds;
  /** The last use of entries, in milliseconds since 1970, where the vault does not have it yet. */
  readonly #unsaved = new Map<string, { readonly tokenId: string; readonly at: number }>();

  constructor(needs: AlwaysNeeds) {
    this.#needs = needs;
  }

  /** Throws Failed `bad-request` when the program of a wish cannot be allowed always, with the reason. */
  seeThatItCan({ file, method, path, below }: Wish): void {
    const fits = `${method} ${path}`.length <= mostShown && below.join(', ').length <= mostShown;
    const why = file.notAlways || (fits ? '' : words.always.tooLong);
    if (why !== '') throw new Failed('bad-request', why, words.always.chooseOther);
  }

  /** Keeps an entry for a wish, in place of one for the same path and calls. Throws as `seeThatItCan`, and beyond 100 entries. */
  allow(wish: Wish): void {
    this.seeThatItCan(wish);
    const { file } = wish.file;
    if (file === null) throw new Error('A program without a file is never allowed always.');
    const { doors, clock, note, token, transaction } = this.#needs;
    const covers = coverOf(wish);
    transaction(() => {
      const others = doors
        .alwaysOf(wish.tokenId)
        .filter((one) => one.path !== file.path || one.covers !== covers);
      if (others.length >= mostOfToken) {
        throw new Failed('bad-request', words.always.tooMany(mostOfToken), words.always.revokeSome);
      }
      const entry: AlwaysKept = {
        id: randomUUID(),
        ...file,
        covers,
        paths: isReading(wish.method) ? [...wish.below] : [],
        since: clock.now(),
        lastUsedAt: null,
        changedAt: null,
      };
      doors.keepAlways(wish.tokenId, [...others, entry]);
      note('program.allowed', token(wish.tokenId), alwaysSentence(wish));
    });
  }

  /** Returns the id of the entry that covers a call of the program with this file. Returns null when none does. */
  idOf(call: Covered, file: FileAnswer): string | null {
    return this.#covering(call, file)?.id ?? null;
  }

  /** Returns whether an entry covers a call of the program with this file, and notes that the entry was used. */
  use(call: Covered, file: FileAnswer): boolean {
    const entry = this.#covering(call, file);
    if (entry === null) return false;
    quietly(this.#needs.log, () => {
      const at = this.#needs.clock.now();
      this.#unsaved.set(entry.id, { tokenId: call.tokenId, at });
      const { lastUsedAt } = entry;
      if (lastUsedAt === null || at - lastUsedAt >= savedEveryMs) this.#write(call.tokenId);
    });
    return true;
  }

  /**
   * Ends the entries of a token for this path when the file has other content now. Returns whether an entry for this path ended. It only
   * logs a failed write, because an entry never covers other content anyway.
   */
  see(tokenId: string, { file }: FileAnswer): boolean {
    if (file === null) return false;
    const all = this.#needs.doors.alwaysOf(tokenId);
    const ofPath = all.filter(({ path }) => path === file.path);
    const ended = ofPath.filter(({ changedAt, sha256 }) => changedAt === null && sha256 !== file.sha256);
    if (ended.length > 0) {
      quietly(this.#needs.log, () => {
        const { doors, clock, note, token, transaction, onChanged } = this.#needs;
        const changedAt = clock.now();
        transaction(() => {
          doors.keepAlways(
            tokenId,
            all.map((one) => (ended.includes(one) ? { ...one, changedAt } : one)),
          );
          note('program.changed', token(tokenId), words.programWords.changed(shownText(file.path, 300)));
        });
        onChanged();
      });
    }
    return ended.length > 0 || ofPath.some(({ changedAt }) => changedAt !== null);
  }

  /** Writes when entries were last used. Call it before the vault locks. */
  save(): void {
    quietly(this.#needs.log, () => {
      if (!this.#needs.isOpen()) return;
      for (const id of new Set([...this.#unsaved.values()].map(({ tokenId }) => tokenId))) this.#write(id);
    });
  }

  /** Revokes an entry. Throws Failed `not-found` when there is none with this id. */
  revoke(id: string): void {
    const found = [...this.#needs.doors.allAlways()].find(([, all]) => all.some((one) => one.id === id));
    if (found === undefined) throw new Failed('not-found', words.desk.ended);
    this.#end(found[0], (one) => one.id === id);
  }

  /** Revokes all entries of a token. */
  revokeAll(tokenId: string): void {
    this.#end(tokenId, () => true);
  }

  /** Returns all entries for the window, newest first. */
  list(): AlwaysAllowed[] {
    return [...this.#needs.doors.allAlways()]
      .flatMap(([tokenId, all]) =>
        all.map((one) => ({
          ...one,
          tokenId,
          label: this.#needs.token(tokenId).label,
          name: shownText(one.path.split('/').at(-1) ?? '', 120),
          path: shownText(one.path, 1000),
          lastUsedAt: this.#unsaved.get(one.id)?.at ?? one.lastUsedAt,
        })),
      )
      .toSorted((a, b) => b.since - a.since);
  }

  #covering(call: Covered, { file, notAlways }: FileAnswer): AlwaysKept | null {
    if (file === null || notAlways !== '') return null;
    const covers = coverOf(call);
    const [path = ''] = call.path.split('?');
    const entry = this.#needs.doors
      .alwaysOf(call.tokenId)
      .find((one) => one.path === file.path && one.covers === covers && one.changedAt === null);
    if (entry === undefined || entry.sha256 !== file.sha256) return null;
    return covers !== reading || isBelow(entry.paths, path) ? entry : null;
  }

  #end(tokenId: string, ends: (one: AlwaysKept) => boolean): void {
    const { doors, note, token, transaction } = this.#needs;
    transaction(() => {
      const all = doors.alwaysOf(tokenId);
      const ended = all.filter(ends);
      if (ended.length === 0) return;
      doors.keepAlways(
        tokenId,
        all.filter((one) => !ended.includes(one)),
      );
      for (const { path } of ended) {
        note('program.revoked', token(tokenId), words.programWords.revoked(shownText(path, 300)));
      }
    });
  }

  #write(tokenId: string): void {
    this.#needs.doors.keepAlways(
      tokenId,
      this.#needs.doors
        .alwaysOf(tokenId)
        .map((one) => ({ ...one, lastUsedAt: this.#unsaved.get(one.id)?.at ?? one.lastUsedAt })),
    );
    for (const [id, one] of this.#unsaved) if (one.tokenId === tokenId) this.#unsaved.delete(id);
  }
}
