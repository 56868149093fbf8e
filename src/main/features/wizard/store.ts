import { randomUUID } from 'node:crypto';
import type { OrgIdentity } from '../../../shared/contract/orgs.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Capture } from '../../../shared/contract/wizard.ts';
import { Failed } from '../../base/failure.ts';
import type { Clipboard } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Choices } from '../../capture/choices.ts';
import { type Keeper, type Taken, takeChoice, takeFromClipboard, takeText } from '../../capture/take.ts';
import { words } from './words.ts';

/** A token in a file that the wizard can capture. */
export interface Found {
  readonly secret: Secret;
  /** The file and the line, for display. */
  readonly where: string;
}

export interface Draft {
  readonly id: string;
  /** The kept token that gets a new value from this draft, or null for a new token. */
  readonly replaces: string | null;
  org: OrgIdentity | null;
  secret: Secret | null;
  /** Several captured values, until the person chooses one. */
  choices: Choices | null;
  /** A token in a file, and its place. The draft captures it when the person says so. */
  readonly found: Found | null;
  lastTest: TestRecord | null;
  /** Ends the running test of the value. It is null before the first test. */
  stopTest: (() => void) | null;
}

/** Holds captured values that are not kept yet, in memory only. It wipes each when its draft ends. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();
  readonly #clipboard: Clipboard;
  readonly #labelOfValue: (origin: string, secret: Secret) => string | null;

  /** `labelOfValue` tells whether exactly this value is already kept. */
  constructor(clipboard: Clipboard, labelOfValue: (origin: string, secret: Secret) => string | null) {
    this.#clipboard = clipboard;
    this.#labelOfValue = labelOfValue;
  }

  /** Begins a draft, which takes ownership of `found`. */
  begin(replaces: string | null, org: OrgIdentity | null, found: Found | null = null): Draft {
    const nothing = { secret: null, choices: null, lastTest: null, stopTest: null };
    const draft: Draft = { id: randomUUID(), replaces, org, found, ...nothing };
    this.#drafts.set(draft.id, draft);
    return draft;
  }

  /** Returns a draft. Throws Failed `not-found` when the draft was discarded or Keyturn locked meanwhile. */
  get(id: string): Draft {
    const draft = this.#drafts.get(id);
    if (draft === undefined) {
      throw new Failed('not-found', words.store.ended, words.store.startAgain);
    }
    return draft;
  }

  /** Returns the draft's org. Throws Failed `org-url` when none was confirmed yet. */
  orgOf(draft: Draft): OrgIdentity {
    if (draft.org === null) throw new Failed('org-url', words.store.noOrg, words.store.backToOrg);
    return draft.org;
  }

  /** Returns the draft's value. Throws Failed `not-a-token` when none was captured yet. */
  secretOf(draft: Draft): Secret {
    if (draft.secret === null) {
      throw new Failed('not-a-token', words.store.noToken, words.store.backToCapture);
    }
    return draft.secret;
  }

  /**
   * Sets the draft's org. Another org means another token, so a value captured for the first org must not go to the second. Throws Failed
   * `org-url` when the draft is for a kept token and the org is not that token's, because Keyturn would later send the value to the wrong
   * org.
   */
  setOrg(draft: Draft, org: OrgIdentity): void {
    if (draft.replaces !== null && draft.org !== null && draft.org.origin !== org.origin) {
      throw new Failed('org-url', words.store.otherOrg(draft.org.host, org.host), words.store.useAddToken);
    }
    if (draft.org !== null && draft.org.origin !== org.origin) {
      this.#dropSecret(draft);
      this.#dropChoices(draft);
    }
    draft.org = org;
  }

  /** Captures the value from the clipboard, and clears the clipboard if it still holds the value. Throws Failed `clipboard-empty`. */
  async captureFromClipboard(draft: Draft): Promise<Capture> {
    const org = this.orgOf(draft);
    const taken = await takeFromClipboard(this.#clipboard, this.#keeperOf(draft));
    return { ...taken, from: 'clipboard', alreadyKeptAs: this.#keptAs(draft, org, taken) };
  }

  /** Captures the value with this fingerprint, out of several. Throws Failed `not-found`. */
  async choose(draft: Draft, fingerprint: string): Promise<Capture> {
    const org = this.orgOf(draft);
    const keep = (secret: Secret) => this.#take(draft, secret);
    const taken = await takeChoice(draft.choices, fingerprint, this.#clipboard, keep);
    draft.choices = null;
    return { ...taken, from: 'clipboard', alreadyKeptAs: this.#keptAs(draft, org, taken) };
  }

  /** Returns the token in a file for this draft. Throws Failed `not-found` when the draft has none. */
  foundOf(draft: Draft): Found {
    if (draft.found === null)
      throw new Failed('not-found', words.store.notFromFile, words.store.backToCapture);
    return draft.found;
  }

  /** Captures the token in a file. Throws Failed `not-found`. */
  captureFound(draft: Draft): Capture {
    const org = this.orgOf(draft);
    const found = this.foundOf(draft);
    const taken = takeText(
      found.secret.use((bytes) => bytes.toString('utf8')),
      this.#keeperOf(draft),
    );
    return {
      ...taken,
      from: 'file',
      clipboardCleared: false,
      alreadyKeptAs: this.#keptAs(draft, org, taken),
    };
  }

  captureTyped(draft: Draft, value: string): Capture {
    const org = this.orgOf(draft);
    const taken = takeText(value, this.#keeperOf(draft));
    return {
      ...taken,
      from: 'hand',
      clipboardCleared: false,
      alreadyKeptAs: this.#keptAs(draft, org, taken),
    };
  }

  /** Wipes one draft. An unknown id is fine, because its draft is already gone. */
  discard(id: string): void {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    this.#dropSecret(draft);
    this.#dropChoices(draft);
    draft.found?.secret.wipe();
    this.#drafts.delete(id);
  }

  discardAll(): void {
    for (const id of [...this.#drafts.keys()]) this.discard(id);
  }

  #keeperOf(draft: Draft): Keeper {
    return {
      keep: (secret) => {
        this.#take(draft, secret);
        this.#dropChoices(draft);
      },
      hold: (choices) => {
        this.get(draft.id);
        this.#dropChoices(draft);
        draft.choices = choices;
      },
    };
  }

  #take(draft: Draft, secret: Secret): void {
    // The draft may have been discarded during the read of the clipboard. Nobody would wipe a value that is put into it afterwards.
    this.get(draft.id);
    this.#dropSecret(draft);
    draft.secret = secret;
  }

  #keptAs(draft: Draft, org: OrgIdentity, { shape }: Taken): string | null {
    return shape === 'refused' || shape === 'several' || draft.secret === null
      ? null
      : this.#labelOfValue(org.origin, draft.secret);
  }

  #dropChoices(draft: Draft): void {
    draft.choices?.wipe();
    draft.choices = null;
  }

  #dropSecret(draft: Draft): void {
    // A running test would find its value wiped in the middle of a call.
    draft.stopTest?.();
    draft.stopTest = null;
    draft.secret?.wipe();
    draft.secret = null;
    draft.lastTest = null;
  }
}
