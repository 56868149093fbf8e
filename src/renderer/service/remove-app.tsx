import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { useCall } from '../ui/use-call.ts';
import { words } from './words.ts';

/** Removes an app from this computer. It asks first. */
export function RemoveApp({ appId, onRemoved }: { readonly appId: string; readonly onRemoved?: () => void }) {
  const [asking, setAsking] = useState(false);
  const { failure, run } = useCall();
  const remove = async () => {
    setAsking(false);
    if ((await run(bridge.service.remove({ appId }))) !== null) onRemoved?.();
  };
  return (
    <>
      <FailureNote failure={failure} />
      <div className={`${pages.end} ${layout.row}`}>
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
