import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { oneLine } from '../../base/one-line.ts';

const maxBytes = 4_000_000;
const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

export interface ExtraCa {
  /** The certificates as PEM, or null when the file cannot be used. */
  readonly pem: string | null;
  /** Whom they name and their SHA-256 fingerprints, in the order of the file. */
  readonly certificates: readonly { readonly name: string; readonly fingerprint: string }[];
  readonly view: NonNullable<SettingsView['extraCa']>;
}

const unusable = (sentence: string): ExtraCa => ({
  pem: null,
  certificates: [],
  view: { certificates: 0, sentence, ok: false },
});

/** Reads a file of extra roots. Never throws: what is wrong with it is said in the view, and nothing of it is trusted then. */
export function readExtraCa(file: string): ExtraCa {
  try {
    const found = statSync(file);
    // A pipe or a device might be read for ever.
    if (!found.isFile()) return unusable('This is not a file. Choose it again, or remove it.');
    if (found.size > maxBytes)
      return unusable('The file is over 4 MB; a file of CA certificates is far smaller.');
    return extraCaOf(readFileSync(file, 'utf8'));
  } catch {
    return unusable('The file cannot be read. Choose it again, or remove it.');
  }
}

/** The extra roots in a text of PEM blocks; what stands around the blocks is left out. */
export function extraCaOf(text: string): ExtraCa {
  const blocks = text.match(pemBlock) ?? [];
  if (blocks.length === 0) {
    return unusable('The file holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----").');
  }
  try {
    const certificates = blocks.map((block) => {
      const { subject, fingerprint256 } = new X509Certificate(block);
      const name = /CN=([^\n]+)/.exec(subject)?.[1] ?? 'without a name';
      return { name: oneLine(name).slice(0, 120), fingerprint: fingerprint256 };
    });
    return {
      pem: blocks.join('\n'),
      certificates,
      view: {
        certificates: certificates.length,
        sentence: `Trusts ${namesOf(certificates)} besides the system.`,
        ok: true,
      },
    };
  } catch {
    return unusable('A certificate in the file is damaged. Ask whoever gave it to you for a whole one.');
  }
}

/** The first name and how many more there are. */
function namesOf(certificates: ExtraCa['certificates']): string {
  const others = certificates.length > 1 ? ` and ${certificates.length - 1} more` : '';
  return `${certificates[0]?.name ?? ''}${others}`;
}

/** What is kept, and how the file it came from differs from it now. */
export interface KeptCa {
  readonly view: SettingsView['extraCa'];
  readonly change: SettingsView['extraCaChange'];
  /** What the file holds now, where that can be used and is not what is kept. */
  readonly other: ExtraCa | null;
}

/**
 * Compares the kept certificates with those of the file they came from. Only the kept ones are ever used: whoever can write the file
 * cannot have Keyturn trust another authority.
 */
export function keptCa(file: string, keptPem: string | null): KeptCa {
  const now = readExtraCa(file);
  if (keptPem === null) {
    if (now.pem === null) return { view: now.view, change: null, other: null };
    const sentence = `The file holds ${namesOf(now.certificates)}. Nothing of it is trusted before you say so.`;
    return {
      view: { certificates: 0, sentence: 'No certificate of this file is kept.', ok: false },
      change: { sentence, usable: true },
      other: now,
    };
  }
  const kept = extraCaOf(keptPem);
  const goesOn = 'Keyturn goes on with the certificates it keeps.';
  if (now.pem === null) {
    return {
      view: kept.view,
      change: { sentence: `${now.view.sentence} ${goesOn}`, usable: false },
      other: null,
    };
  }
  if (prints(now) === prints(kept)) return { view: kept.view, change: null, other: null };
  const sentence = `The file holds other certificates now: ${namesOf(now.certificates)}. ${goesOn}`;
  return { view: kept.view, change: { sentence, usable: true }, other: now };
}

// The order, and what stands around the blocks, make no other trust.
const prints = ({ certificates }: ExtraCa): string =>
  [...new Set(certificates.map(({ fingerprint }) => fingerprint))].sort().join();
