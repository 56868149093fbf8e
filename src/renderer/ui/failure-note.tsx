import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Failure } from '../bridge.ts';
import banners from './banner.module.css';
import { Icon } from './icons.tsx';
import layout from './layout.module.css';
import { tones } from './tones.ts';
import typography from './typography.module.css';

/** Shows a failure: what happened, why, and what to do. A screen reader says it at once. */
export function FailureNote({
  failure,
  id,
  tone = 'failing',
}: {
  failure: Failure | null;
  id?: string;
  /** `attention` is for a warning. */
  tone?: 'failing' | 'attention';
}) {
  const note = useRef<HTMLDivElement>(null);
  // Without this, the note would be out of sight below a long page.
  useEffect(() => {
    if (failure !== null) note.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  if (failure === null) return null;
  return (
    <div ref={note} className={`${banners.banner} ${tones[tone]}`} role="alert" id={id}>
      <Icon of={TriangleAlert} />
      <div className={layout.grow}>
        <p>
          <b>{failure.sentence}</b>
        </p>
        {failure.remedy !== '' && <p>{failure.remedy}</p>}
        {failure.smallPrint !== '' && (
          <p className={`${banners.fine} ${typography.selectable}`}>{failure.smallPrint}</p>
        )}
      </div>
    </div>
  );
}
