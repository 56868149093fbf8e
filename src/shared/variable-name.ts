/** What stands before a name in a shell, in PowerShell, in cmd and in fish. */
const before = /^(?:export\s+|declare\s+-x\s+|setx?\s+(?:-\w+\s+)?|ENV\s+|\$env:|\$\{?|%)/i;
/** The characters around and behind a name: quotes, ends of a reference, and a sign with what follows it. */
const around = /["'`]|[}%]$|(?::?=|:(?=[-\s]|$)|,|;).*$/gs;

/**
 * Returns the name of a variable in a typed or pasted text: `OKTA_API_TOKEN` in `export OKTA_API_TOKEN=00...`, in `$OKTA_API_TOKEN` and in
 * `"OKTA_API_TOKEN":`. A value behind the name is left out.
 */
export function variableName(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[“”„‘’]/g, '"');
  return plain
    .trim()
    .replace(/^["'`]+/, '')
    .replace(before, '')
    .replace(around, '')
    .trim();
}

/** Returns whether a text can be the name of a variable of the environment. In a file, a name may also have dots. */
export const isVariableName = (name: string, inFile: boolean): boolean =>
  (inFile ? /^[A-Za-z_][A-Za-z0-9_.]{0,100}$/ : /^[A-Za-z_][A-Za-z0-9_]{0,100}$/).test(name);
