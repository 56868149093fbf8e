import type { Feature } from '../../app/feature.ts';
import { type AppNeeds, appHandlers } from './handlers.ts';

/** The feature for the window's own needs: versions, plain text to the clipboard, a page of the documentation. */
export const appFeature = (needs: AppNeeds): Feature<'app'> => ({
  name: 'app',
  handlers: appHandlers(needs),
});
