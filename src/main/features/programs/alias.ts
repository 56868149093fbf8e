/** Returns a token's label as a name for addresses: small letters, digits and single hyphens, at most 40 characters. */
export function slugOf(label: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'token' : plain;
}

/** Returns `slug`, or the first of `slug-2`, `slug-3`, ... that is free. */
export function freeAlias(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const next = `${slug}-${number}`;
    if (!taken.has(next)) return next;
  }
}
