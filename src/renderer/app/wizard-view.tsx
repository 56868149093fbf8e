import { useState } from 'react';
import { selectToken, useTokens } from '../tokens/tokens-store.ts';
import { PasscodeDialog } from '../ui/passcode-dialog.tsx';
import { CurtainOffer } from '../vault/curtain.tsx';
import { useVault } from '../vault/vault-store.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { draftDiagnosis } from './diagnoses.tsx';
import { closeWizard, show, type WizardFor } from './view-store.ts';

/** The wizard over the app: what it ends in is the page of the token. */
export function WizardView({ tokenId, orgId, findingId }: WizardFor) {
  const orgs = useTokens((state) => state.orgs);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const first = useTokens((state) => state.tokens.length === 0);
  // The passcode's dialog has a form of its own, so it stands beside the wizard's and not in it.
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Wizard
        tokenId={tokenId}
        orgId={orgId}
        findingId={findingId}
        orgs={orgs}
        keptIn={keptIn}
        saveFoot={first && <CurtainOffer onChoose={() => setChoosing(true)} />}
        diagnose={draftDiagnosis}
        onClose={closeWizard}
        onSaved={(token) => {
          selectToken(token.id);
          closeWizard();
          // Where a token was taken in from a file, the file is what comes next.
          if (findingId === null) show('tokens');
        }}
      />
      {choosing && <PasscodeDialog change="choose" onClose={() => setChoosing(false)} />}
    </>
  );
}
