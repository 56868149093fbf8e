import { compiled } from '../../../shared/compiled.ts';
import { orgIdentity } from '../../../shared/contract/orgs.ts';

/** The sealed facts of an org. */
export const keptIdentity = compiled(orgIdentity.omit({ notes: true }));
