import { useId, useLayoutEffect, useRef, useState } from 'react';
import { cut } from '../../shared/clip.ts';
import fields from '../ui/field.module.css';
import typography from '../ui/typography.module.css';
import { completionAt } from './completion.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

interface SearchFieldProps {
  readonly value: string;
  readonly attributes: readonly string[];
  readonly onChange: (value: string) => void;
  readonly onSearch: () => void;
}

/** Shows the search, with a list of suggestions at the caret (ARIA Authoring Practices, Combobox Pattern with list autocomplete). */
export function SearchField({ value, attributes, onChange, onSearch }: SearchFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** The caret's position after a choice is in the field. */
  const caretAt = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const completion = completionAt(value, caret, attributes);
  const { choices } = completion;
  const shown = open && choices.length > 0;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (choice: string) => {
    const { from, to } = completion;
    const rest = value.slice(to).trimStart();
    const next = `${value.slice(0, from)}${choice} ${rest}`;
    const at = from + choice.length + 1;
    onChange(cut(next, 4000));
    setCaret(at);
    setActive(-1);
    caretAt.current = at;
  };
  // React puts the caret at the end of what it writes. The next key may arrive before the next frame.
  useLayoutEffect(() => {
    if (caretAt.current === null) return;
    field.current?.setSelectionRange(caretAt.current, caretAt.current);
    caretAt.current = null;
  });
  return (
    <div className={`${fields.field} ${styles.search}`}>
      <label htmlFor={id}>{words.searchForm.searchInOkta}</label>
      <input
        ref={field}
        id={id}
        className={`${fields.input} ${typography.mono}`}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint`}
        placeholder={words.searchForm.example}
        spellCheck={false}
        autoComplete="off"
        maxLength={4000}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart ?? event.target.value.length);
          // An empty field means all users. The arrow key shows the suggestions.
          setOpen(event.target.value.trim() !== '');
          setActive(-1);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            if (choices.length === 0) return;
            event.preventDefault();
            setOpen(true);
            const step = event.key === 'ArrowDown' ? 1 : -1;
            const from = active < 0 && step < 0 ? 0 : active;
            setActive((from + step + choices.length) % choices.length);
          } else if (event.key === 'Escape' && shown) {
            event.preventDefault();
            event.stopPropagation();
            close();
          } else if (event.key === 'Enter') {
            event.preventDefault();
            const choice = shown ? choices[active] : undefined;
            if (choice !== undefined) return choose(choice);
            close();
            onSearch();
          }
        }}
      />
      {shown && (
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={words.searchForm.suggestions}
          className={styles.list}
        >
          {choices.map((choice, n) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            <div
              key={choice}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === active}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              {choice}
            </div>
          ))}
        </div>
      )}
      <span className={fields.hint} id={`${id}-hint`}>
        {words.searchForm.syntax}
      </span>
    </div>
  );
}
