import type { House } from '../../../src/main/app/house.ts';
import { ofAccess, ofService } from '../../../src/main/app/needs.ts';
import { accessFeature } from '../../../src/main/features/access/feature.ts';
import type { ServiceDesk } from '../../../src/main/features/service/desk.ts';
import { serviceFeature } from '../../../src/main/features/service/feature.ts';
import { TimedClipboard } from '../../../src/main/features/tokens/timed-clipboard.ts';
import { Drafts } from '../../../src/main/features/wizard/store.ts';

/** Returns the desk of apps as the app makes it, for a test that needs no window. */
export function serviceDeskOf(house: House): ServiceDesk {
  const copied = new TimedClipboard(house.world.clipboard, house.clock, () => undefined);
  const drafts = new Drafts(copied.forCapture(), () => null);
  const access = accessFeature(ofAccess(house, async () => undefined)).desk;
  const nothing = () => undefined;
  return serviceFeature(ofService(house, access, drafts, copied, nothing, nothing)).desk;
}
