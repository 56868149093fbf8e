import { X } from 'lucide-react';
import { useState } from 'react';
import type { UserQuestion } from '../../shared/contract/tasks.ts';
import { series } from '../../shared/listed.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import styles from './tasks.module.css';
import { changeQuestion, forgetSearch, keepSearch, searchUsers, useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Returns a search in a few words. */
function questionWords({ search, notSignedInForDays }: UserQuestion): string {
  const said = series([
    search.trim(),
    notSignedInForDays === null ? '' : words.savedSearches.days(notSignedInForDays),
  ]);
  return said === '' ? words.savedSearches.all : said;
}

/** Shows the saved searches of the org. A click on one finds its users. */
export function SavedSearches() {
  const searches = useTasks((state) => state.view?.searches);
  if (searches === undefined || searches.length === 0) return null;
  return (
    <section className={`${cards.card} ${styles.kept}`} aria-label={words.savedSearches.kept}>
      <h2>{words.savedSearches.kept}</h2>
      <ul>
        {searches.map(({ id, name, question }) => (
          <li key={id} className={layout.row}>
            <Button
              kind="link"
              aria-label={words.savedSearches.use(name)}
              onClick={() => {
                changeQuestion(question);
                void searchUsers();
              }}
            >
              {name}
            </Button>
            <span
              className={`${layout.grow} ${typography.ellipsis} ${typography.muted} ${typography.small} ${styles.what}`}
            >
              {questionWords(question)}
            </span>
            <Button
              kind="quiet"
              className={buttons.iconOnly}
              aria-label={words.savedSearches.forget(name)}
              onClick={() => void forgetSearch(id)}
            >
              <Icon of={X} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks for the name of the search. */
export function KeepSearchDialog({ onClose }: { readonly onClose: () => void }) {
  const question = useTasks((state) => state.question);
  const [name, setName] = useState('');
  const { failure, fail } = useCall();
  return (
    <Dialog name={words.savedSearches.keepSearch} onClose={onClose}>
      <h1>{words.savedSearches.keepSearch}</h1>
      <p className={typography.muted}>{questionWords(question)}</p>
      <form
        className={layout.stack}
        onSubmit={async (event) => {
          event.preventDefault();
          const failed = await keepSearch(name);
          fail(failed);
          if (failed === null) onClose();
        }}
      >
        <Field
          label={words.savedSearches.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          autoFocus
        />
        <FailureNote failure={failure} />
        <div className={dialogs.foot}>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="primary" type="submit" disabled={name.trim() === ''}>
            {words.savedSearches.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
