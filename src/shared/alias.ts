/** The name of a token in addresses, as programs and the command line write it. */
export const aliasShape = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

/** Returns a typed name in addresses. Capital letters count as small ones. Returns null for any other text. */
export function readAlias(typed: string): string | null {
  const alias = typed.trim().toLowerCase();
  return aliasShape.test(alias) ? alias : null;
}
