import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { clip } from '../../../shared/clip.ts';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { oneLine } from '../../base/one-line.ts';
import { words } from './words.ts';

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
    if (!found.isFile()) return unusable(words.extraCa.notFileChoose);
    if (found.size > maxBytes) return unusable(words.extraCa.tooLarge);
    return extraCaOf(readFileSync(file, 'utf8'));
  } catch {
    return unusable(words.extraCa.fileCannotBe);
  }
}

/** The extra roots in a text of PEM blocks; what stands around the blocks is left out. */
export function extraCaOf(text: string): ExtraCa {
  const blocks = text.match(pemBlock) ?? [];
  if (blocks.length === 0) {
    return unusable(words.extraCa.fileHoldsNo);
  }
  try {
    const certificates = blocks.map((block) => {
      const { subject, fingerprint256 } = new X509Certificate(block);
      const name = /CN=([^\n]+)/.exec(subject)?.[1] ?? words.extraCa.withoutName;
      return { name: clip(oneLine(name), 120), fingerprint: fingerprint256 };
    });
    return {
      pem: blocks.join('\n'),
      certificates,
      view: {
        certificates: certificates.length,
        sentence: words.extraCa.trustsBesidesSystem(namesOf(certificates)),
        ok: true,
      },
    };
  } catch {
    return unusable(words.extraCa.certificateFileDamaged);
  }
}

/** The first name and how many more there are. */
function namesOf(certificates: ExtraCa['certificates']): string {
  const others = certificates.length > 1 ? words.extraCa.more(certificates.length - 1) : '';
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
    const sentence = words.extraCa.notTrusted(namesOf(now.certificates));
    return {
      view: { certificates: 0, sentence: words.extraCa.noneKept, ok: false },
      change: { sentence, usable: true },
      other: now,
    };
  }
  const kept = extraCaOf(keptPem);
  const goesOn = words.extraCa.keyturnGoesOn;
  if (now.pem === null) {
    return {
      view: kept.view,
      change: { sentence: `${now.view.sentence} ${goesOn}`, usable: false },
      other: null,
    };
  }
  if (prints(now) === prints(kept)) return { view: kept.view, change: null, other: null };
  const sentence = words.extraCa.otherNow(namesOf(now.certificates), goesOn);
  return { view: kept.view, change: { sentence, usable: true }, other: now };
}

// The order, and what stands around the blocks, make no other trust.
const prints = ({ certificates }: ExtraCa): string =>
  [...new Set(certificates.map(({ fingerprint }) => fingerprint))].sort().join();
