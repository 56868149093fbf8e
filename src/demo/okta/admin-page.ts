import type { ServerResponse } from 'node:http';
import { adminHtml, escaped, sendAdminPage } from './admin-html.ts';
import type { Visit } from './admin-visit.ts';
import type { FakeToken } from './model.ts';
import { serviceAppPage, serviceAppPath } from './service-app-page.ts';
import type { FakeOrg } from './state.ts';

/** The path of the page that issues tokens, as in Okta. */
export const tokensPath = '/admin/access/api/tokens';

const script = `
  document.getElementById('copy')?.addEventListener('click', () => {
    const field = document.getElementById('value');
    field.select();
    document.execCommand('copy');
    document.getElementById('copied').textContent = 'Copied';
  });`;

function html(org: FakeOrg, once: { name: string; value: string } | null, nonce: string): string {
  const owners = org.users
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ profile, roles }) => {
      const held = roles.map(({ label }) => label).join(', ') || 'no admin role';
      return `<option value="${escaped(profile.login)}"${profile.login.startsWith('svc-terraform') ? ' selected' : ''}>${escaped(profile.login)}: ${escaped(held)}</option>`;
    });
  const choices = [...networkChoices(org)].map(
    ([value, { label }]) => `<option value="${value}">${escaped(label)}</option>`,
  );
  const rows = org.tokens.map(
    ({ id, name, userId, expiresAt }) =>
      `<tr><td>${escaped(name)}</td><td>${escaped(org.user(userId).profile.login)}</td><td>${new Date(expiresAt).toISOString().slice(0, 10)}</td><td><form method="post"><input type="hidden" name="revoke" value="${id}"><button aria-label="Revoke ${escaped(name)}">Revoke</button></form></td></tr>`,
  );
  const shown =
    once === null
      ? ''
      : `<section class="once" role="status"><h2>Token created successfully</h2><p>This is the only time you see the value of ${escaped(once.name)}.</p><label for="value">Token Value</label><input id="value" readonly value="${once.value}"><button id="copy" type="button">Copy to clipboard</button> <span id="copied"></span></section>`;
  const main = `<h1>API tokens</h1>${shown}
<form method="post"><h2>Create token</h2>
<label for="owner">Signed in as</label><select id="owner" name="owner">${owners.join('')}</select>
<label for="name">What do you want your token to be named?</label><input id="name" name="name" required maxlength="100">
<label for="zone">API calls made with this token must originate from</label><select id="zone" name="zone">${choices.join('')}</select>
<button>Create token</button></form>
<section><h2>Tokens</h2><table><tr><th>Name</th><th>Owner</th><th>Expires</th><th></th></tr>${rows.join('')}</table></section>
<form action="${serviceAppPath}"><h2>Programs that call Okta for themselves</h2><button>API Services apps</button></form>`;
  return adminHtml({ org, title: 'API tokens', where: 'Security, API, Tokens', main, script, nonce });
}

/** Returns the networks for a token's calls, as the Admin Console offers them, one zone at a time; keyed by the option's value. */
function networkChoices(org: FakeOrg): Map<string, { label: string; network: FakeToken['network'] }> {
  const zones = (include: string[], exclude: string[]) => ({ connection: 'ZONE' as const, include, exclude });
  return new Map([
    ['', { label: 'Any IP', network: { connection: 'ANYWHERE', include: [], exclude: [] } }],
    ['ALL', { label: 'In any network zone defined in Okta', network: zones(['ALL_ZONES'], []) }],
    ...org.zones.flatMap(({ id, name }): [string, { label: string; network: FakeToken['network'] }][] => [
      [id, { label: `In the network zone ${name}`, network: zones([id], []) }],
      [`-${id}`, { label: `Not in the network zone ${name}`, network: zones([], [id]) }],
    ]),
  ]);
}

/** Returns whether the form names a token to revoke, or everything a new token needs. */
function wellFormed(form: URLSearchParams, org: FakeOrg): boolean {
  if (form.has('revoke')) return true;
  return (
    (form.get('name') ?? '').trim() !== '' &&
    org.users.some(({ profile }) => profile.login === form.get('owner')) &&
    networkChoices(org).has(form.get('zone') ?? '')
  );
}

/**
 * The Admin Console's page of API tokens in its smallest form: it issues a token and shows its value once. The page of API Services apps is
 * beside it.
 */
export function adminPage(visit: Visit, response: ServerResponse): void {
  const { method, url, body, org } = visit;
  if (url.pathname === serviceAppPath) {
    serviceAppPage(visit, response);
    return;
  }
  if (url.pathname !== tokensPath) {
    response.writeHead(302, { location: tokensPath }).end();
    return;
  }
  let once: { name: string; value: string } | null = null;
  if (method === 'POST' && wellFormed(new URLSearchParams(body), org)) {
    const form = new URLSearchParams(body);
    const revoked = form.get('revoke');
    if (revoked !== null) {
      org.revoke(revoked);
    } else {
      const choice = networkChoices(org).get(form.get('zone') ?? '');
      once = org.issueToken({
        owner: form.get('owner') ?? '',
        name: form.get('name') ?? '',
        ...(choice === undefined ? {} : { network: choice.network }),
      });
    }
  }
  sendAdminPage(response, (nonce) => html(org, once, nonce));
}
