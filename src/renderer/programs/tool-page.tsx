import { ArrowLeft, Copy } from 'lucide-react';
import type { Tool } from '../../shared/connect/tool.ts';
import type { Door } from '../../shared/contract/programs.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { type Connected, toolFacts } from './connected.ts';
import { FirstCallCheck } from './first-call.tsx';
import styles from './programs.module.css';
import { words } from './words.ts';

interface ToolPageProps {
  readonly tool: Tool;
  readonly connected: Connected;
  readonly door: Door;
  /** The credential's address at the door. Null while programs may not use it. */
  readonly at: string | null;
  readonly onBack: () => void;
}

/** Shows what one tool needs, the smallest role and scopes, the lines to copy, and the check that its first call arrived. */
export function ToolPage({ tool, connected, door, at, onBack }: ToolPageProps) {
  const { id, value, facts, lines, notYet } = toolFacts(tool, connected, door, at);
  const usesExec = lines.some(({ text }) => text.startsWith('keyturn exec'));
  return (
    <>
      <div>
        <Button kind="link" onClick={onBack}>
          <Icon of={ArrowLeft} points />
          {words.toolPage.back}
        </Button>
        <h2>{tool.name}</h2>
      </div>
      <dl className={styles.toolFacts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {notYet !== '' && <p className={`${typography.attention} ${typography.small}`}>{notYet}</p>}
      {lines.map(({ name, text }) => (
        <div key={name}>
          <div className={layout.row}>
            <h3 className={layout.grow}>{name}</h3>
            <Button
              kind="link"
              aria-label={words.toolPage.linesOf(name)}
              onClick={() => void bridge.app.copyText({ text })}
            >
              <Icon of={Copy} />
              {shared.copy}
            </Button>
          </div>
          <pre className={`${styles.lines} ${typography.mono} ${typography.selectable}`}>
            {text.trimEnd()}
          </pre>
        </div>
      ))}
      {connected.kind === 'token' && value === 'leaves this computer' && !usesExec && (
        <div>
          <h3>{words.toolPage.value}</h3>
          <div className={layout.row}>
            <p className={`${layout.grow} ${typography.muted} ${typography.small}`}>
              {words.toolPage.whatCopyDoes}
            </p>
            <Button onClick={connected.onCopyValue} disabled={!connected.token.readable}>
              {words.toolPage.copyValue}
            </Button>
          </div>
        </div>
      )}
      {connected.kind === 'app' && tool.app.copies.length > 0 && (
        <CopyKey connected={connected} copies={tool.app.copies} />
      )}
      <FirstCallCheck tokenId={id} kind={connected.kind} />
      <details className={typography.small}>
        <summary>{words.toolPage.sources}</summary>
        <ul className={`${styles.parents} ${typography.selectable}`}>
          {tool.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Lets main copy the private key, or a configuration with it, for a tool that must be given the key. */
function CopyKey({
  connected: { app, onCopied },
  copies,
}: {
  readonly connected: Extract<Connected, { kind: 'app' }>;
  readonly copies: Tool['app']['copies'];
}) {
  const { failure, run } = useCall();
  const copy = async (as: (typeof copies)[number]) => {
    const copied = await run(withProof(() => bridge.service.copy({ appId: app.id, as })));
    if (copied !== null) onCopied(copied.clearsAt);
  };
  return (
    <div>
      <h3>{words.toolPage.privateKey}</h3>
      <FailureNote failure={failure} />
      <div className={layout.row}>
        <p className={`${layout.grow} ${typography.muted} ${typography.small}`}>
          {words.toolPage.whatCopyKeyDoes}
        </p>
        {copies.map((as) => (
          <Button key={as} onClick={() => void copy(as)} disabled={!app.readable || app.plan === null}>
            {words.toolPage.copies[as]}
          </Button>
        ))}
      </div>
    </div>
  );
}
