import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { KeepSearchDialog } from './saved-searches.tsx';
import { SearchField } from './search-field.tsx';
import { SearchHelp } from './search-help.tsx';
import styles from './tasks.module.css';
import { changeQuestion, searchUsers, stopReading, useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Shows the search, and what the person can do with it. */
export function SearchForm() {
  const { question, view, busy, tokenId } = useTasks();
  const [dialog, setDialog] = useState<'help' | 'export' | 'keep' | null>(null);
  const attributes = view?.attributes ?? [];
  const close = () => setDialog(null);
  const isIdle = busy === null && tokenId !== null;
  return (
    <section className={`${cards.card} ${layout.stack}`} aria-label={words.searchForm.search}>
      <div className={styles.row}>
        <SearchField
          value={question.search}
          attributes={attributes}
          onChange={(search) => changeQuestion({ search })}
          onSearch={() => void searchUsers()}
        />
        <Button kind="quiet" className={styles.beside} onClick={() => setDialog('help')}>
          <Icon of={CircleHelp} />
          {words.searchForm.help}
        </Button>
      </div>
      <div className={styles.days}>
        <Field
          label={words.searchForm.notSignedIn}
          hint={words.searchForm.notSignedInHint}
          inputMode="numeric"
          value={question.notSignedInForDays ?? ''}
          maxLength={4}
          onChange={(event) => {
            const days = Number.parseInt(event.target.value, 10);
            changeQuestion({ notSignedInForDays: days >= 1 ? Math.min(days, 3650) : null });
          }}
        />
      </div>
      <div className={layout.actions}>
        <Button
          kind="primary"
          disabled={!isIdle}
          aria-busy={busy === 'search'}
          onClick={() => void searchUsers()}
        >
          {busy === 'search' ? words.searchForm.searching : words.searchForm.search}
        </Button>
        <Button disabled={!isIdle} aria-busy={busy === 'export'} onClick={() => setDialog('export')}>
          {busy === 'export' ? words.searchForm.exporting : words.searchForm.export}
        </Button>
        {busy !== null && <Button onClick={() => void stopReading()}>{words.searchForm.stop}</Button>}
        <Button kind="quiet" onClick={() => setDialog('keep')}>
          {words.searchForm.keepSearch}
        </Button>
      </div>
      {dialog === 'help' && <SearchHelp onClose={close} />}
      {dialog === 'export' && <ExportDialog attributes={attributes} onClose={close} />}
      {dialog === 'keep' && <KeepSearchDialog onClose={close} />}
    </section>
  );
}
