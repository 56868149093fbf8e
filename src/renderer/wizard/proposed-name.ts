/** Returns a name for the token, made of a purpose and a date, for the Admin Console's list: `terraform-prod-2026-11`. */
export function proposedName(purpose: string, environment: string, now: number): string {
  const when = new Date(now);
  const month = `${when.getFullYear()}-${String(when.getMonth() + 1).padStart(2, '0')}`;
  const short = { production: 'prod', preview: 'preview', development: 'dev' }[environment] ?? '';
  return [purpose, short, month].filter((part) => part !== '').join('-');
}
