import { ArrowLeft, Copy } from 'lucide-react';
import type { Tool } from '../../shared/connect/tool.ts';
import type { Door } from '../../shared/contract/programs.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { FirstCallCheck } from './first-call.tsx';
import styles from './programs.module.css';
import { words } from './words.ts';

interface ToolPageProps {
  readonly tool: Tool;
  readonly token: Token;
  readonly door: Door;
  /** The token's address at the door. Null while programs may not use it. */
  readonly at: string | null;
  readonly onCopyValue: () => void;
  readonly onBack: () => void;
}

/** Shows what one tool needs, the smallest role and scopes, the lines to copy, and the check that its first call arrived. */
export function ToolPage({ tool, token, door, at, onCopyValue, onBack }: ToolPageProps) {
  const filled = { origin: `https://${token.orgHost}`, alias: door.alias, door: at };
  const facts = [
    [words.toolPage.where, words.toolPage.whereIs[tool.value]],
    [words.toolPage.needs, tool.needs],
    [words.toolPage.role, tool.role],
    [words.toolPage.oauth, tool.oauth],
  ] as const;
  const usesExec = tool.lines.some(({ text }) => text(filled)?.startsWith('keyturn exec') === true);
  const notYet =
    tool.value === 'stays in Keyturn' && !door.open
      ? words.toolPage.notYet
      : usesExec && tool.value !== 'stays in Keyturn' && !(door.open && door.value)
        ? words.toolPage.valueNotYet
        : '';
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
      {tool.lines.map(({ name, text }) => {
        const lines = text(filled);
        return lines === null ? null : (
          <div key={name}>
            <div className={layout.row}>
              <h3 className={layout.grow}>{name}</h3>
              <Button
                kind="link"
                aria-label={words.toolPage.linesOf(name)}
                onClick={() => void bridge.app.copyText({ text: lines })}
              >
                <Icon of={Copy} />
                {shared.copy}
              </Button>
            </div>
            <pre className={`${styles.lines} ${typography.mono} ${typography.selectable}`}>
              {lines.trimEnd()}
            </pre>
          </div>
        );
      })}
      {tool.value === 'leaves this computer' && !usesExec && (
        <div>
          <h3>{words.toolPage.value}</h3>
          <div className={layout.row}>
            <p className={`${layout.grow} ${typography.muted} ${typography.small}`}>
              {words.toolPage.whatCopyDoes}
            </p>
            <Button onClick={onCopyValue} disabled={!token.readable}>
              {words.toolPage.copyValue}
            </Button>
          </div>
        </div>
      )}
      <FirstCallCheck tokenId={token.id} />
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
