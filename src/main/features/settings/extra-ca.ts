import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { fullDate } from '../../../shared/time-words.ts';
import { systemClock } from '../../base/clock.ts';
import { shownText } from '../../base/shown.ts';
import { systemRoots } from '../../okta/system-roots.ts';
import { blocksIn, textOf } from './certificate-text.ts';
import { judgeCertificates, type WhyUseless } from './certificate-use.ts';
import { certificatesIn } from './certificates-in.ts';
import { words } from './words.ts';

const maxBytes = 4_000_000;
/** The first bytes of a keystore of Java, in its two forms (OpenJDK, JavaKeyStore and JceKeyStore). */
const javaKeyStore = /^(?:feedfeed|cececece)/;

export interface ExtraCa {
  /** The certificates that Keyturn uses, as PEM, or null when the file cannot be used. */
  readonly pem: string | null;
  /** The names and SHA-256 fingerprints of these certificates, in file order. */
  readonly certificates: readonly { readonly name: string; readonly fingerprint: string }[];
  readonly view: NonNullable<SettingsView['extraCa']>;
}

const unusable = (sentence: string): ExtraCa => ({
  pem: null,
  certificates: [],
  view: { certificates: 0, sentence, ok: false },
});

/** Reads a file of extra roots. Never throws: the view says what is wrong with the file, and Keyturn then trusts nothing in it. */
export function readExtraCa(file: string): ExtraCa {
  try {
    const found = statSync(file);
    // Reading a pipe or a device might never end.
    if (!found.isFile()) return unusable(words.extraCa.notAFile);
    if (found.size > maxBytes) return unusable(words.extraCa.tooLarge);
    const bytes = readFileSync(file);
    if (javaKeyStore.test(bytes.subarray(0, 4).toString('hex'))) return unusable(words.extraCa.javaKeyStore);
    return isDer(bytes) ? caOf([bytes]) : extraCaOf(textOf(bytes));
  } catch {
    return unusable(words.extraCa.notRead);
  }
}

/** Returns true for DER, which Windows exports by default. It begins with the tag of a sequence (X.690, 8.9), which no text begins with. */
const isDer = ([tag, length = 0]: Buffer): boolean => tag === 0x30 && length >= 0x80;

/**
 * Returns the extra roots in a text. It refuses a text with a private key: that file was never meant for other people, and its authority is
 * no longer one to trust.
 */
export function extraCaOf(text: string): ExtraCa {
  const blocks = blocksIn(text);
  return typeof blocks === 'string' ? unusable(words.extraCa[blocks]) : caOf(blocks);
}

/** Returns the extra roots in blocks of DER. It leaves out those that are of no use for a connection, and says which. */
function caOf(blocks: readonly Buffer[]): ExtraCa {
  // A bundle may have a certificate twice.
  const certificates = new Map<string, X509Certificate>();
  for (const block of blocks) {
    const inside = certificatesIn(block);
    if (typeof inside === 'string') return unusable(words.extraCa[inside]);
    for (const one of inside) certificates.set(one.fingerprint256, one);
  }
  const found = [...certificates.values()];
  // OpenSSL judges a connection by the computer's own clock, too.
  const judged = judgeCertificates(found, systemClock.now(), () =>
    systemRoots().map((pem) => new X509Certificate(pem)),
  );
  const useless = judged.flatMap((one) => (one.why === null ? [] : [said(one.certificate, one.why)]));
  const [why] = useless;
  if (why === undefined && found.length === 0) return unusable(words.extraCa.noCertificate);
  const used = judged.filter((one) => one.why === null).map(({ certificate }) => certificate);
  if (why !== undefined && used.length === 0) return unusable(why + words.extraCa.askForAnother);
  const named = used.map((one) => ({ name: nameOf(one), fingerprint: one.fingerprint256 }));
  const trusts = words.extraCa.trusts(namesOf(named));
  return {
    pem: used.map(String).join(''),
    certificates: named,
    view: {
      certificates: named.length,
      sentence: why === undefined ? trusts : words.extraCa.leavesOut(trusts, why, useless.length - 1),
      ok: true,
    },
  };
}

/** Returns the name of a certificate for people. A subject without a common name is named by its last part. */
function nameOf({ subject }: X509Certificate): string {
  const name = /(?:^|\n)CN=([^\n]+)/.exec(subject)?.[1] ?? /=([^\n]+)$/.exec(subject)?.[1];
  return shownText(name ?? words.extraCa.withoutName, 120);
}

/** Returns what is wrong with a certificate as a sentence. */
function said(certificate: X509Certificate, why: WhyUseless): string {
  const { validFromDate, validToDate, issuer } = certificate;
  const name = nameOf(certificate);
  switch (why) {
    case 'expired':
      return words.extraCa.expired(name, fullDate(validToDate.getTime()));
    case 'notYetValid':
      return words.extraCa.notYetValid(name, fullDate(validFromDate.getTime()));
    case 'noRoot':
      return words.extraCa.noRoot(name, shownText(/CN=([^\n]+)/.exec(issuer)?.[1] ?? issuer, 120));
    default:
      return words.extraCa[why](name);
  }
}

/** Returns the first name and the number of other names. */
function namesOf(certificates: ExtraCa['certificates']): string {
  const others = certificates.length > 1 ? words.extraCa.more(certificates.length - 1) : '';
  return `${certificates[0]?.name ?? ''}${others}`;
}

/** The kept certificates, and how their file differs from them now. */
export interface KeptCa {
  readonly view: SettingsView['extraCa'];
  readonly change: SettingsView['extraCaChange'];
  /** The present certificates of the file, when they are usable and differ from the kept ones. */
  readonly other: ExtraCa | null;
}

/**
 * Compares the kept certificates with those in their file. Keyturn uses only the kept ones, so that a program that can write the file
 * cannot make Keyturn trust another authority.
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
  const goesOn = words.extraCa.keptOnesStay;
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

// The order and the text around the blocks do not change the trust.
const prints = ({ certificates }: ExtraCa): string =>
  [...new Set(certificates.map(({ fingerprint }) => fingerprint))].sort().join();
