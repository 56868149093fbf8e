/** Returns whether a Client ID has the form of those that Okta makes. Another one was chosen by a person, or is no Client ID at all. */
export const isOktasClientId = (id: string): boolean => /^0oa[A-Za-z0-9]{17}$/.test(id);
