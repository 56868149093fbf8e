import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { shared } from '../ui/words.ts';
import { flatten, heights, stepOf, type TokenEntry } from './entries.ts';
import type { ListGroup } from './grouping.ts';
import styles from './token-list.module.css';
import { type AskedMenu, TokenRow } from './token-row.tsx';
import { selectToken } from './tokens-store.ts';

interface TokenRowsProps {
  readonly groups: readonly ListGroup[];
  readonly selectedId: string | null;
  /** The ids of the tokens that are being tested. */
  readonly running: readonly string[];
  readonly onTest: (tokenId: string) => void;
  readonly onMenu: (asked: AskedMenu) => void;
}

/** Returns the id of the row that an event comes from, or null when it comes from none. */
const rowOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[role="row"]')?.getAttribute('data-id') ?? null) : null;

/**
 * Shows the groups and their tokens as a grid of rows. Only the rows in sight are in the page, so that 10,000 tokens filter within a frame.
 * @tanstack/react-virtual says which are in sight. The keys are by hand, as WAI-ARIA's grid has them: React Aria's GridList makes an element
 * for each of the 10,000 at each letter of the filter. All rows share one Tab stop.
 */
export const TokenRows = memo(function TokenRows(props: TokenRowsProps) {
  const { groups, selectedId, running, onTest, onMenu } = props;
  const grid = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => flatten(groups), [groups]);
  const tokens = useMemo(() => entries.filter((entry) => entry.kind === 'token'), [entries]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = useMemo(
    () =>
      tokens.find(({ id }) => id === activeId) ??
      tokens.find(({ id }) => id === selectedId) ??
      tokens[0] ??
      null,
    [tokens, activeId, selectedId],
  );
  const activeAt = active?.index ?? -1;
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => grid.current,
    estimateSize: (index) => heights[entries[index]?.kind ?? 'token'],
    getItemKey: useCallback((index: number) => entries[index]?.id ?? index, [entries]),
    // The row of the Tab stop is in the page wherever the list is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => {
        const inSight = defaultRangeExtractor(range);
        return activeAt < 0 || inSight.includes(activeAt)
          ? inSight
          : [...inSight, activeAt].sort((a, b) => a - b);
      },
      [activeAt],
    ),
    overscan: 6,
  });

  // A token that was opened elsewhere, by the palette for example, comes into sight once. Its row may come later than the choice.
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    const chosen = tokens.find(({ id }) => id === selectedId);
    if (chosen === undefined || shown.current === chosen.id) return;
    shown.current = chosen.id;
    setActiveId(chosen.id);
    virtual.scrollToIndex(chosen.index);
  }, [selectedId, tokens, virtual]);

  // A row with the focus can leave the list, or change its place in the page. The focus then goes to the row of the Tab stop.
  const focused = useRef<{ id: string; place: number } | null>(null);
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    const { id, place } = focused.current;
    const next = tokens.find((token) => token.id === id) ?? tokens[Math.min(place, tokens.length) - 1];
    if (next !== undefined) focusRow(grid.current, next.id);
  }, [tokens]);

  const moveTo = (token: TokenEntry | undefined): void => {
    if (token === undefined) return;
    setActiveId(token.id);
    selectToken(token.id);
    virtual.scrollToIndex(token.index);
    // Its row is in the page by then.
    requestAnimationFrame(() => focusRow(grid.current, token.id));
  };

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const id = rowOf(event.target);
    const at = tokens.findIndex((token) => token.id === id);
    const row = tokens[at];
    if (row === undefined) return;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / heights.token) - 1);
    const step = stepOf(event.key, page);
    const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    // The button is at the end of the row, which is its left where the text goes from right to left.
    const forward = event.currentTarget.matches(':dir(rtl)') ? -aside : aside;
    const inRow = event.target instanceof HTMLButtonElement;
    if (step !== null) moveTo(tokens[Math.max(0, Math.min(tokens.length - 1, at + step))]);
    else if (forward > 0 && !inRow) buttonOf(grid.current, row.id)?.focus();
    else if (forward < 0 && inRow) focusRow(grid.current, row.id);
    else if ((event.key === 'Enter' || event.key === ' ') && !inRow) selectToken(row.id);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight
    <div
      ref={grid}
      role="grid"
      aria-label={shared.tokens}
      aria-rowcount={tokens.length}
      className={styles.rows}
      onKeyDown={press}
      onFocus={({ target }) => {
        const id = rowOf(target);
        const token = tokens.find((one) => one.id === id);
        if (token === undefined) return;
        focused.current = { id: token.id, place: token.place };
        setActiveId(token.id);
      }}
      // Not at once: a row that leaves the page with the focus may say so before the effect above looks.
      onBlur={({ relatedTarget }) => {
        const left = focused.current;
        if (relatedTarget !== null && grid.current?.contains(relatedTarget)) return;
        setTimeout(() => {
          if (focused.current === left && !grid.current?.contains(document.activeElement))
            focused.current = null;
        });
      }}
    >
      <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          return entry.kind === 'title' ? (
            <div
              key={entry.id}
              role="presentation"
              aria-hidden="true"
              className={styles.group}
              style={{ height: heights.title, transform: `translateY(${start}px)` }}
            >
              {entry.title}
            </div>
          ) : (
            <TokenRow
              key={entry.id}
              item={entry.item}
              place={entry.place}
              start={start}
              selected={entry.id === selectedId}
              tabStop={entry === active}
              running={running.includes(entry.id)}
              onTest={onTest}
              onMenu={onMenu}
            />
          );
        })}
      </div>
    </div>
  );
});

const elementOf = (grid: HTMLElement | null, id: string): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[role="row"][data-id="${CSS.escape(id)}"]`) ?? null;

const focusRow = (grid: HTMLElement | null, id: string): void =>
  elementOf(grid, id)?.focus({ preventScroll: true });

const buttonOf = (grid: HTMLElement | null, id: string): HTMLElement | null =>
  elementOf(grid, id)?.querySelector('button') ?? null;
