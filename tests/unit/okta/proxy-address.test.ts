import { describe, expect, it } from 'vitest';
import { proxyFor } from '../../../src/main/okta/proxy.ts';
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
    ['PROXY proxy:8080', 'not-one'],
    ['http=proxy:80;https=proxy:443', 'not-one'],
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
      await expect(ofEnvironment('socks5h://127.0.0.1:1080')).rejects.toThrow(/SOCKS/);
    } finally {
      if (before === undefined) delete process.env.https_proxy;
      else process.env.https_proxy = before;
    }
  });
});
