import { escaped } from './admin-html.ts';
import { publicJwkFrom, type ServiceApp } from './service-apps.ts';
import type { FakeOrg } from './state.ts';

/** Returns the public keys of each API Services app for the Admin Console: add, activate, deactivate and delete, as under Client Credentials. */
export function keysHtml(org: FakeOrg): string {
  return org.serviceApps.map(keysOf).join('\n');
}

function keysOf(app: ServiceApp): string {
  const act = (kid: string, what: string, label: string) =>
    `<form method="post"><input type="hidden" name="app" value="${app.id}"><input type="hidden" name="kid" value="${escaped(kid)}"><button name="key" value="${what}" aria-label="${label} ${escaped(kid)}">${label}</button></form>`;
  const rows = app.keyEntries.map(({ jwk: { kid = '' }, active }) => {
    // Okta deletes only an inactive key.
    const acts = active
      ? act(kid, 'deactivate', 'Deactivate')
      : act(kid, 'activate', 'Activate') + act(kid, 'delete', 'Delete');
    return `<tr><td><code>${escaped(kid)}</code></td><td>${active ? 'Active' : 'Inactive'}</td><td>${acts}</td></tr>`;
  });
  return `<section><h2>Public keys of ${escaped(app.name)}</h2><table><tr><th>Key ID</th><th>Status</th><th></th></tr>${rows.join('')}</table>
<form method="post"><input type="hidden" name="app" value="${app.id}"><label for="key-${app.id}">Public key (JWK) to add</label><textarea id="key-${app.id}" name="jwk" required spellcheck="false"></textarea>
<button name="key" value="add" aria-label="Add key to ${escaped(app.name)}">Add key</button></form></section>`;
}

/** Changes the keys of an app as a form of `keysHtml` asks. Returns null, or a sentence that says why it did not. */
export function changeKeys(form: URLSearchParams, org: FakeOrg): string | null {
  const app = org.serviceApps.find(({ id }) => id === form.get('app'));
  if (app === undefined) return 'There is no such app.';
  const what = form.get('key');
  if (what === 'add') {
    const read = publicJwkFrom(form.get('jwk') ?? '');
    if ('problem' in read) return read.problem;
    if (app.keys.some(({ kid }) => kid === read.jwk.kid))
      return 'The app has a key with this Key ID already.';
    app.addKey(read.jwk);
    return null;
  }
  const kid = form.get('kid') ?? '';
  if (!app.keys.some((key) => key.kid === kid)) return 'The app has no such key.';
  if (what === 'activate' || what === 'deactivate') {
    app.setKeyActive(kid, what === 'activate');
    return null;
  }
  if (what !== 'delete') return 'This page cannot do that to a key.';
  if (app.activeKeys.some((key) => key.kid === kid)) return 'Only an inactive key can be deleted.';
  app.deleteKey(kid);
  return null;
}
