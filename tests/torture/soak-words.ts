import type { NoticeKind } from '../../src/shared/contract/life.ts';

/** How one token of the soak lives: what its person does with it, and so what must come of it. */
export interface SoakedToken {
  readonly label: string;
  readonly origin: string;
  readonly value: string;
  /** Days after its capture until which it is kept alive; null where it is not. */
  readonly keptAliveDays: number | null;
  readonly rotateEveryDays: number;
  /** Days after its capture on which its person tests it, at noon. */
  readonly testedOn: readonly number[];
}

/** The messages from the test to the soaking app. */
export type Told =
  | { readonly add: SoakedToken }
  | { readonly hourTo: number; readonly day: number }
  | 'inbox';

/** What the app holds at one noon: bytes of its heap after a collection, and what the system and Node count. */
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
