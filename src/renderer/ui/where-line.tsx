import { Fragment } from 'react';
import { betweenFacts } from '../../shared/locale.ts';
import pages from './page.module.css';
import typography from './typography.module.css';

/** Shows facts in a series below the name of a page. Each fact stays in one piece where the line breaks. */
export function WhereLine({ facts }: { readonly facts: readonly string[] }) {
  const there = facts.filter((fact) => fact !== '');
  return (
    <p className={`${typography.muted} ${pages.where}`}>
      {there.map((fact, n) => (
        <Fragment key={fact}>
          <span>{n < there.length - 1 ? `${fact}${betweenFacts.trimEnd()}` : fact}</span>
          {betweenFacts.endsWith(' ') ? ' ' : <wbr />}
        </Fragment>
      ))}
    </p>
  );
}
