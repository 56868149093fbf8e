import type { FakeOrg } from './state.ts';

/** A request to a page of the Admin Console. */
export interface Visit {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly org: FakeOrg;
}
