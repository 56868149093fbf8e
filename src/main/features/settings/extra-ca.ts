import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SettingsView } from '../../../shared/contract/models.ts';

const maxBytes = 4_000_000;
const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

export interface ExtraCa {
  /** The certificates as PEM, or null when the file cannot be used. */
  readonly pem: string | null;
  readonly view: NonNullable<SettingsView['extraCa']>;
}

/** Reads a file of extra roots. Never throws: what is wrong with it is said in the view, and nothing of it is trusted then. */
export function readExtraCa(file: string): ExtraCa {
  const unusable = (sentence: string): ExtraCa => ({
    pem: null,
    view: { certificates: 0, sentence, ok: false },
  });
  let text: string;
  try {
    if (statSync(file).size > maxBytes)
      return unusable('The file is over 4 MB; a file of CA certificates is far smaller.');
    text = readFileSync(file, 'utf8');
  } catch {
    return unusable('The file cannot be read. Choose it again, or remove it.');
  }
  const blocks = text.match(pemBlock) ?? [];
  if (blocks.length === 0) {
    return unusable('The file holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----").');
  }
  try {
    const certificates = blocks.map((block) => new X509Certificate(block));
    const first = /CN=([^\n]+)/.exec(certificates[0]?.subject ?? '')?.[1] ?? 'without a name';
    const others = certificates.length > 1 ? ` and ${certificates.length - 1} more` : '';
    return {
      pem: blocks.join('\n'),
      view: {
        certificates: certificates.length,
        sentence: `Trusts ${first.slice(0, 120)}${others} besides the system.`,
        ok: true,
      },
    };
  } catch {
    return unusable('A certificate in the file is damaged. Ask whoever gave it to you for a whole one.');
  }
}
