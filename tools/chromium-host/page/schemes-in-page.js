/**
 * Lets a page request addresses of main's own schemes, which stock Chromium does not load. `fetch` and XMLHttpRequest request the
 * https names that stand for them. They read a stream as body first, because the DevTools protocol does not show streams.
 */
export function schemesInPage(root, schemes) {
  const { Request, URL, XMLHttpRequest, document } = root;
  const { apply } = root.Reflect;
  const inner = root.fetch;
  const mapped = (text) => {
    const known = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(text);
    const entry = known === null ? undefined : schemes[known[1].toLowerCase()];
    return entry === undefined
      ? null
      : {
          entry,
          url: `https://${known[2].toLowerCase()}.${known[1].toLowerCase()}.localhost${known[3] || entry.bare}`,
        };
  };
  const isOurs = (url) => {
    const { protocol, hostname } = new URL(url, document.baseURI);
    return protocol === 'https:' && hostname.endsWith('.localhost');
  };
  const fetch = async (input, init = {}) => {
    const text = input instanceof Request ? input.url : String(input);
    const found = mapped(text);
    if (found !== null && !found.entry.supportFetchAPI) {
      root.console.error(`Fetch API cannot load ${text}. URL scheme is not supported.`);
      throw new root.TypeError(
        `Failed to execute 'fetch' on 'Window': Fetch API cannot load ${text}. URL scheme is not supported.`,
      );
    }
    const to = found?.url ?? text;
    if (found === null && !isOurs(to)) return apply(inner, root, [input, init]);
    const { body, duplex, ...rest } = init;
    const source = body ?? (input instanceof Request ? input.body : null);
    const whole = source instanceof root.ReadableStream ? await new root.Response(source).blob() : body;
    const like =
      input instanceof Request ? { method: input.method, headers: input.headers, signal: input.signal } : {};
    return apply(inner, root, [to, { ...like, ...rest, ...(whole == null ? {} : { body: whole }) }]);
  };
  Object.defineProperty(root, 'fetch', {
    value: fetch,
    configurable: true,
    writable: true,
    enumerable: true,
  });
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = {
    open(method, url, ...rest) {
      return apply(open, this, [method, mapped(String(url))?.url ?? url, ...rest]);
    },
  }.open;
}
