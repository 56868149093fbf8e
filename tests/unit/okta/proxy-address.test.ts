import { describe, expect, it } from 'vitest';
import { fromPac, isExempt, proxyFor } from '../../../src/main/okta/proxy.ts';
import { readProxyAddress } from '../../../src/main/okta/proxy-address.ts';

describe('the address of a proxy', () => {
  it.each([
    ['http://proxy.example.com:8080', 'http://proxy.example.com:8080'],
    ['https://proxy.example.com', 'https://proxy.example.com'],
    ['HTTP://PROXY:8080/', 'HTTP://PROXY:8080/'],
    ['proxy.example.com:8080', 'http://proxy.example.com:8080'],
    ['10.0.0.1:3128', 'http://10.0.0.1:3128'],
    ['localhost:3128', 'http://localhost:3128'],
    ['[::1]:3128', 'http://[::1]:3128'],
    ['ann:s3cret@proxy:8080', 'http://ann:s3cret@proxy:8080'],
    ['http://ann:p@ss@proxy:8080', 'http://ann:p@ss@proxy:8080'],
    ['http://ann:100%@proxy:8080', 'http://ann:100%@proxy:8080'],
    ['http://ACME%5Cann:x@proxy:8080', 'http://ACME%5Cann:x@proxy:8080'],
    ['  http://proxy:8080\r\n', 'http://proxy:8080'],
    ['\uFEFFhttp://proxy:8080\u200B', 'http://proxy:8080'],
    ['"http://proxy:8080"', 'http://proxy:8080'],
    ['<http://proxy:8080>', 'http://proxy:8080'],
    ['(http://proxy:8080)', 'http://proxy:8080'],
    ['http://proxy:8080.', 'http://proxy:8080'],
    ['proxy:8080,', 'http://proxy:8080'],
    ['//proxy:8080', 'http://proxy:8080'],
    ['http:///proxy:8080', 'http://proxy:8080'],
    ['http：//proxy：８０８０', 'http://proxy:8080'],
    ['https_proxy=http://proxy:8080', 'http://proxy:8080'],
    ['export HTTPS_PROXY="http://proxy:8080"', 'http://proxy:8080'],
    ['set HTTP_PROXY=proxy:8080', 'http://proxy:8080'],
    ["$env:HTTPS_PROXY = 'http://proxy:8080'", 'http://proxy:8080'],
    ['--proxy http://proxy:8080', 'http://proxy:8080'],
    ['-x proxy:8080', 'http://proxy:8080'],
    ['PROXY proxy:8080', 'http://proxy:8080'],
    ['PROXY proxy:8080; DIRECT', 'http://proxy:8080'],
    // Of the list of Windows, the proxy for https is the one that a call to Okta meets.
    ['http=a:80;https=b:443;ftp=c:21', 'http://b:443'],
    ['https=proxy:8080', 'http://proxy:8080'],
    ['http://ann lee:a b@proxy:8080', 'http://ann%20lee:a%20b@proxy:8080'],
    ['http://ann:a:b@proxy:8080', 'http://ann:a:b@proxy:8080'],
    ['http://ann:"&\'@proxy:8080', 'http://ann:"&\'@proxy:8080'],
    ['http://[2001:db8::1]:8080', 'http://[2001:db8::1]:8080'],
    ['proxy.exämple.de:8080', 'http://proxy.exämple.de:8080'],
  ])('%j is read', (typed, url) => {
    expect(readProxyAddress(typed)).toEqual({ url });
  });

  it.each([
    ['', 'not-one'],
    ['proxy', 'not-one'],
    ['http://', 'not-one'],
    ['http//proxy:8080', 'not-one'],
    ['http:proxy:8080', 'not-one'],
    ['https:8080', 'not-one'],
    ['ftp://proxy:21', 'not-one'],
    ['proxy 8080', 'not-one'],
    ['proxy;8080', 'not-one'],
    ['HTTPS proxy:443', 'not-one'],
    ['http=proxy:80', 'not-one'],
    ['proxy:80;proxy2:80', 'not-one'],
    ['http://a:8080, http://b:8080', 'not-one'],
    ['http://proxy:', 'not-one'],
    ['http://proxy:0', 'not-one'],
    ['http://*.example.com:8080', 'not-one'],
    ['http://http//proxy:8080', 'not-one'],
    ['http:/proxy:8080', 'not-one'],
    ['http://name:password@host:port', 'not-one'],
    ['$HTTPS_PROXY', 'not-one'],
    ['http://%HTTP_PROXY%', 'not-one'],
    ['DIRECT', 'not-one'],
    ['quic://proxy:443', 'not-one'],
    ['10.0.0.256:8080', 'not-one'],
    ['proxy.example.com port 8080', 'not-one'],
    ['2001:db8::1:8080', 'brackets'],
    ['http://::1:3128', 'brackets'],
    ['fe80::1', 'brackets'],
    ['socks5h://ann:x@proxy:1080', 'socks'],
    ['HTTPS_PROXY=socks5://proxy:1080', 'socks'],
    ['pac+http://wpad/wpad.dat', 'path'],
    ['file:///etc/proxy.pac', 'path'],
    ['wpad.dat', 'path'],
    ['http://proxy:99999', 'not-one'],
    ['http://http://proxy:8080', 'not-one'],
    ['socks5://127.0.0.1:1080', 'socks'],
    ['SOCKS 127.0.0.1:1080', 'socks'],
    // Each of these would call the host before the sign.
    ['http://ACME\\ann:x@proxy:8080', 'signs'],
    ['http://ann:a/b@proxy:8080', 'signs'],
    ['http://ann:a#b@proxy:8080', 'signs'],
    ['http://ann:a?b@proxy:8080', 'signs'],
    ['http://proxy\\x:8080', 'signs'],
    ['http://wpad/wpad.dat', 'path'],
    ['http://proxy:8080/proxy.pac', 'path'],
    ['http://proxy:8080?x=1', 'path'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(readProxyAddress(typed)).toEqual({ fault });
  });

  it('of the environment calls no other host, and may have a path', async () => {
    const before = process.env.https_proxy;
    const ofEnvironment = (value: string) => {
      process.env.https_proxy = value;
      return proxyFor('https://acme.okta.com', { proxy: { mode: 'system' }, extraCaPem: null });
    };
    try {
      expect((await ofEnvironment('proxy'))?.host).toBe('proxy');
      expect((await ofEnvironment('http://proxy:8080/x'))?.host).toBe('proxy:8080');
      await expect(ofEnvironment('http://ACME\\ann:x@proxy:8080')).rejects.toThrow(/\\ as %5C/);
      // Each of these is a mistake, and would call a host of that name.
      for (const wrong of ['http//proxy:8080', 'http=proxy:80', 'http://a:80,http://b:80', ' ']) {
        await expect(ofEnvironment(wrong)).rejects.toThrow(/not the address of an HTTP proxy/);
      }
      await expect(ofEnvironment('socks5h://127.0.0.1:1080')).rejects.toThrow(/SOCKS/);
    } finally {
      if (before === undefined) delete process.env.https_proxy;
      else process.env.https_proxy = before;
    }
  });

  it.each([
    ['PROXY proxy:8080', 'http://proxy:8080/'],
    ['proxy proxy:8080', 'http://proxy:8080/'],
    ['HTTP proxy:8080', 'http://proxy:8080/'],
    ['HTTPS proxy:8443', 'https://proxy:8443/'],
    ['SOCKS5 s:1; PROXY proxy:8080', 'http://proxy:8080/'],
    ['QUIC q:443; https proxy:8443 ; DIRECT', 'https://proxy:8443/'],
    ['PROXY [2001:db8::1]:8080', 'http://[2001:db8::1]:8080/'],
    ['direct; PROXY proxy:8080', undefined],
    ['', undefined],
  ])('of the PAC answer %j is read', (answer, url) => {
    expect(fromPac(answer)?.href).toBe(url);
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['https://acme.okta.com', 'https://acme.okta.com'],
    ['https://acme.okta.com', 'acme.okta.com.'],
    ['https://acme.okta.com', 'acme.okta.com/'],
    ['https://acme.okta.com', '"localhost,acme.okta.com"'],
    ['https://acme.okta.com', 'localhost;127.0.0.1;*.OKTA.com'],
    ['https://acme.okta.com', 'localhost|.okta.com:443'],
    ['https://acme.okta.com', '\tlocalhost,\n acme.okta.com ,'],
    ['https://login.exämple.de', 'exämple.de'],
    ['https://10.1.2.3', '10.0.0.0/8'],
    ['https://[fd00::7]', 'fd00::/8'],
    ['https://[::1]', '0:0:0:0:0:0:0:1'],
    ['https://[::1]:8443', '[::1]:8443'],
  ])('covers %s by %j', (origin, list) => {
    expect(isExempt(origin, list)).toBe(true);
  });

  it.each([
    ['https://acme.okta.com', 'ta.com'],
    ['https://acme.okta.com', 'acme.okta.com:80'],
    ['https://acme.okta.com', 'acme.okta.com.evil.example'],
    ['https://acme.okta.com', '.'],
    ['https://acme.okta.com', '10.0.0.0/8'],
    ['https://acme.okta.com', '0.0.0.0/0'],
    ['https://11.1.2.3', '10.0.0.0/8'],
    ['https://10.1.2.3', '10.0.0.0/99'],
    ['https://10.1.2.3', 'fd00::/8'],
  ])('does not cover %s by %j', (origin, list) => {
    expect(isExempt(origin, list)).toBe(false);
  });
});
