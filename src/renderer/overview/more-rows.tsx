import typography from '../ui/typography.module.css';
import { words } from './words.ts';

/** Says how many rows the whole list has, when the window does not show all of them. */
export function MoreRows({ shown, all }: { readonly shown: number; readonly all: number }) {
  if (shown >= all) return null;
  return <p className={`${typography.muted} ${typography.small}`}>{words.rows.firstOf(shown, all)}</p>;
}
