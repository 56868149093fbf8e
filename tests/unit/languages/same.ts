/** The texts that are the same in English and in another language: names, codes, and words that both have. */
export const same: Readonly<Record<'every' | 'de' | 'ja', ReadonlySet<string>>> = {
  every: new Set<string>([]),
  de: new Set<string>([]),
  ja: new Set<string>([]),
};
