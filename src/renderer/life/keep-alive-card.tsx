import { type FormEvent, memo, useEffect, useRef, useState } from 'react';
import type { KeepAlive } from '../../shared/contract/life.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { ago, fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import dialogs from '../ui/dialog.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { KeepAliveFields, readKeepAlive } from '../ui/keep-alive-fields.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { offerUndo } from '../ui/undo-store.ts';
import { useCall } from '../ui/use-call.ts';
import { useEditFocus } from '../ui/use-edit-focus.ts';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

/** Shows whether a token is kept alive. It is off until a person gives a reason and an end. `version` changes when it may have been used. */
export const KeepAliveCard = memo(function KeepAliveCard({
  tokenId,
  version,
}: {
  readonly tokenId: string;
  readonly version: string;
}) {
  const now = useNow(15_000);
  const [state, setState] = useState<KeepAlive | null>(null);
  const [editing, setEditing] = useState(false);
  const holder = useEditFocus(editing);
  const { failure, run } = useCall();
  const shown = useRef(tokenId);
  shown.current = tokenId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the reason to read again
  useEffect(() => {
    let current = true;
    void bridge.life.keepAlive({ tokenId }).then((read) => {
      if (current && read.ok) setState(read.value);
    });
    return () => {
      current = false;
    };
  }, [tokenId, version]);
  if (state === null) return null;

  const set = async (setting: KeepAlive['setting']) => {
    const kept = await run(bridge.life.setKeepAlive({ tokenId, setting }));
    if (kept === null) return;
    setState(kept);
    setEditing(false);
    const before = state.setting;
    // Main takes no end in the past.
    if ((before !== null && before.until <= now) || JSON.stringify(before) === JSON.stringify(setting))
      return;
    offerUndo({
      sentence: words.keepAliveCard.changed,
      call: async () => {
        const back = await bridge.life.setKeepAlive({ tokenId, setting: before });
        if (back.ok && shown.current === tokenId) setState(back.value);
        return back;
      },
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void set(readKeepAlive(event.currentTarget));
  };
  const { setting } = state;
  const over = setting !== null && setting.until <= now;
  return (
    <section ref={holder} className={cards.card}>
      <div className={cards.head}>
        <h2>{words.keepAliveCard.keepAlive}</h2>
        {!editing && (
          <Button kind="link" onClick={() => setEditing(true)}>
            {setting === null ? words.keepAliveCard.keepItAlive : pageShared.change}
          </Button>
        )}
      </div>
      {editing ? (
        <form className={layout.stack} onSubmit={submit}>
          <KeepAliveFields setting={setting} now={now} />
          <FailureNote failure={failure} />
          <div className={dialogs.foot}>
            {setting !== null && (
              <Button className={buttons.toLeft} onClick={() => void set(null)}>
                {words.keepAliveCard.stopKeepingAlive}
              </Button>
            )}
            <Button onClick={() => setEditing(false)}>{shared.cancel}</Button>
            <Button kind="primary" type="submit">
              {words.keepAliveCard.keepAlive}
            </Button>
          </div>
        </form>
      ) : (
        <p className={setting === null || over ? typography.muted : ''}>
          {setting === null
            ? words.keepAliveCard.off
            : over
              ? words.keepAliveCard.endedOn(fullDate(setting.until))
              : words.keepAliveCard.on(fullDate(setting.until), setting.reason)}{' '}
          {state.lastAt === null
            ? ''
            : words.keepAliveCard.lastCall(ago(state.lastAt, now), inSentence(state.lastWord))}
        </p>
      )}
    </section>
  );
});
