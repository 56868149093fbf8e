import { useEffect, useState } from 'react';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import detailsList from '../ui/details-list.module.css';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { shared } from '../ui/words.ts';
import { LicencesDialog } from './licences-dialog.tsx';
import { words } from './words.ts';

/** Shows the version of Keyturn, what it runs on, and where tokens are kept. */
export function About({ keptIn }: { keptIn: KeptIn | null }) {
  const [rows, setRows] = useState<readonly (readonly [string, string])[]>([]);
  const [licences, setLicences] = useState(false);
  useEffect(() => {
    void bridge.app.info().then((info) => {
      if (!info.ok) return;
      const { version, host, platform, electron, chrome, node } = info.value;
      setRows([
        [words.about.version, version],
        [words.about.host, host],
        [words.about.runsOn, words.about.versions(platform, electron, chrome, node)],
      ]);
    });
  }, []);
  const all = [...rows, [words.about.tokensAre, keptIn?.sentence ?? ''] as const];
  return (
    <section className={cards.card}>
      <div className={cards.head}>
        <h2>{words.about.about}</h2>
        <span className={layout.actions}>
          <Button kind="link" onClick={() => setLicences(true)}>
            {words.licencesDialog.licences}
          </Button>
          <Button kind="link" onClick={() => void bridge.vault.showFolder()}>
            {shared.showFolder}
          </Button>
          <Button
            kind="link"
            onClick={() =>
              void bridge.app.copyText({ text: all.map(([name, value]) => `${name}: ${value}`).join('\n') })
            }
          >
            {pageShared.copyForSupport}
          </Button>
        </span>
      </div>
      <dl className={detailsList.details}>
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {licences && <LicencesDialog onClose={() => setLicences(false)} />}
    </section>
  );
}
