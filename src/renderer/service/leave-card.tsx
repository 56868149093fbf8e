import { CircleX } from 'lucide-react';
import type { Token } from '../../shared/contract/tokens.ts';
import { fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { words } from './words.ts';

/** Leads to the revoke of a token whose job an app took over. */
export function LeaveCard({
  token: { rotation, revokedAt, readable },
  onLeave,
}: {
  readonly token: Token;
  /** Begins the revoke, or shows it. */
  readonly onLeave: () => void;
}) {
  const under = rotation?.mode === 'to-app';
  const possible = revokedAt === null && readable && (rotation === null || under);
  const why =
    revokedAt !== null
      ? words.leaveCard.revoked(fullDate(revokedAt))
      : readable
        ? words.leaveCard.rotatesNow
        : words.leaveCard.doesNotOpen;
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.leaveCard.revokeToken}</h2>
        {possible && (
          <Button kind={under ? 'primary' : 'danger'} onClick={onLeave}>
            {!under && <Icon of={CircleX} />}
            {under ? words.leaveCard.continueRevoke : words.leaveCard.revokeToken}
          </Button>
        )}
      </div>
      <p className={typography.muted}>{possible ? words.leaveCard.whatItDoes : why}</p>
    </section>
  );
}
