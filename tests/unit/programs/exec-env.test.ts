import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execEnv } from '../../../src/main/features/programs/exec-env.ts';
import {
  httpsProxyOf,
  withHttpsProxy,
  withoutDoorProxies,
} from '../../../src/main/features/programs/exec-proxies.ts';

const door = { door: 'http://127.0.0.1:4730/a' };
const value = { origin: 'https://acme.okta.com', value: '00x' };
const throughDoor = {
  OKTA_CLIENT_ORGURL: 'http://127.0.0.1:4730/a',
  OKTA_CLIENT_TOKEN: 'keyturn',
  OKTA_CLIENT_AUTHORIZATIONMODE: 'SSWS',
  OKTA_TESTING_DISABLEHTTPSCHECK: 'true',
  no_proxy: '127.0.0.1,localhost',
  NO_PROXY: '127.0.0.1,localhost',
};

describe('one credential', () => {
  it('is the door, and nothing that leads to another org', () => {
    expect(execEnv({ PATH: '/bin', OKTA_API_TOKEN: 'old', Okta_Client_Token: 'old' }, door)).toEqual({
      env: { PATH: '/bin', ...throughDoor },
      hidden: ['OKTA_API_TOKEN', 'Okta_Client_Token'],
    });
  });

  it('is the value at its org, by the names of the SDKs and of Terraform', () => {
    expect(execEnv({ PATH: '/bin', OKTA_CLIENT_SCOPES: 'a b' }, value)).toEqual({
      env: {
        PATH: '/bin',
        OKTA_CLIENT_ORGURL: 'https://acme.okta.com',
        OKTA_CLIENT_TOKEN: '00x',
        OKTA_CLIENT_AUTHORIZATIONMODE: 'SSWS',
        OKTA_API_TOKEN: '00x',
        OKTA_ORG_NAME: 'acme',
        OKTA_BASE_URL: 'okta.com',
      },
      hidden: ['OKTA_CLIENT_SCOPES'],
    });
  });

  it.each([
    ...[
      'OKTA_CLIENT_AUTHORIZATIONMODE',
      'OKTA_CLIENT_CLIENTID',
      'OKTA_CLIENT_PRIVATEKEY',
      'OKTA_CLIENT_SCOPES',
    ],
    ...['OKTA_CLIENT_KEYID', 'OKTA_CLIENT_ACCESSTOKEN', 'OKTA_CLIENT_OAUTHACCESSTOKEN', 'OKTA_CLIENT_DPOP'],
    ...['OKTA_API_CLIENT_ID', 'OKTA_API_PRIVATE_KEY', 'OKTA_API_PRIVATE_KEY_ID', 'OKTA_API_SCOPES'],
    ...[
      'OKTA_ACCESS_TOKEN',
      'OKTA_ORG_NAME',
      'OKTA_BASE_URL',
      'OKTA_HTTP_PROXY',
      'OKTA_DOMAIN',
      'OKTA_TOKEN',
    ],
    ...[
      'OKTA__CLIENT__TOKEN',
      'okta__client__privatekey',
      'okta_api_private_key',
      'okta.client.token',
      'OKTA_OAUTH2_ISSUER',
    ],
    ...['OKTA_TESTING_DISABLEHTTPSCHECK', 'OKTA_WHATEVER_COMES_NEXT'],
  ])('%s is hidden, and said', (name) => {
    for (const way of [door, value]) {
      const { env, hidden } = execEnv({ [name]: 'theirs', PATH: '/bin' }, way);
      expect(Object.values(env)).not.toContain('theirs');
      expect(hidden).toEqual([name]);
      expect(env.OKTA_CLIENT_AUTHORIZATIONMODE).toBe('SSWS');
    }
  });

  it.each([
    ...['OKTA_CLIENT_CONNECTIONTIMEOUT', 'OKTA_CLIENT_REQUESTTIMEOUT', 'OKTA_CLIENT_RATELIMIT_MAXRETRIES'],
    ...['OKTA_CLIENT_LOGGING_ENABLED', 'OKTA_CLIENT_CACHE_ENABLED', 'OKTAGON', 'MY_OKTA_TEAM'],
  ])('%s, which is no credential, stays', (name) => {
    expect(execEnv({ [name]: 'theirs' }, door)).toMatchObject({ env: { [name]: 'theirs' }, hidden: [] });
  });

  it('takes what Java puts before the environment out of its options, and leaves the other options', () => {
    const options = '-Xmx1g -Dokta.client.token=old "-Dokta.client.privateKey=a b" -Dhttp.proxyHost=p';
    expect(execEnv({ JAVA_TOOL_OPTIONS: options, MAVEN_OPTS: '-Xmx2g' }, door)).toMatchObject({
      env: { JAVA_TOOL_OPTIONS: '-Xmx1g -Dhttp.proxyHost=p', MAVEN_OPTS: '-Xmx2g' },
      hidden: ['-Dokta. in JAVA_TOOL_OPTIONS'],
    });
  });

  it("keeps the SDK's own proxy where Okta itself is called, and hides it where the door is", () => {
    const env = { OKTA_CLIENT_PROXY_HOST: 'proxy.acme.com' };
    expect(execEnv(env, value)).toMatchObject({ env, hidden: [] });
    expect(execEnv(env, door).hidden).toEqual(['OKTA_CLIENT_PROXY_HOST']);
  });
});

describe('no proxy stands before the door', () => {
  it.each([
    [{}, '127.0.0.1,localhost'],
    [{ no_proxy: 'a.com' }, 'a.com,127.0.0.1,localhost'],
    [{ NO_PROXY: '.corp, b.com' }, '.corp,b.com,127.0.0.1,localhost'],
    [{ no_proxy: 'a.com', NO_PROXY: 'b.com a.com' }, 'a.com,b.com,127.0.0.1,localhost'],
    [{ No_Proxy: 'a.com' }, 'a.com,127.0.0.1,localhost'],
    [{ no_proxy: 'localhost,127.0.0.1' }, 'localhost,127.0.0.1'],
    [{ no_proxy: '*' }, '*'],
    [{ NO_PROXY: ' a.com , * ' }, '*'],
    [{ no_proxy: '' }, '127.0.0.1,localhost'],
  ])('%o', (before, after) => {
    expect(withoutDoorProxies(before)).toEqual({ no_proxy: after, NO_PROXY: after });
  });

  it('tells global-agent too, where it is used', () => {
    expect(
      withoutDoorProxies({ GLOBAL_AGENT_HTTP_PROXY: 'http://p:1', GLOBAL_AGENT_NO_PROXY: 'a' }),
    ).toMatchObject({
      GLOBAL_AGENT_NO_PROXY: 'a,127.0.0.1,localhost',
    });
  });

  it.each([
    [{ https_proxy: 'http://p:1' }, 'http://p:1/'],
    [{ HTTPS_PROXY: 'proxy.acme.com:3128' }, 'http://proxy.acme.com:3128/'],
    [{ Https_Proxy: 'https://a:b@p' }, 'https://a:b@p/'],
    [{ https_proxy: '', HTTPS_PROXY: 'http://p:1' }, 'http://p:1/'],
    [{ https_proxy: 'socks5://p:1' }, undefined],
    [{ http_proxy: 'http://p:1' }, undefined],
    [{ https_proxy: 'http://' }, undefined],
  ])('finds the proxy for https in %o', (env, proxy) => {
    expect(httpsProxyOf(env)?.href).toBe(proxy);
  });

  it('puts another proxy in every spelling', () => {
    expect(withHttpsProxy({ Https_Proxy: 'x', PATH: '/bin' }, 'http://own')).toEqual({
      PATH: '/bin',
      https_proxy: 'http://own',
      HTTPS_PROXY: 'http://own',
    });
  });
});

it('no environment brings a second credential, another org or a proxy before the door', () => {
  const word = fc.constantFrom(
    'CLIENT',
    'API',
    'TOKEN',
    'PRIVATEKEY',
    'PRIVATE_KEY',
    'ORGURL',
    'ORG_NAME',
    'SCOPES',
    'ID',
    'MODE',
    'X',
  );
  const name = fc
    .tuple(
      fc.constantFrom('OKTA_', 'okta_', 'Okta__', 'OKTA.'),
      fc.array(word, { minLength: 1, maxLength: 3 }),
    )
    .map(([prefix, words]) => prefix + words.join(prefix.includes('.') ? '.' : '_'));
  const other = fc.constantFrom('no_proxy', 'NO_PROXY', 'http_proxy', 'HTTP_PROXY', 'PATH');
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(name, other), fc.constantFrom('theirs', 'a.com,b.com', '')),
      fc.constantFrom(door, value),
      (env, way) => {
        const made = execEnv(env, way);
        const ours = execEnv({}, way).env;
        for (const [key, text] of Object.entries(made.env)) {
          if (key.toUpperCase().startsWith('OKTA')) expect([key, text]).toEqual([key, ours[key]]);
        }
        if ('door' in way)
          for (const key of ['no_proxy', 'NO_PROXY'])
            expect(made.env[key]).toMatch(/127\.0\.0\.1,localhost$/);
        for (const gone of made.hidden) expect(Object.keys(env)).toContain(gone);
      },
    ),
  );
});
