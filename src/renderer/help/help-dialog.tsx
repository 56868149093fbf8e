import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shared } from '../ui/words.ts';
import styles from './help.module.css';
import { News } from './news.tsx';
import { PageText } from './page-text.tsx';
import { words } from './words.ts';

const topics = [
  ['overview', shared.overview],
  ['tokens', shared.tokens],
  ['token', words.helpDialog.onePage],
  ['upcoming', shared.upcoming],
  ['inventory', shared.inventory],
  ['tasks', shared.tasks],
  ['plaintext', shared.findInFiles],
  ['activity', shared.activity],
  ['settings', shared.settings],
  ['news', shared.whatsNew],
] as const;

/** The topics of the help. */
type Topic = (typeof topics)[number][0];

interface HelpDialogProps {
  readonly topic: Topic;
  readonly onTopic: (topic: Topic) => void;
  readonly onShortcuts: () => void;
  /** Starts the demo; null where it is not offered. */
  readonly onDemo: (() => void) | null;
  readonly onClose: () => void;
}

/** Shows the help: a text for each page, and what is new. The texts are in the app, so the help works offline. */
export function HelpDialog({ topic, onTopic, onShortcuts, onDemo, onClose }: HelpDialogProps) {
  const title = topics.find(([id]) => id === topic)?.[1] ?? '';
  return (
    <Dialog name={shared.help} className={styles.help} onClose={onClose}>
      <nav className={styles.topics} aria-label={words.helpDialog.topics}>
        {topics.map(([id, name]) => (
          <button
            key={id}
            type="button"
            data-autofocus={id === topic ? '' : undefined}
            className={styles.topic}
            aria-current={id === topic ? 'true' : undefined}
            onClick={() => onTopic(id)}
          >
            {name}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard */}
      <section key={topic} className={styles.text} tabIndex={0} aria-label={title}>
        <h1>{title}</h1>
        {topic === 'news' ? <News /> : <PageText help={words.pages[topic]} />}
      </section>
      <div className={styles.foot}>
        <Button kind="quiet" onClick={onShortcuts}>
          {shared.keyboardShortcuts}
        </Button>
        {onDemo !== null && (
          <Button kind="quiet" onClick={onDemo}>
            {shared.tryDemo}
          </Button>
        )}
        <Button onClick={onClose}>{shared.close}</Button>
      </div>
    </Dialog>
  );
}
