import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execEnv, hiddenNames, type Way } from '../../../src/main/features/programs/exec-env.ts';

const door: Way = { door: 'http://127.0.0.1:4730/a' };
const value: Way = { origin: 'https://acme.okta.com', value: '00new', scheme: 'SSWS' };

describe('one credential', () => {
  const sdk = {
    PATH: '/bin',
    OKTA_CLIENT_ORGURL: 'http://127.0.0.1:4730/a',
    OKTA_CLIENT_ORG_URL: 'http://127.0.0.1:4730/a',
    OKTA_CLIENT_OKTADOMAIN: 'http://127.0.0.1:4730/a',
    OKTA_CLIENT_TOKEN: 'keyturn',
    OKTA_CLIENT_AUTHORIZATIONMODE: 'SSWS',
    OKTA_CLIENT_AUTHORIZATION_MODE: 'SSWS',
    OKTA_CLIENT_DISABLEHTTPSCHECK: 'true',
    OKTA_TESTING_DISABLEHTTPSCHECK: 'true',
    OKTA_TESTING_DISABLE_HTTPS_CHECK: 'true',
    OKTA_TESTING_TESTINGDISABLEHTTPSCHECK: 'true',
    OKTA_TESTING_TESTING_DISABLE_HTTPS_CHECK: 'true',
  };

  it('is reached through the door', () => {
    expect(execEnv({ PATH: '/bin' }, door, 'darwin')).toEqual(sdk);
  });

  it('is an access token under the names of the SDKs and Terraform, and no API token beside it', () => {
    const way: Way = { origin: 'https://acme.okta.com', value: 'eyJ.access', scheme: 'Bearer' };
    expect(execEnv({ PATH: '/bin', OKTA_API_TOKEN: '00other', OKTA_API_PRIVATE_KEY: 'key' }, way)).toEqual({
      PATH: '/bin',
      OKTA_CLIENT_ORGURL: 'https://acme.okta.com',
      OKTA_CLIENT_ORG_URL: 'https://acme.okta.com',
      OKTA_CLIENT_OKTADOMAIN: 'https://acme.okta.com',
      OKTA_CLIENT_AUTHORIZATIONMODE: 'Bearer',
      OKTA_CLIENT_AUTHORIZATION_MODE: 'Bearer',
      OKTA_CLIENT_TOKEN: 'eyJ.access',
      OKTA_ACCESS_TOKEN: 'eyJ.access',
      OKTA_ORG_NAME: 'acme',
      OKTA_BASE_URL: 'okta.com',
    });
  });

  it('is given by value under the names of the SDKs and Terraform, and for https only', () => {
    expect(execEnv({ PATH: '/bin', OKTA_TESTING_DISABLEHTTPSCHECK: 'true' }, value)).toEqual({
      PATH: '/bin',
      OKTA_CLIENT_ORGURL: 'https://acme.okta.com',
      OKTA_CLIENT_ORG_URL: 'https://acme.okta.com',
      OKTA_CLIENT_OKTADOMAIN: 'https://acme.okta.com',
      OKTA_CLIENT_AUTHORIZATIONMODE: 'SSWS',
      OKTA_CLIENT_AUTHORIZATION_MODE: 'SSWS',
      OKTA_CLIENT_TOKEN: '00new',
      OKTA_API_TOKEN: '00new',
      OKTA_ORG_NAME: 'acme',
      OKTA_BASE_URL: 'okta.com',
    });
  });

  // The SDKs of Node, Python, Go, Java and .NET, Terraform's provider in its versions, and Okta's tools read these variables.
  const foreign = [
    'OKTA_CLIENT_AUTHORIZATIONMODE',
    'OKTA_CLIENT_AUTHORIZATION_MODE',
    'OKTA_CLIENT_CLIENTID',
    'OKTA_CLIENT_CLIENT_ID',
    'OKTA_CLIENT_CLIENTASSERTION',
    'OKTA_CLIENT_CLIENT_SECRET',
    'OKTA_CLIENT_PRIVATEKEY',
    'OKTA_CLIENT_PRIVATE_KEY',
    'OKTA_CLIENT_PRIVATE_KEY_ID',
    'OKTA_CLIENT_KEYID',
    'OKTA_CLIENT_KID',
    'OKTA_CLIENT_SCOPES',
    'OKTA_CLIENT_ACCESSTOKEN',
    'OKTA_CLIENT_OAUTH2ACCESSTOKEN',
    'OKTA_CLIENT_DPOP',
    'OKTA_CLIENT_DPOP_PRIVATE_KEY',
    'OKTA_CLIENT_TOKEN',
    'OKTA_CLIENT_ORGURL',
    'OKTA_CLIENT_ORG_URL',
    'OKTA_CLIENT_OKTADOMAIN',
    'OKTA_CLIENT_SOMETHINGNEW',
    'OKTA_API_CLIENT_ID',
    'OKTA_API_PRIVATE_KEY',
    'OKTA_API_PRIVATE_KEY_ID',
    'OKTA_API_SCOPES',
    'OKTA_API_TOKEN',
    'OKTA_API_KEY',
    'OKTA_ACCESS_TOKEN',
    'OKTA_ORG_NAME',
    'OKTA_ORG_URL',
    'OKTA_BASE_URL',
    'OKTA_HTTP_PROXY',
    'OKTA_DOMAIN',
    'OKTA_TOKEN',
    'OKTA_PASSWORD',
    'OKTA_TESTING_DISABLEHTTPSCHECK',
    'OKTA_OAUTH2_CLIENT_SECRET',
    'OKTA_OAUTH2_ISSUER',
    'OKTA_AWSCLI_PRIVATE_KEY',
    'OKTA__CLIENT__TOKEN',
    'OKTA__CLIENT__AUTHORIZATIONMODE',
    'okta__client__clientId',
    'okta_client_token',
    'Okta_Api_Client_Id',
    'okta.client.token',
    'okta.client.authorizationMode',
    'OKTA:CLIENT:PRIVATEKEY',
    'TF_VAR_okta_api_token',
    'TF_VAR_OKTA_PRIVATE_KEY',
  ];

  it.each(foreign)('%s of another one is not there, and is said to be hidden by its name', (name) => {
    for (const way of [door, value]) {
      const before = { PATH: '/bin', [name]: 'another-secret' };
      const after = execEnv(before, way);
      expect(Object.values(after)).not.toContain('another-secret');
      const said = hiddenNames(before, after);
      expect(said).toEqual([name]);
      expect(said.join()).not.toContain('another-secret');
    }
  });

  it.each([
    'OKTA_GROUP_ID',
    'OKTA_GROUP',
    'OKTA_UPDATE',
    'OKTA_DATABASE',
    'OKTA_USER_EMAIL',
    'OKTA_CLIENT_CONNECTIONTIMEOUT',
    'OKTA_CLIENT_CONNECTION_TIMEOUT',
    'OKTA_CLIENT_REQUESTTIMEOUT',
    'OKTA_CLIENT_RATELIMIT_MAXRETRIES',
    'OKTA_CLIENT_RATE_LIMIT_MAX_RETRIES',
    'OKTA_CLIENT_CACHE_ENABLED',
    'OKTA_CLIENT_CACHE_DEFAULTTTL',
    'OKTA_CLIENT_USERAGENT',
    'OKTA_CLIENT_LOGGING_ENABLED',
    'AWS_SECRET_ACCESS_KEY',
    'MYOKTA_TOKEN',
    'TF_VAR_region',
    'COOKTA_TOKEN',
  ])('%s stays, and nothing is said', (name) => {
    for (const way of [door, value]) {
      const after = execEnv({ [name]: 'kept' }, way);
      expect(after[name]).toBe('kept');
      expect(hiddenNames({ [name]: 'kept' }, after)).toEqual([]);
    }
  });

  it.each(['OKTA_CLIENT_PROXY_HOST', 'OKTA_CLIENT_PROXY_PASSWORD', 'okta.client.proxy.hostname'])(
    '%s bypasses the door, and reaches Okta when the program has the value',
    (name) => {
      expect(execEnv({ [name]: 'x' }, door)[name]).toBeUndefined();
      expect(execEnv({ [name]: 'x' }, value)[name]).toBe('x');
    },
  );

  it.each([
    ['-Dokta.client.token=00old', ''],
    ['-Xmx1g -Dokta.client.token=00old -Dx=y', '-Xmx1g -Dx=y'],
    ['-Xmx1g "-Dokta.client.privateKey=a b 00old"', '-Xmx1g'],
    ['-Dokta.client.scopes="a 00old" -Xmx1g', '-Xmx1g'],
    ["-Dokta.client.privateKey='a 00old' -Xmx1g", '-Xmx1g'],
    ['-Dmy.okta.client.token=mine', '-Dmy.okta.client.token=mine'],
  ])('options of a Java virtual machine: %s', (options, left) => {
    for (const name of ['JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'JDK_JAVA_OPTIONS', 'MAVEN_OPTS']) {
      const before = { [name]: options };
      const after = execEnv(before, door);
      expect(after[name]).toBe(left);
      expect(hiddenNames(before, after)).toEqual(options === left ? [] : [`-Dokta… in ${name}`]);
    }
  });

  it('names the hidden variables without characters that a terminal obeys', () => {
    const before = { 'OKTA_CLIENT_\u001b[2J\nTOKEN': 'x' };
    expect(hiddenNames(before, execEnv(before, door))).toEqual(['OKTA_CLIENT_?[2J?TOKEN']);
  });

  it('whatever the case and the separators, no other credential is left and no value is said', () => {
    const part = fc.constantFrom('CLIENT', 'API', 'TOKEN', 'PRIVATE', 'KEY', 'ID', 'SCOPES', 'ORG', 'URL');
    const names = fc
      .tuple(
        fc.constantFrom('CLIENT', 'API'),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('_', '__', '.', ':'),
        fc.infiniteStream(fc.boolean()),
      )
      .map(([family, parts, separator, upper]) =>
        [...['OKTA', family, ...parts].join(separator)]
          .map((letter) => (upper.next().value === true ? letter.toUpperCase() : letter.toLowerCase()))
          .join(''),
      );
    fc.assert(
      fc.property(fc.uniqueArray(names, { maxLength: 8 }), fc.constantFrom(door, value), (all, way) => {
        const before = Object.fromEntries(all.map((name, n) => [name, `other-${n}-secret`]));
        const after = execEnv(before, way);
        expect(Object.values(after).some((text) => /^other-/.test(text ?? ''))).toBe(false);
        expect(hiddenNames(before, after)).toHaveLength(all.length);
        expect(hiddenNames(before, after).join()).not.toContain('secret');
      }),
    );
  });
});

describe('the loopback without a proxy', () => {
  const lists = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') => {
    const after = execEnv(env, door, platform);
    expect(after.no_proxy).toBe(after.NO_PROXY);
    return after.no_proxy;
  };

  it.each([
    [{}, '127.0.0.1,localhost'],
    [{ https_proxy: 'http://p:1' }, '127.0.0.1,localhost'],
    [{ no_proxy: '' }, '127.0.0.1,localhost'],
    [{ no_proxy: 'corp.example' }, 'corp.example,127.0.0.1,localhost'],
    [{ NO_PROXY: 'corp.example' }, 'corp.example,127.0.0.1,localhost'],
    [{ no_proxy: 'a.example', NO_PROXY: 'b.example' }, 'a.example,b.example,127.0.0.1,localhost'],
    [
      { no_proxy: 'a.example , .b.example  10.0.0.0/8' },
      'a.example,.b.example,10.0.0.0/8,127.0.0.1,localhost',
    ],
    [{ no_proxy: 'localhost,127.0.0.1' }, 'localhost,127.0.0.1'],
    [{ no_proxy: '127.0.0.1:8080' }, '127.0.0.1:8080,127.0.0.1,localhost'],
    [{ no_proxy: '*' }, '*'],
    [{ NO_PROXY: ' * ', no_proxy: 'a.example' }, '*'],
    [{ no_proxy: 'a.example,*' }, 'a.example,*,127.0.0.1,localhost'],
  ])('%j', (env, expected) => {
    expect(lists(env)).toBe(expected);
  });

  it('ignores the case of a name on Windows', () => {
    const after = execEnv({ No_Proxy: 'a.example', HTTPS_PROXY: 'http://p:1' }, door, 'win32');
    expect(Object.keys(after).filter((name) => /no_proxy/i.test(name))).toEqual(['no_proxy', 'NO_PROXY']);
    expect(after.NO_PROXY).toBe('a.example,127.0.0.1,localhost');
  });

  it('says nothing on a Mac or Windows without a proxy, because Python then stops asking the system for one', () => {
    expect(execEnv({ PATH: '/bin' }, door, 'darwin').no_proxy).toBeUndefined();
    expect(lists({ no_proxy: 'x' }, 'darwin')).toBe('x,127.0.0.1,localhost');
    expect(lists({ ALL_PROXY: 'socks5://x' }, 'win32')).toBe('127.0.0.1,localhost');
  });

  it('reaches Okta as before when the program has the value', () => {
    const env = { no_proxy: 'a', https_proxy: 'http://p:1', NO_PROXY: 'b' };
    expect(execEnv(env, value)).toMatchObject(env);
  });

  it('is added to other lists of names when they are set', () => {
    const env = {
      GLOBAL_AGENT_NO_PROXY: '*.corp.example',
      JAVA_TOOL_OPTIONS: '-Dhttp.proxyHost=p "-Dhttp.nonProxyHosts=*.corp|x"',
      MAVEN_OPTS: '-Dhttp.nonProxyHosts=*.corp -Xmx1g',
    };
    expect(execEnv(env, door)).toMatchObject({
      GLOBAL_AGENT_NO_PROXY: '*.corp.example,127.0.0.1,localhost',
      JAVA_TOOL_OPTIONS: '-Dhttp.proxyHost=p "-Dhttp.nonProxyHosts=127.0.0.1|localhost|*.corp|x"',
      MAVEN_OPTS: '-Dhttp.nonProxyHosts=127.0.0.1|localhost|*.corp -Xmx1g',
    });
    expect(execEnv({}, door)).not.toHaveProperty('GLOBAL_AGENT_NO_PROXY');
  });

  it('keeps the earlier entries, each once', () => {
    const entry = fc.stringMatching(/^[a-z0-9.:/*[\]-]{1,12}$/);
    const list = fc.array(entry, { maxLength: 6 }).map((all) => all.join(','));
    fc.assert(
      fc.property(list, list, (lower, upper) => {
        const got = (lists({ no_proxy: lower, NO_PROXY: upper }) ?? '').split(',');
        if (lower === '*' || upper === '*') return;
        const before = `${lower},${upper}`.split(',').filter((one) => one !== '');
        for (const one of [...before, '127.0.0.1', 'localhost']) expect(got).toContain(one);
        expect(new Set(got).size).toBe(got.length);
      }),
    );
  });
});
