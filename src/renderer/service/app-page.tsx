import type { ReactNode } from 'react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { keyDueOf } from '../../shared/health.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { environmentNames } from '../../shared/profile/words.ts';
import { date, fullDate, inDays } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { ProfileCard } from '../ui/profile-card.tsx';
import { ResultBanner } from '../ui/result-banner.tsx';
import { Tabs } from '../ui/tabs.tsx';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { WhereLine } from '../ui/where-line.tsx';
import { shared } from '../ui/words.ts';
import { JobCard } from './job-card.tsx';
import { KeyTab } from './key-tab.tsx';
import { MakeAppCard } from './make-app-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { RemoveApp } from './remove-app.tsx';
import { ServiceRows } from './service-result.tsx';
import { TestAppCard } from './test-app-card.tsx';
import { UseAppCard } from './use-app-card.tsx';
import { words } from './words.ts';

interface AppPageProps {
  readonly app: ServiceApp;
  readonly testing: boolean;
  readonly onTest: () => void;
  readonly keptIn: KeptIn | null;
  /** The door for programs. */
  readonly door: ReactNode;
  /** Called with the time until which a secret is on the clipboard (milliseconds since 1970). */
  readonly onCopied: (clearsAt: number) => void;
  readonly onRemoved: () => void;
  /** Called when the removal was undone. */
  readonly onBack: () => void;
}

/** Shows the page of one OAuth service app: its name, its test, and its tabs. */
export function AppPage({ app, testing, onTest, keptIn, door, onCopied, onRemoved, onBack }: AppPageProps) {
  const mayTest = app.readable && app.clientId !== null && app.plan !== null;
  return (
    <main className={pages.page} aria-label={app.label}>
      <header className={pages.top}>
        <div className={`${layout.grow} ${pages.heading}`}>
          <h1 className={`${pages.title} ${typography.selectable}`}>{app.label}</h1>
          <WhereLine
            facts={[words.appPage.oauthApp, app.orgHost, inSentence(environmentNames[app.environment])]}
          />
        </div>
        <Button
          kind="primary"
          shortcut="t"
          onClick={onTest}
          disabled={testing || !mayTest}
          aria-busy={testing}
        >
          {shared.test}
        </Button>
      </header>
      <Tabs
        name={words.appPage.oauthApp}
        above={null}
        tabs={[
          {
            name: words.appPage.overview,
            content: () => (
              <>
                <Result app={app} />
                {app.keyRotation !== null && app.keyRotation.endedAt === null && (
                  <p className={typography.muted}>{words.appPage.keyRotates}</p>
                )}
                {app.clientId === null && app.plan !== null && <SetUp app={app} plan={app.plan} />}
                <Details app={app} keptIn={keptIn} />
                <RemoveApp app={app} onRemoved={onRemoved} onBack={onBack} />
              </>
            ),
          },
          {
            name: words.appPage.access,
            content: () => (
              <>
                <PlanCard plan={app.plan} unknown={words.appPage.jobNotKnown} />
                {app.lastTest !== null && app.lastTest.rows.length > 0 && (
                  <section className={cards.card}>
                    <h2>{words.appPage.whatItReads}</h2>
                    <ServiceRows test={app.lastTest} ofToken={app.tokenId !== null} />
                  </section>
                )}
                <JobCard app={app} />
              </>
            ),
          },
          { name: words.appPage.key, content: () => <KeyTab app={app} /> },
          {
            name: words.appPage.programs,
            content: () => (
              <>
                {door}
                <UseAppCard app={app} onCopied={onCopied} />
              </>
            ),
          },
          {
            name: words.appPage.setUp,
            aside: true,
            content: () => (app.plan === null ? <JobCard app={app} /> : <SetUp app={app} plan={app.plan} />),
          },
        ]}
      />
    </main>
  );
}

function SetUp({ app, plan }: { readonly app: ServiceApp; readonly plan: NonNullable<ServiceApp['plan']> }) {
  return (
    <>
      <MakeAppCard plan={plan} app={app} />
      <TestAppCard app={app} />
    </>
  );
}

function Result({ app: { lastTest, clientId } }: { readonly app: ServiceApp }) {
  const now = useNow(15_000);
  if (lastTest !== null) return <ResultBanner outcome={lastTest.outcome} measured={lastTest} now={now} />;
  return (
    <p className={typography.muted}>
      {clientId === null ? words.appPage.notFinished : words.appPage.notTestedYet}
    </p>
  );
}

function Details({ app, keptIn }: { readonly app: ServiceApp; readonly keptIn: KeptIn | null }) {
  const due = keyDueOf(app);
  return (
    <ProfileCard
      profile={app}
      save={(profile) => bridge.service.update({ appId: app.id, profile })}
      rows={[
        [pageShared.clientId, app.clientId ?? words.appPage.notGiven],
        [words.appPage.keyMade, fullDate(app.madeAt)],
        [words.appPage.nextKeyDue, words.appPage.dueOn(date(due), inDays(due, Date.now()))],
        [words.appPage.accessTokens, proofWords(app)],
        [words.appPage.kept, keptIn?.sentence ?? ''],
      ]}
    >
      <div>
        <dt>{words.appPage.keyId}</dt>
        <dd className={`${typography.mono} ${typography.selectable}`}>{app.kid}</dd>
      </div>
    </ProfileCard>
  );
}

function proofWords({ lastTest }: ServiceApp): string {
  if (lastTest?.dpop == null) return '';
  return lastTest.dpop ? words.appPage.demandsDpop : words.appPage.takesBearer;
}
