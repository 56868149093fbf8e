import { number, plural } from '../../../shared/plural.ts';
/** The sentences of the settings, nested by the file that uses them. */
export const words = {
  extraCa: {
    tooLarge: 'The file is over 4 MB. A file of CA certificates is far smaller.',
    more: (count: number) => ` and ${number(count)} more`,
    notTrusted: (names: string) =>
      `The file has ${names}. Keyturn does not trust these certificates before you allow it.`,
    noneKept: 'Keyturn keeps no certificate of this file.',
    otherNow: (names: string, goesOn: string) => `The file has other certificates now: ${names}. ${goesOn}`,
    notAFile: 'This is not a file. Choose it again, or remove it.',
    notRead: 'Keyturn cannot read the file. Choose it again, or remove it.',
    noCertificate:
      'The file has no certificate in PEM form ("-----BEGIN CERTIFICATE-----") or DER form. Ask the person who gave you the file for one.',
    withoutName: 'without a name',
    trusts: (names: string) => `Trusts ${names} besides the system.`,
    notForServers:
      'A certificate in the file is not for servers, by the rules that OpenSSL wrote beside it. Ask the person who gave you the file for one that is.',
    pkcs12:
      'The file is in PKCS #12 form (.p12, .pfx), which holds a private key behind a password. Export the certificate alone, in PEM or DER form, and choose that file.',
    javaKeyStore:
      'The file is a keystore of Java (.jks). Export the certificate alone, in PEM or DER form, and choose that file.',
    request:
      'The file is a request for a certificate (CSR), and no certificate. Ask the person who gave you the file for the certificate of the authority (CA).',
    privateKey:
      'The file has a private key. A file of CA certificates has none: whoever has this key can read the calls of everybody who trusts it. Keyturn took nothing from the file. Tell the person who gave it to you, and ask for the certificate alone.',
    expired: (name: string, day: string) => `${name} expired on ${day}.`,
    notYetValid: (name: string, day: string) =>
      `${name} is valid only from ${day} on. Check the clock of this computer.`,
    notAnAuthority: (name: string) =>
      `${name} is not the certificate of an authority (CA): it may not sign other certificates.`,
    otherPurpose: (name: string) => `${name} may sign certificates of other kinds, but not those of servers.`,
    weak: (name: string) => `The key of ${name} is too weak: it has fewer than 2048 bits.`,
    noRoot: (name: string, issuer: string) =>
      `${name} proves nothing alone: ${issuer} issued it, whose certificate is not in the file.`,
    askForAnother:
      ' Ask the person who gave you the file for the certificate of the authority (CA) that is in use now.',
    leavesOut: (trusts: string, why: string, more: number) =>
      more === 0
        ? `${trusts} It leaves out one certificate of the file. ${why}`
        : `${trusts} It leaves out ${more + 1} certificates of the file. One of them: ${why}`,
    damagedCertificate:
      'A certificate in the file is damaged. Ask the person who gave you the file for an undamaged one.',
    keptOnesStay: 'Keyturn continues with the certificates it keeps.',
  },
  handlers: {
    trust: (file: string, other: string, kept: string | null) =>
      `A person who has their keys can read and change these calls, including the tokens.\n\nFile: ${file}\n\nNow in the file:\n${other}\n\nTrusted so far:\n${kept ?? 'none'}`,
    throughProxy: (origin: string): [question: string, detail: string, yes: string] => [
      'Send calls to Okta through another proxy?',
      `The proxy learns the names of your orgs and when Keyturn calls them, and can stop those calls. Tokens stay encrypted on the way.\n\nProxy: ${origin}`,
      'Use this proxy',
    ],
    proxyNotChanged: 'The proxy was not changed.',
    chooseFile: 'Choose a file of CA certificates',
    nothingChanged: 'Nothing was changed.',
    noOther: 'The file has no other usable certificates.',
    askTrust: 'Trust other certificates for calls to Okta?',
    trustThem: 'Trust them',
    sha256: (name: string, fingerprint: string) => `${name}, SHA-256 ${fingerprint}`,
    more: (more: number) => `and ${number(more)} more`,
  },
  file: {
    notSaved: (why: string) => `The settings were not saved: ${why}.`,
  },
  policy: {
    forbids: {
      copy: 'Your organisation does not let Keyturn copy values.',
      programs: 'Your organisation does not let programs use tokens through Keyturn.',
      demo: 'Your organisation does not let Keyturn start the demo.',
      updates: 'Your organisation does not let Keyturn check for updates.',
    },
    forbidsOrg: (host: string) => `Your organisation does not let Keyturn call ${host}.`,
    locksAfter: (minutes: number) =>
      `Your organisation requires Keyturn to lock after ${plural(minutes, 'minute', 'minutes')} at the latest.`,
    locks: 'Your organisation requires this lock.',
    askAdministrator: (from: string) => `Ask your administrator. The policy is ${from}.`,
    unknownEntries: (names: string) => `The policy has entries that Keyturn does not know: ${names}.`,
    wrongEntry: (name: string, form: string) =>
      `The entry ${name} of the policy has a value that Keyturn cannot read. It must be ${form}.`,
    wrongHost: (name: string, host: string, form: string) =>
      `The entry ${name} of the policy has "${host}", which is not a host name. The entry must be ${form}.`,
    near: (name: string, known: string) => `${name} (write ${known})`,
    forms: {
      orgs: 'a list of host names without https:// and without a path, for example ["acme.okta.com", "*.example.com"]',
      minutes: 'a whole number from 1 to 1440',
      flag: 'true or false, or in the registry 1 or 0',
    },
    noEntries: 'The policy is no list of names with values, such as {"copy": false}.',
  },
  store: {
    passwordNotShown:
      'The password of the proxy is not shown here, so Keyturn cannot use it for another address.',
    wholeAddress: 'Enter the whole address with the password: http://name:password@host:port.',
    example: 'Enter it as http://host:port, for example http://proxy.example.com:8080.',
    fault: {
      'not-one': 'This is not the address of a proxy.',
      socks: 'This is the address of a SOCKS proxy, which Keyturn cannot use.',
      signs:
        'The name or the password has a sign that ends an address, so Keyturn would call another host. Write \\ as %5C, / as %2F, ? as %3F and # as %23.',
      brackets: 'This is an IPv6 address without brackets. Write it as http://[2001:db8::1]:8080.',
      path: 'This is the address of a file, not of a proxy. For a PAC script, choose the proxy of the system.',
    },
  },
};
