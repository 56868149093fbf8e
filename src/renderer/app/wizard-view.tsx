import { selectToken, useTokens } from '../tokens/tokens-store.ts';
import { useVault } from '../vault/vault-store.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { draftDiagnosis } from './diagnoses.tsx';
import { closeWizard, show } from './view-store.ts';

/** The wizard over the app: what it ends in is the page of the token. */
export function WizardView({
  tokenId,
  orgId,
}: {
  readonly tokenId: string | null;
  readonly orgId: string | null;
}) {
  const orgs = useTokens((state) => state.orgs);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  return (
    <Wizard
      tokenId={tokenId}
      orgId={orgId}
      orgs={orgs}
      keptIn={keptIn}
      diagnose={draftDiagnosis}
      onClose={closeWizard}
      onSaved={(token) => {
        selectToken(token.id);
        closeWizard();
        show('tokens');
      }}
    />
  );
}
