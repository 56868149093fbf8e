import { anyOf } from '../../../shared/listed.ts';

const example = 'Enter it as the address bar shows it, for example acme.okta.com.';

/** The sentences about orgs and Org URLs, nested by the file that uses them. None repeats what may be a secret. */
export const words = {
  identify: {
    customDomain: (own: string) => `This is the custom domain of ${own}.`,
  },
  store: {
    noToken: 'No token of this org is kept here any more.',
    addOne: 'Add one first.',
    gone: 'This token is not kept here any more.',
  },
  orgUrl: {
    example: example,
    placeholder: 'This still holds a placeholder such as {yourOktaDomain}.',
    putOrg: 'Put your own org in its place, for example acme.okta.com.',
    exampleName: (host: string) => `${host} is a name from examples in documentation.`,
    signsInName: 'Between its dots, the name of a host has no underscore, and no hyphen at an end.',
    noHost: 'This is not the address of a host.',
    didYouMean: (choices: readonly string[]) => `Did you mean ${anyOf(choices)}?`,
    invisible: 'Left out invisible characters.',
    fullWidth: 'Changed full-width letters to plain ones.',
    empty: 'No Org URL was entered.',
    objectId: 'This is the ID of something in Okta, not an Org URL.',
    token: 'This looks like a token, not an Org URL. It was not sent anywhere.',
    tokenLater: `You enter the token later, in Capture. ${example}`,
    email: 'This is an e-mail address, not an Org URL.',
    fullWidthMarks: 'This has full-width marks that hide where the host ends.',
    spaces: 'An Org URL has no spaces in it.',
    moreText: 'This is more text than an Org URL.',
    moreThanOne: 'This holds more than one address.',
    encoded: 'This is an address in percent-encoded form.',
    unclickable: 'This address was made unclickable, as security tools and mail programs do it.',
    noScheme: 'The beginning of this is not https://.',
    dashes: 'This has another dash where a name has a hyphen.',
    backslash: 'An Org URL has no backslash in it.',
    otherScheme: (scheme: string) => `An Org URL begins with https, not with ${scheme}.`,
    path: 'This is a path without a host.',
    toHttps: 'Changed http to https: Keyturn never sends a token in the clear.',
    userName:
      'Keyturn does not accept an address with a user name, because it can hide where the address leads.',
    leadsElsewhere: (host: string) => `${host} leads to another address.`,
    pathLeftOut: 'Left out the path. Only the host matters.',
    percentCodes: 'The host is written with percent codes.',
    tokenAsName: 'This has a token where the name of the org should be. It was not sent anywhere.',
    number: 'This is a number, not the address of a host.',
    whichOrg: (host: string) => `"${host}" alone does not say which org.`,
    tookForIt: (host: string) => `Took it as ${host}.`,
    twiceCom: (host: string) => `${host} ends in .com twice.`,
    oktaItself: (host: string) => `${host} is Okta itself, without your org's name.`,
    nameInFront: 'Put the name in front, for example acme.okta.com.',
    noOrgName: (label: string) => `"${label}" is not the name of an org.`,
    oktasSite: (host: string) => `${host} is one of Okta's own sites, not an org.`,
    nameTooMany: (host: string, base: string) =>
      `${host} has one name too many. An org is one name in front of ${base}.`,
    adminWithoutOrg: 'This is an Admin Console without an org.',
    tookForAdmin: (host: string) => `Took ${host} instead of the Admin Console's own address.`,
    notOktas: (host: string) => `${host} is not a domain of Okta, though it looks like one.`,
    keptAdmin: 'Kept -admin in the name. It means the Admin Console only on domains of Okta.',
    foreignLetters: (host: string) =>
      `The name holds letters outside plain English. Keyturn shows it as ${host}. Check whether it is yours.`,
  },
};
