import { compiled } from '../../../shared/compiled.ts';
import { orgIdentity } from '../../../shared/contract/orgs.ts';
import { testRecord } from '../../../shared/contract/testing.ts';
import * as contract from '../../../shared/contract/tokens.ts';

/** The sealed facts of an org. */
export const keptIdentity = compiled(orgIdentity.omit({ notes: true }));

/** The sealed result of a test. */
export const keptRecord = compiled(testRecord.nullable());

/** What the person wrote about a token. */
export const tokenProfile = compiled(contract.tokenProfile);

/** The open rotation of a token, from its columns. */
export const tokenRotation = compiled(contract.tokenRotation);
