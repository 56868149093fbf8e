import { useState } from 'react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import { bringBackMs } from '../../shared/removal.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { offerUndo } from '../ui/undo-store.ts';
import { useCall } from '../ui/use-call.ts';
import { words } from './words.ts';

/** Removes an app from this computer. It asks first. */
export function RemoveApp({
  app,
  onRemoved,
  onBack,
}: {
  readonly app: Pick<ServiceApp, 'id' | 'label'>;
  readonly onRemoved?: () => void;
  /** Called when the removal was undone. */
  readonly onBack?: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const { failure, run } = useCall();
  const remove = async () => {
    setAsking(false);
    if ((await run(bridge.service.remove({ appId: app.id }))) === null) return;
    onRemoved?.();
    offerUndo({
      sentence: words.removeApp.removed(app.label),
      forMs: bringBackMs,
      call: async () => {
        const came = await bridge.service.bringBack({ appId: app.id });
        if (came.ok) onBack?.();
        return came;
      },
    });
  };
  return (
    <>
      <FailureNote failure={failure} />
      <div className={`${pages.end} ${layout.actions}`}>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {words.removeApp.removeTheApp}
        </Button>
      </div>
      {asking && (
        <Confirm
          name={words.removeApp.askRemoveApp}
          act={pageShared.remove}
          keep={pageShared.keepIt}
          onKeep={() => setAsking(false)}
          onAct={() => void remove()}
        >
          <p>{words.removeApp.consequence}</p>
        </Confirm>
      )}
    </>
  );
}
