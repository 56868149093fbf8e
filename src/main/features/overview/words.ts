import { plural } from '../../../shared/plural.ts';

/** Holds the sentences of the overview. */
export const words = {
  work: {
    jobRests: (left: number) => `A job is paused. ${plural(left, 'user is', 'users are')} left`,
  },
};
