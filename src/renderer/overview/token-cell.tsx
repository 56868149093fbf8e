import type { OverviewToken } from '../../shared/contract/overview.ts';
import { Button } from '../ui/button.tsx';
import { OrgMark, shortHost } from '../ui/org-mark.tsx';
import typography from '../ui/typography.module.css';
import styles from './overview.module.css';

interface TokenCellProps {
  readonly token: Pick<OverviewToken, 'tokenId' | 'label' | 'orgHost' | 'environment'>;
  readonly onOpen: (tokenId: string) => void;
}

/** Shows the first cell of a row: the token's label, which opens its page, and its org. */
export function TokenCell({ token: { tokenId, label, orgHost, environment }, onOpen }: TokenCellProps) {
  return (
    <th scope="row">
      <Button kind="link" onClick={() => onOpen(tokenId)}>
        {label}
      </Button>
      <span className={`${styles.org} ${typography.muted}`} title={orgHost}>
        <OrgMark name={orgHost} environment={environment} />
        <span className={typography.ellipsis}>{shortHost(orgHost)}</span>
      </span>
    </th>
  );
}
