/** The name of a token in addresses, as programs and the command line write it. */
export const aliasShape = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
