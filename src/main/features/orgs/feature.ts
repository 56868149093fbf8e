import type { Feature } from '../../app/feature.ts';
import type { OrgStore } from './store.ts';

/** The feature for the orgs of kept tokens. */
export const orgsFeature = (orgs: OrgStore): Feature<'orgs'> => ({
  name: 'orgs',
  handlers: { list: () => orgs.list() },
});
