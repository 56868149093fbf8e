import { basename } from 'node:path';
import type { Feature } from '../../app/feature.ts';
import type { Watch } from '../../base/files.ts';
import type { Clock, Dialogs } from '../../base/ports.ts';
import { activityHandlers } from './handlers.ts';
import type { ActivityLog } from './store.ts';
import { words } from './words.ts';

export interface ActivityNeeds {
  readonly activity: ActivityLog;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly watch: Watch;
  readonly note: (action: string, sentence: string) => void;
}

/** The feature for the record of activity. */
export const activityFeature = ({
  activity,
  dialogs,
  clock,
  watch,
  note,
}: ActivityNeeds): Feature<'activity'> => ({
  name: 'activity',
  handlers: activityHandlers(
    activity,
    dialogs,
    () => clock.now(),
    watch,
    (path) => note('activity.exported', words.feature.exported(basename(path))),
  ),
});
