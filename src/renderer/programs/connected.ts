import type { FilledForApp, Tool } from '../../shared/connect/tool.ts';
import type { Door } from '../../shared/contract/programs.ts';
import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { series } from '../../shared/listed.ts';
import { words } from './words.ts';

/** The credential that tools use, and what copies its secret. */
export type Connected =
  | {
      readonly kind: 'token';
      readonly token: Token;
      /** Lets main copy the value. */
      readonly onCopyValue: () => void;
    }
  | {
      readonly kind: 'app';
      readonly app: ServiceApp;
      /** Called with the time until which a secret is on the clipboard (milliseconds since 1970). */
      readonly onCopied: (clearsAt: number) => void;
    };

/** What the page of a tool shows for one credential. */
export interface ToolFacts {
  readonly id: string;
  readonly value: Tool['value'];
  readonly facts: readonly (readonly [name: string, text: string])[];
  /** The lines that can be filled in, with their purpose. */
  readonly lines: readonly { readonly name: string; readonly text: string }[];
  /** What must be allowed first. Empty when nothing is missing. */
  readonly notYet: string;
}

/** Returns what the page of a tool shows for a token or an app. `at` is its address at the door, or null while programs may not use it. Pure. */
export function toolFacts(tool: Tool, connected: Connected, door: Door, at: string | null): ToolFacts {
  const of = connected.kind === 'token' ? connected.token : connected.app;
  const filled = { origin: `https://${of.orgHost}`, alias: door.alias, door: at };
  const { value } = connected.kind === 'token' ? tool : tool.app;
  const named =
    connected.kind === 'token'
      ? tool.lines.map(({ name, text }) => ({ name, text: text(filled) }))
      : tool.app.lines.map(({ name, text }) => ({ name, text: text(ofApp(connected.app, filled)) }));
  const lines = named.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
  const said = words.toolPage.of[connected.kind];
  const facts =
    connected.kind === 'token'
      ? [
          [words.toolPage.needs, tool.needs],
          [words.toolPage.role, tool.role],
          [words.toolPage.oauth, tool.oauth],
        ]
      : [
          [words.toolPage.needs, tool.app.needs],
          [words.toolPage.role, tool.role],
          [
            words.toolPage.scopes,
            connected.app.plan === null ? words.toolPage.jobNotKnown : series(connected.app.plan.scopes),
          ],
        ];
  const usesExec = lines.some(({ text }) => text.startsWith('keyturn exec'));
  return {
    id: of.id,
    value,
    facts: [[said.where, said.whereIs[value]], ...(facts as [string, string][])],
    lines,
    notYet:
      value === 'stays in Keyturn'
        ? door.open
          ? ''
          : said.notYet
        : usesExec && !(door.open && door.value)
          ? said.valueNotYet
          : '',
  };
}

const ofApp = (app: ServiceApp, filled: Omit<FilledForApp, 'clientId' | 'kid' | 'scopes'>): FilledForApp => ({
  ...filled,
  clientId: app.clientId ?? '',
  kid: app.kid,
  scopes: app.plan?.scopes ?? [],
});
