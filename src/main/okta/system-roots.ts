/** Returns the roots that every connection trusts, as PEM: Node's own and the system's. */
export function systemRoots(): string[] {
  // The settings import this file before the window, and node:tls takes milliseconds to load.
  const { getCACertificates } = process.getBuiltinModule('node:tls');
  return [
    ...new Set([
      ...getCACertificates('default'),
      ...getCACertificates('system'),
      ...getCACertificates('extra'),
    ]),
  ];
}
