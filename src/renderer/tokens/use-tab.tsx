import type { Token } from '../../shared/contract/models.ts';
import { Button } from '../ui/button.tsx';

export type CopyAs = 'value' | 'curl' | 'env' | 'terraform' | 'sdk';

/** What is copied, with the value left out: main fills it in on the way to the clipboard. */
const texts = (host: string): readonly (readonly [as: CopyAs, name: string, preview: string])[] => {
  const [org = '', ...base] = host.split('.');
  return [
    ['value', 'Value', '••••••••••••••••••••••••••••••••••••••••••'],
    ['curl', 'curl', `curl -H "Authorization: SSWS ••••" \\\n  https://${host}/api/v1/users/me`],
    ['env', '.env', `OKTA_CLIENT_ORGURL=https://${host}\nOKTA_CLIENT_TOKEN=••••`],
    ['terraform', 'Terraform', `OKTA_ORG_NAME=${org}\nOKTA_BASE_URL=${base.join('.')}\nOKTA_API_TOKEN=••••`],
    ['sdk', 'SDK configuration', `okta:\n  client:\n    orgUrl: https://${host}\n    token: ••••`],
  ];
};

/** Ready texts to copy; the value goes from main to the clipboard and is never on this page. */
export function UseTab({ token, onCopy }: { token: Token; onCopy: (as: CopyAs) => void }) {
  return (
    <>
      <p className="muted">
        The value is filled in on its way to the clipboard, and the clipboard clears after 30 seconds.
      </p>
      {texts(token.orgHost).map(([as, name, preview]) => (
        <section className="card use" key={as}>
          <div className="card-head">
            <h2>{name}</h2>
            <Button onClick={() => onCopy(as)} disabled={!token.readable} aria-label={`Copy ${name}`}>
              Copy
            </Button>
          </div>
          <pre className="mono">{preview}</pre>
        </section>
      ))}
    </>
  );
}
