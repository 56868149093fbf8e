/**
 * Returns whether a hostname, as the URL standard writes it, has the characters of a real name only. The standard allows more, such as
 * quotes, brackets and `$` (WHATWG URL, forbidden domain code points), and these end a string in a shell or a configuration. A name has at
 * most 253 characters, and 63 between two dots (RFC 1035, 2.3.4). Pure.
 */
export const isHostName = (hostname: string): boolean =>
  hostname.length <= 253 && /^(?:\[[0-9a-f:.]+\]|[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*)$/.test(hostname);
