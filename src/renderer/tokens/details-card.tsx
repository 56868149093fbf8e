import { memo } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { pageShared } from '../ui/page-words.ts';
import { ProfileCard } from '../ui/profile-card.tsx';
import typography from '../ui/typography.module.css';
import { words } from './page-words.ts';

/** Shows what a person said of the token, where it is kept, and its fingerprint. The details can be edited in place. */
export const DetailsCard = memo(function DetailsCard({
  token,
  keptIn,
}: {
  token: Token;
  keptIn: KeptIn | null;
}) {
  return (
    <ProfileCard
      profile={token}
      save={(profile) => bridge.tokens.update({ tokenId: token.id, profile })}
      rows={[
        [words.detailsCard.nameInOkta, token.known?.oktaTokenName ?? ''],
        [words.detailsCard.tokenId, token.known?.oktaTokenId ?? ''],
        [words.detailsCard.captured, fullDate(token.capturedAt)],
        [words.detailsCard.kept, keptIn?.sentence ?? ''],
      ]}
    >
      <div>
        <dt>{pageShared.fingerprint}</dt>
        <dd className={typography.mono}>
          {token.revokedAt !== null
            ? words.detailsCard.none
            : token.readable
              ? token.fingerprint
              : words.detailsCard.notReadable}
        </dd>
      </div>
    </ProfileCard>
  );
});
