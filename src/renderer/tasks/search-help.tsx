import { searchOperators } from '../../shared/user-search.ts';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

/** Explains the syntax of Okta's search. */
export function SearchHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog name={words.searchHelp.title} className={`${dialogs.plain} ${dialogs.wide}`} onClose={onClose}>
      <h1>{words.searchHelp.title}</h1>
      <p>{words.searchHelp.shape}</p>
      <p>{words.searchHelp.names}</p>
      <p>{words.searchHelp.own}</p>
      <table className={tables.table} aria-label={words.searchHelp.operators}>
        <thead>
          <tr>
            <th scope="col">{words.searchHelp.operator}</th>
            <th scope="col">{words.searchHelp.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {searchOperators.map((operator) => (
            <tr key={operator}>
              <th scope="row" className={typography.mono}>
                {operator}
              </th>
              <td>{words.searchHelp.of[operator]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.searchHelp.examples}</h2>
      <ul>
        {words.searchHelp.searches.map((example) => (
          <li key={example} className={typography.selectable}>
            <code>{example}</code>
          </li>
        ))}
      </ul>
      <p>{words.searchHelp.noNe}</p>
      <p>{words.searchHelp.noLastLogin}</p>
      <p className={typography.muted}>{words.searchHelp.late}</p>
      <div className={dialogs.foot}>
        <Button onClick={onClose} autoFocus>
          {shared.close}
        </Button>
      </div>
    </Dialog>
  );
}
