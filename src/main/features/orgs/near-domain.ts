import { domainToUnicode } from 'node:url';

/** Returns how many letters one must insert, remove, change or swap to turn one text into the other (optimal string alignment distance). */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_row, i) => [i]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let j = 0; j <= b.length; j++) (rows[0] ?? [])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      (rows[i] ?? [])[j] = swapped ? Math.min(least, at(i - 2, j - 2) + 1) : least;
    }
  }
  return at(a.length, b.length);
}

/** Letters that look like another letter in most typefaces (a part of Unicode's confusables, UTS 39). */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', к: 'k', т: 't', м: 'm', в: 'b', н: 'h' },
  ...{ ο: 'o', α: 'a', κ: 'k', τ: 't', ι: 'i', ѕ: 's', і: 'i', ԁ: 'd', ӏ: 'l', ո: 'n' },
  ...{ '0': 'o', '1': 'l' },
};

/**
 * Returns the domain of `domains` that `name` differs from by one or two slips, looks like, or is a cut-off form of. Returns null for one
 * of `domains` itself and when none is near. It reads Punycode as people see it (RFC 3492).
 */
export function nearest(name: string, domains: readonly string[]): string | null {
  if (domains.includes(name)) return null;
  const looks = [...domainToUnicode(name).normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join('');
  const found = domains.find((domain) => {
    const [first = ''] = domain.split('.');
    return (
      looks === domain ||
      looks === first ||
      (looks.startsWith(`${first}.`) && !domains.includes(looks)) ||
      distance(looks, domain) <= (domain.length > 8 ? 2 : 1)
    );
  });
  return found ?? null;
}
