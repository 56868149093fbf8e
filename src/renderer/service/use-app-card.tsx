import type { ServiceApp, ServiceCopy } from '../../shared/contract/service.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { words } from './words.ts';

const copies: readonly (readonly [as: ServiceCopy, words: string])[] = [
  ['key', words.useAppCard.copyPrivateKey],
  ['env', words.useAppCard.copyEnv],
  ['terraform', words.useAppCard.copyTerraform],
  ['sdk', words.useAppCard.copySdkConfiguration],
];

/** Lets the person copy the app's key, or a configuration with the key. */
export function UseAppCard({
  app: { id: appId, tokenId },
  onCopied,
}: {
  readonly app: ServiceApp;
  /** Called with the time until which a secret is on the clipboard (milliseconds since 1970). */
  readonly onCopied: (clearsAt: number) => void;
}) {
  const { failure, run } = useCall();
  const copy = async (as: ServiceCopy) => {
    const copied = await run(withProof(() => bridge.service.copy({ appId, as })));
    if (copied !== null) onCopied(copied.clearsAt);
  };
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <h2>{words.useAppCard.useIt}</h2>
      <p className={typography.muted}>
        {tokenId === null ? words.useAppCard.howToUse : words.useAppCard.howToUseInstead}
      </p>
      <FailureNote failure={failure} />
      <div className={layout.actions}>
        {copies.map(([as, words]) => (
          <Button key={as} onClick={() => void copy(as)}>
            {words}
          </Button>
        ))}
      </div>
    </section>
  );
}
