import type { NoticeKind } from '../../src/shared/contract/life.ts';

/** How a person uses one token of the soak. The expected results follow from it. */
export interface SoakedToken {
  readonly label: string;
  readonly origin: string;
  readonly value: string;
  /** The days after its capture for which it is kept alive; null if it is not. */
  readonly keptAliveDays: number | null;
  readonly rotateEveryDays: number;
  /** The days after its capture on which the person tests it, at noon. */
  readonly testedOn: readonly number[];
}

/** The messages from the test to the soaking app. */
export type Told =
  | { readonly add: SoakedToken }
  | { readonly hourTo: number; readonly day: number }
  | 'inbox';

/** What the app holds at one noon: the bytes of its heap after a collection, and the counts of the system and Node. */
export interface Held {
  readonly heapBytes: number;
  readonly openFiles: number;
  readonly sockets: number;
  readonly handles: number;
  readonly timers: number;
  readonly backups: number;
}

/** A notice of the inbox. */
export interface SoakedNotice {
  readonly label: string;
  readonly kind: NoticeKind;
  readonly sentence: string;
}

/** The answers of the soaking app. */
export type Answer =
  | { readonly ready: true }
  | { readonly done: true; readonly held: Held | null }
  | { readonly inbox: readonly SoakedNotice[]; readonly notified: number };
