const fits: Readonly<Record<string, (value: string) => boolean>> = {
  // The dot is shown in place of a value.
  '': (value) => /^[\w./:@%+,=•-]+$/.test(value),
  // Python's reader reads two backslashes as one, and a backslash before the quote as part of the value.
  "'": (value) => !/'|\\\\|\\$/.test(value),
  '"': (value) => !/["$`\\]/.test(value),
  '`': (value) => !/[`\\]/.test(value),
};

/**
 * Returns a value as an .env file holds it, so that dotenv (Node and Python) and a POSIX shell read the same value: in the existing quotes,
 * else bare, else in single or double quotes. dotenv does not turn `\"` into a quote and expands nothing. A shell does both, so a value
 * that needs this has no form that both read. Existing backticks stay, although only dotenv for Node reads them. Returns null when there is
 * no such form.
 */
export function formOf(value: string, mark: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character ends a line or is lost in one reader or another
  if (/[\u0000-\u001F\u007F\u2028\u2029]/.test(value)) return null;
  const form = [mark, '', "'", '"'].find((one) => fits[one]?.(value));
  return form === undefined ? null : `${form}${value}${form}`;
}
