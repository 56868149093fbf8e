import { isoDay } from '../../shared/iso-day.ts';

/** Returns a name for the token, made of a purpose and a date, for the Admin Console's list: `terraform-prod-2026-11`. */
export function proposedName(purpose: string, environment: string, now: number): string {
  const month = isoDay(now).slice(0, 7);
  const short = { production: 'prod', preview: 'preview', development: 'dev' }[environment] ?? '';
  return [purpose, short, month].filter((part) => part !== '').join('-');
}
