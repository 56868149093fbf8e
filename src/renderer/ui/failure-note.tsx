import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Failure } from '../bridge.ts';
import { Icon } from './icons.tsx';

/** What went wrong, why, what to do; announced at once. */
export function FailureNote({
  failure,
  id,
  tone = 'failing',
}: {
  failure: Failure | null;
  id?: string;
  /** `attention`: nothing has failed yet. */
  tone?: 'failing' | 'attention';
}) {
  const note = useRef<HTMLDivElement>(null);
  // Below what is long it would be said and not seen.
  useEffect(() => {
    if (failure !== null) note.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  if (failure === null) return null;
  return (
    <div ref={note} className={`banner tone-${tone}`} role="alert" id={id}>
      <Icon of={TriangleAlert} />
      <div className="grow">
        <p>
          <b>{failure.sentence}</b>
        </p>
        {failure.remedy !== '' && <p>{failure.remedy}</p>}
        {failure.smallPrint !== '' && <p className="fine selectable">{failure.smallPrint}</p>}
      </div>
    </div>
  );
}
