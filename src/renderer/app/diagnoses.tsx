import type { ReactNode } from 'react';
import type { TestRecord } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { DiagnosisPanel } from '../diagnosis/diagnosis-panel.tsx';
import { goTo } from '../wizard/wizard-store.ts';
import { testToken } from './actions.ts';
import { openWizard, show, useView } from './view-store.ts';

/** Shows why a kept token's last test failed. It shows nothing when the test worked. */
export function TokenDiagnosis({ token }: { token: Token }) {
  const { lastTest } = token;
  if (lastTest === null || lastTest.outcome.kind === 'accepted' || !token.readable) return null;
  return (
    <DiagnosisPanel
      subject={{ tokenId: token.id }}
      record={lastTest}
      without={[]}
      onAct={(action) => {
        if (action === 'test-again') void testToken(token.id);
        else if (action === 'paste-again') openWizard({ tokenId: token.id });
        // A token of another org is another token. The person adds it as a new token, and can then remove this one.
        else if (action === 'change-org') openWizard();
        else show('settings');
      }}
    />
  );
}

/** Shows why the test of the wizard's draft failed. The wizard has the button "Test again" itself. */
export function draftDiagnosis(draftId: string, record: TestRecord, leave: () => void): ReactNode {
  return (
    <DiagnosisPanel
      key={record.id}
      subject={{ draftId }}
      record={record}
      without={['test-again', 'wait-and-test']}
      onAct={(action) => {
        const again = useView.getState().wizard?.tokenId != null;
        if (action === 'paste-again') goTo('capture');
        else if (action === 'change-org' && !again) goTo('org');
        else {
          // The settings open under the wizard. The wizard asks before it closes.
          if (action === 'open-network-settings') show('settings');
          leave();
        }
      }}
    />
  );
}
