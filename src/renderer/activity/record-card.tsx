import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { Entries } from './entries.tsx';
import { useRecord } from './use-record.ts';
import { words } from './words.ts';

/** Shows what the record has about one token or app, newest first. `id` is theirs. */
export function RecordCard({ id }: { id: string }) {
  const { entries, more, failure, older } = useRecord({ filter: '', about: id });
  return (
    <section className={layout.stack}>
      <h2>{words.recordCard.heading}</h2>
      <FailureNote failure={failure} />
      {entries !== null && entries.length === 0 && (
        <p className={typography.muted}>{words.recordCard.nothingDone}</p>
      )}
      {entries !== null && entries.length > 0 && (
        <Entries entries={entries} name={words.recordCard.heading} onOpen={null} />
      )}
      {more && (
        <div>
          <Button onClick={() => void older()}>{words.activityPage.showOlder}</Button>
        </div>
      )}
    </section>
  );
}
