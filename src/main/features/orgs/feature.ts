import type { Feature } from '../../app/feature.ts';
import type { OrgStore } from './store.ts';

/** The orgs that tokens are kept for. */
export const orgsFeature = (orgs: OrgStore): Feature<'orgs'> => ({
  name: 'orgs',
  handlers: { list: () => orgs.list() },
});
