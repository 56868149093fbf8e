import type { ServerResponse } from 'node:http';
import { adminHtml, escaped, sendAdminPage } from './admin-html.ts';
import type { Visit } from './admin-visit.ts';
import { changeKeys, keysHtml } from './service-app-keys.ts';
import { isOktaScope, publicJwkFrom, roleLabels, type ServiceApp } from './service-apps.ts';
import type { FakeOrg } from './state.ts';

/** The path of the page. */
export const serviceAppPath = '/admin/apps/active';

/** The roles that the page offers; '' is none. */
const offered = ['', 'READ_ONLY_ADMIN', 'HELP_DESK_ADMIN', 'ORG_ADMIN', 'SUPER_ADMIN'];

/** The result of a form: an app, or a sentence that says why there is none. */
type Outcome = { readonly app: ServiceApp } | { readonly problem: string } | { readonly keys: string | null };

function create(form: URLSearchParams, org: FakeOrg): Outcome {
  const name = (form.get('name') ?? '').trim();
  if (name === '') return { problem: 'The app needs a name.' };
  const read = publicJwkFrom(form.get('jwk') ?? '');
  if ('problem' in read) return read;
  const scopes = [...new Set((form.get('scopes') ?? '').split(/\s+/).filter((scope) => scope !== ''))];
  const unknown = scopes.find((scope) => !isOktaScope(scope));
  if (unknown !== undefined) return { problem: `${unknown} is no scope of the Okta API.` };
  const type = form.get('role') ?? '';
  if (!offered.includes(type)) return { problem: `${type} is no role this page gives.` };
  const roles = type === '' ? [] : [{ type }];
  return { app: org.addServiceApp({ name, jwk: read.jwk, scopes, roles, dpop: form.has('dpop') }) };
}

const script = `
  document.getElementById('copy')?.addEventListener('click', () => {
    const field = document.getElementById('client-id');
    field.select();
    document.execCommand('copy');
    document.getElementById('copied').textContent = 'Copied';
  });`;

function shown(outcome: Outcome | null): string {
  if (outcome === null) return '';
  if ('problem' in outcome) {
    return `<section class="wrong" role="alert"><h2>The app was not created</h2><p>${escaped(outcome.problem)}</p></section>`;
  }
  if ('keys' in outcome) {
    return outcome.keys === null
      ? '<section role="status"><h2>The keys were changed</h2></section>'
      : `<section class="wrong" role="alert"><h2>The keys were not changed</h2><p>${escaped(outcome.keys)}</p></section>`;
  }
  const { clientId, name, keys } = outcome.app;
  return `<section class="once" role="status"><h2>${escaped(name)} was created</h2><label for="client-id">Client ID</label><input id="client-id" readonly value="${clientId}"><p>Key ID: <code id="kid">${escaped(keys[0]?.kid ?? '')}</code></p><button id="copy" type="button">Copy to clipboard</button> <span id="copied"></span></section>`;
}

function html(org: FakeOrg, form: URLSearchParams, outcome: Outcome | null, nonce: string): string {
  // The typed text stays while it contains an error.
  const kept = outcome !== null && 'problem' in outcome ? form : new URLSearchParams({ dpop: 'on' });
  const value = (name: string) => escaped(kept.get(name) ?? '');
  const roles = offered.map(
    (type) =>
      `<option value="${type}"${kept.get('role') === type ? ' selected' : ''}>${roleLabels[type] ?? 'No role'}</option>`,
  );
  const rows = org.serviceApps.map(
    (app) =>
      `<tr><td>${escaped(app.name)}</td><td><code>${app.clientId}</code></td><td>${escaped(app.scopes.join(' '))}</td><td>${app.active ? 'Active' : 'Inactive'}</td></tr>`,
  );
  const main = `<h1>API Services apps</h1>${shown(outcome)}
<form method="post"><h2>Create app</h2>
<label for="name">App integration name</label><input id="name" name="name" required maxlength="100" value="${value('name')}">
<label for="jwk">Public key (JWK)</label><textarea id="jwk" name="jwk" required spellcheck="false">${value('jwk')}</textarea>
<label for="scopes">Okta API scopes to grant, with spaces between them</label><input id="scopes" name="scopes" spellcheck="false" value="${value('scopes')}">
<label for="role">Admin role</label><select id="role" name="role">${roles.join('')}</select>
<label for="dpop"><input id="dpop" name="dpop" type="checkbox"${kept.has('dpop') ? ' checked' : ''}>Require DPoP</label>
<button>Create app</button></form>
<section><h2>Apps</h2><table><tr><th>Name</th><th>Client ID</th><th>Scopes</th><th>Status</th></tr>${rows.join('')}</table></section>
${keysHtml(org)}
<form action="/admin/access/api/tokens"><h2>Tokens of people</h2><button>API tokens</button></form>`;
  return adminHtml({
    org,
    title: 'API Services apps',
    where: 'Applications, API Services',
    main,
    script,
    nonce,
  });
}

/**
 * The Admin Console's dialog for API Services apps on one page: name, key, scopes, role and DPoP. It shows the client id of the new app. The
 * public keys of each app are below.
 */
export function serviceAppPage({ method, body, org }: Visit, response: ServerResponse): void {
  const form = new URLSearchParams(body);
  const outcome =
    method !== 'POST' ? null : form.has('key') ? { keys: changeKeys(form, org) } : create(form, org);
  sendAdminPage(response, (nonce) => html(org, form, outcome, nonce));
}
