import type { Judgement } from '../../../shared/contract/access.ts';
import type { Org } from '../../../shared/contract/orgs.ts';
import type { UserJob } from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';

/** What an overview is made of. */
export interface Kept {
  readonly tokens: readonly Token[];
  readonly orgs: readonly Org[];
  /** By the token's id. A token without a purpose or an X-ray has no entry. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** The paused jobs of all orgs. */
  readonly restingJobs: readonly UserJob[];
}
