import type { Handlers } from '../../ipc/router.ts';
import type { DiagnosisDesk } from './desk.ts';

/** Returns the methods of diagnosis. */
export function diagnosisHandlers(desk: DiagnosisDesk): Handlers['diagnosis'] {
  return {
    start: ({ subject }) => ({ jobId: desk.start(subject) }),
    cancel: ({ jobId }) => {
      desk.cancel(jobId);
      return {};
    },
    open: async ({ subject, page }) => {
      await desk.open(subject, page);
      return {};
    },
    copyReport: async ({ subject }) => {
      await desk.copyReport(subject);
      return {};
    },
  };
}
