import { ExternalLink } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import type { UsageLimits, UsagePage } from '../../shared/contract/usage.ts';
import { ago, fullDate } from '../../shared/time-words.ts';
import { bridge, type Result } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { CallsCard } from './calls-card.tsx';
import { LimitsCard } from './limits-card.tsx';
import { ShareCard } from './share-card.tsx';
import { type Remedies, UnusualCard } from './unusual-card.tsx';
import styles from './usage.module.css';
import { words } from './words.ts';

/** Shows how a token is used: what is unusual, how near its limits are, and its calls by day, kind and address. */
export function UsageTab({ token, remedies }: { token: Token; remedies: Remedies | null }) {
  const now = useNow(5_000);
  const [page, setPage] = useState<UsagePage | null>(null);
  const [limits, setLimits] = useState<UsageLimits | null>(null);
  const { failure, run } = useCall();
  const show = useCallback(
    async (call: Promise<Result<UsagePage>>, isCurrent: () => boolean = () => true) => {
      const read = await run(call);
      if (read !== null && isCurrent()) setPage(read);
    },
    [run],
  );
  useEffect(() => {
    let current = true;
    const load = () => {
      void show(bridge.usage.page({ tokenId: token.id }), () => current);
      void bridge.usage.limits({ tokenId: token.id }).then((answer) => {
        if (current && answer.ok) setLimits(answer.value);
      });
    };
    load();
    const off = bridge.events.usageChanged(({ orgId }) => {
      if (orgId === token.orgId) load();
    });
    return () => {
      current = false;
      off();
    };
  }, [token.id, token.orgId, show]);
  if (page === null)
    return failure === null ? (
      <p className={typography.muted}>{pageShared.reading}</p>
    ) : (
      <FailureNote failure={failure} />
    );
  return (
    <div className={`${styles.usage} ${layout.stack}`}>
      <FailureNote failure={failure} />
      <LogLine
        page={page}
        now={now}
        onRead={() => void run(bridge.usage.readNow({ tokenId: token.id }))}
        onOpen={() => void run(bridge.usage.openLog({ tokenId: token.id }))}
      />
      <UnusualCard
        page={page}
        now={now}
        onSilence={(rule, silenced) => void show(bridge.usage.silence({ tokenId: token.id, rule, silenced }))}
        remedies={remedies}
        onRetire={(retired) => void show(bridge.usage.retire({ tokenId: token.id, retired }))}
      />
      {limits !== null && <LimitsCard limits={limits} now={now} />}
      <ShareCard key={token.id} token={token} />
      <CallsCard page={page} />
    </div>
  );
}

interface LogLineProps {
  readonly page: UsagePage;
  readonly now: number;
  readonly onRead: () => void;
  readonly onOpen: () => void;
}

function LogLine({ page, now, onRead, onOpen }: LogLineProps) {
  const { log } = page;
  const line = {
    off: words.usageTab.off,
    never: words.usageTab.never,
    reading: words.usageTab.reading,
    read:
      log.readWith === null
        ? words.usageTab.logRead(ago(log.readAt ?? now, now), page.keepDays)
        : words.usageTab.logReadWith(ago(log.readAt ?? now, now), log.readWith, page.keepDays),
    trouble: log.sentence,
  }[log.state];
  return (
    <>
      <div className={`${layout.row} ${styles.usageLog}`}>
        <p className={`${layout.grow} ${typography.muted} ${typography.small}`} role="status">
          {line}
        </p>
        {page.known && (
          <Button kind="quiet" onClick={onOpen}>
            <Icon of={ExternalLink} />
            {words.usageTab.openLog}
          </Button>
        )}
        <Button onClick={onRead} disabled={log.state === 'off' || log.state === 'reading'}>
          {words.usageTab.readNow}
        </Button>
      </div>
      {log.state === 'trouble' && log.remedy !== '' && <p className={typography.small}>{log.remedy}</p>}
      {!page.known && (
        <div className={`${banners.banner} ${tones.attention}`}>
          <p>
            {words.usageTab.idNotKnown((text) => (
              <b>{text}</b>
            ))}
          </p>
        </div>
      )}
      {page.total > 0 && page.days[0] !== undefined && (
        <p className={typography.hidden}>
          {words.usageTab.callsSince(page.total, fullDate(page.days[0].at))}
        </p>
      )}
    </>
  );
}
