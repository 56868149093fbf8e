import { useEffect } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { UpdatesView } from '../../shared/contract/updates.ts';
import { settingNames } from '../../shared/settings/words.ts';
import { ago } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { useCall } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import { type Change, Setting, SwitchSetting } from './setting.tsx';
import { loadUpdates, updatesAre, useUpdates } from './updates-store.ts';
import { words } from './words.ts';

/** Returns the sentence that says what is known. */
function sentenceOf({ off, state, version, lookedAt }: UpdatesView, now: number): string {
  if (off !== null) return words.updatesCard.off[off];
  if (state === 'ready') return words.updatesCard.ready(version ?? '');
  if (state === 'looking') return words.updatesCard.looking;
  if (state === 'failed') return words.updatesCard.failed;
  return lookedAt === null ? words.updatesCard.notYet : words.updatesCard.newest(ago(lookedAt, now));
}

/** Shows whether Keyturn looks for newer versions, and what it found. */
export function UpdatesCard({
  view,
  set,
}: {
  readonly view: SettingsView;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const updates = useUpdates((state) => state.view);
  const { failure, run } = useCall();
  const now = useNow(15_000);
  useEffect(() => {
    void loadUpdates();
  }, []);
  if (updates === null) return null;
  // The person's choice counts where the program and the policy leave one.
  const choice = updates.off === null || updates.off === 'setting';
  const look = async () => {
    const found = await run(bridge.updates.look());
    if (found !== null) updatesAre(found);
  };
  return (
    <section className={cards.card}>
      <h2>{words.updatesCard.updates}</h2>
      <SwitchSetting
        name={settingNames.lookForUpdates}
        words={words.updatesCard.whatLookingDoes}
        on={view.lookForUpdates && choice}
        available={choice}
        set={(lookForUpdates) => set({ lookForUpdates })}
      />
      <Setting name={words.updatesCard.newerVersion} words={sentenceOf(updates, now)}>
        {updates.state === 'ready' ? (
          <Button onClick={() => void run(bridge.updates.install())}>{shared.restartToUpdate}</Button>
        ) : (
          <Button disabled={updates.off !== null || updates.state === 'looking'} onClick={() => void look()}>
            {words.updatesCard.lookNow}
          </Button>
        )}
      </Setting>
      <FailureNote failure={failure} />
    </section>
  );
}
