import { clip } from '../../../shared/clip.ts';
import type { Finding, PlaintextView } from '../../../shared/contract/plaintext.ts';
import { sentences } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import { codeOf, troubleOfWriting, type Watch } from '../../base/files.ts';
import type { Clock, Dialogs, Log } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { shownText } from '../../base/shown.ts';
import { cleanUp } from './clean-up.ts';
import { cleanNoteOf, type Held, heldOf, linesOf, shownFinding, shownPath } from './findings.ts';
import { KeptFinder, marksOf } from './kept-marks.ts';
import { leftOutOf } from './left-out.ts';
import { type LookedPlace, type LookLimits, look } from './look.ts';
import type { Surroundings } from './places.ts';
import { words } from './words.ts';

/** What the search for tokens in plain text needs from the other features. */
export interface PlaintextNeeds {
  readonly clock: Clock;
  readonly watch: Watch;
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly around: Surroundings;
  readonly limits: LookLimits;
  /** Returns copies of every kept value. The caller wipes them. Throws Failed `vault-locked`. */
  readonly keptValues: () => Secret[];
  /** Returns the kept token that has this value, or null. */
  readonly keptAs: (secret: Secret) => Finding['kept'];
  /** Returns the hosts of the kept orgs. */
  readonly hosts: () => string[];
  /** Returns the host of the org that is nearest to a position in a text, or null. */
  readonly orgBeside: (text: string, at: number, hosts: readonly string[]) => string | null;
  readonly onChanged: (view: PlaintextView) => void;
  readonly note: (action: string, sentence: string, kept: Finding['kept']) => void;
}

/** The time between two messages to the window about the progress, in milliseconds. */
const tellEveryMs = 120;
/** The most findings that the window shows. */
const mostShown = 200;

/** A found value for the wizard. */
export interface FoundToken {
  /** A copy of the value. The caller wipes it. */
  readonly secret: Secret;
  /** The file and its first line, for display. */
  readonly where: string;
  readonly org: string | null;
}

/**
 * Searches for tokens in plain text on request, and cleans up their places. It holds the values as secrets from the search until the page
 * closes or the vault locks.
 */
export class PlaintextDesk {
  readonly #needs: PlaintextNeeds;
  #folder: string | null = null;
  #state: PlaintextView['state'] = 'idle';
  #held: Held[] = [];
  #looked = 0;
  #at = '';
  #leftOut: readonly string[] = [];
  #kept = new KeptFinder(marksOf([]));
  #running: AbortController | null = null;
  #tellDue: (() => void) | null = null;

  constructor(needs: PlaintextNeeds) {
    this.#needs = needs;
  }

  /** Returns the view of the page. */
  view(): PlaintextView {
    const more = this.#held.length - mostShown;
    return {
      state: this.#state,
      folder: this.#folder === null ? null : shownPath(this.#folder, this.#needs.around.home),
      looked: this.#looked,
      at: this.#at,
      findings: this.#held
        .slice(0, mostShown)
        .map((held) => shownFinding(held, this.#needs.keptAs(held.secret))),
      leftOut: [...(more > 0 ? [words.leftOut.more(more)] : []), ...this.#leftOut],
    };
  }

  /** Asks for the folder to search in a system dialog. Changes nothing when the person cancels. */
  async chooseFolder(): Promise<PlaintextView> {
    this.#folder = (await this.#needs.dialogs.openFolder(words.desk.chooseFolder)) ?? this.#folder;
    return this.view();
  }

  /** Removes the folder, so that only the known places are searched from now on. */
  forgetFolder(): PlaintextView {
    this.#folder = null;
    return this.view();
  }

  /** Starts a search, and restarts one that runs already. Throws Failed `vault-locked`. */
  look(): void {
    const values = this.#needs.keptValues();
    this.#let();
    this.#kept = new KeptFinder(marksOf(values));
    for (const value of values) value.wipe();
    const running = new AbortController();
    this.#running = running;
    this.#state = 'looking';
    const { around, limits } = this.#needs;
    const hosts = this.#needs.hosts();
    const isOurs = (): boolean => this.#running === running;
    void look({
      ...{ around, limits, hosts, folder: this.#folder, kept: this.#kept, signal: running.signal },
      onPlace: (path, looked) => {
        if (!isOurs()) return;
        this.#looked = looked;
        this.#at = shownPath(path, around.home);
        this.#tellSoon();
      },
      onFound: (place) => {
        if (isOurs()) this.#held.push(...this.#heldOf(place, hosts));
      },
    }).then(
      (looked) => {
        if (!isOurs()) return;
        this.#running = null;
        this.#state = looked.stopped === 'cancelled' ? 'cancelled' : 'done';
        this.#looked = looked.looked;
        this.#at = '';
        this.#leftOut = leftOutOf(looked, limits);
        this.#tell();
      },
      (error: unknown) => {
        this.#needs.log.note('plaintext.trouble', { error: String(error) });
        if (isOurs()) this.close();
      },
    );
    this.#tell();
  }

  /** Stops the search. The findings stay. */
  cancel(): void {
    this.#running?.abort();
  }

  /** Stops the search and wipes every value. */
  close(): void {
    this.#let();
    this.#state = 'idle';
    this.#looked = 0;
    this.#kept = new KeptFinder(marksOf([]));
  }

  /**
   * Returns a found value for the wizard. Throws Failed `not-found`. Throws `already-kept` for the value of a kept token, because a script
   * in the window could send it to another org.
   */
  found(findingId: string): FoundToken {
    const { secret, place, lines, org } = this.#get(findingId);
    const kept = this.#needs.keptAs(secret);
    if (kept !== null) {
      throw new Failed('already-kept', words.desk.alreadyKept(kept.label), words.desk.openIt);
    }
    const [line] = lines;
    return { secret: secret.copy(), where: line === undefined ? place : `${place}:${line}`, org };
  }

  /**
   * Takes a token out of its file, after a system dialog has said what will change. Throws Failed `not-found`, `cancelled`, or `file` when
   * the change failed.
   */
  async cleanUp(findingId: string): Promise<PlaintextView> {
    const { dialogs, keptAs, hosts, limits } = this.#needs;
    const asked = this.#get(findingId);
    const kept = keptAs(asked.secret);
    const note = cleanNoteOf(asked.kind);
    const yes = await dialogs.confirm(
      words.desk.askClean(shownText(asked.place, 300)),
      kept === null ? words.desk.notKept(note) : words.desk.keptAs(note, shownText(kept.label, 120)),
      words.desk.clean,
    );
    if (!yes) throw new Failed('cancelled', words.desk.notCleaned);
    // The page may have closed, or Keyturn may have locked, while the dialog was open.
    const held = this.#get(findingId);
    try {
      const done = cleanUp(held, this.#kept, hosts(), limits.fileBytes, this.#needs.watch);
      held.cleaned = clip(
        sentences([words.desk.cleaned(held.place), ...done.alsoIn, words.desk.rotate]),
        600,
      );
      for (const other of this.#held.filter(({ path }) => path === held.path)) {
        other.hash = done.hash;
        if (other.cleaned !== null) continue;
        const own = done.found.filter(({ value }) =>
          other.secret.use((bytes) => bytes.equals(Buffer.from(value))),
        );
        other.lines = linesOf(done.text, own);
      }
    } catch (error) {
      const { why, remedy } = troubleOfWriting(error);
      throw new Failed('file', words.desk.notClean(held.place, why), remedy, codeOf(error));
    }
    this.#needs.note('plaintext.cleaned', words.desk.noteCleaned(held.place), kept);
    return this.view();
  }

  #get(findingId: string): Held {
    const held = this.#held.find(({ id }) => id === findingId);
    if (held === undefined) throw new Failed('not-found', words.desk.gone, words.desk.searchAgain);
    return held;
  }

  #heldOf(place: LookedPlace, hosts: readonly string[]): Held[] {
    return heldOf(place, this.#needs.around.home, (text, at) => this.#needs.orgBeside(text, at, hosts));
  }

  #let(): void {
    this.#running?.abort();
    this.#running = null;
    this.#tellDue?.();
    this.#tellDue = null;
    for (const { secret } of this.#held) secret.wipe();
    this.#held = [];
    this.#leftOut = [];
    this.#looked = 0;
    this.#at = '';
  }

  #tellSoon(): void {
    this.#tellDue ??= this.#needs.clock.after(tellEveryMs, () => {
      this.#tellDue = null;
      this.#tell();
    });
  }

  #tell(): void {
    this.#needs.onChanged(this.view());
  }
}
