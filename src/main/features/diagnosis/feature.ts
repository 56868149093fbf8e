import type { Feature } from '../../app/feature.ts';
import { DiagnosisDesk, type DiagnosisNeeds } from './desk.ts';
import { diagnosisHandlers } from './handlers.ts';

/** Returns the feature that finds out why a test failed. A lock clears the results. */
export function diagnosisFeature(needs: DiagnosisNeeds): Feature<'diagnosis'> {
  const desk = new DiagnosisDesk(needs);
  const cancel = () => desk.cancelAll();
  return { name: 'diagnosis', handlers: diagnosisHandlers(desk), lock: cancel, end: cancel };
}
