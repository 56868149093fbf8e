import type { KeepAliveSetting } from '../../shared/contract/life.ts';
import { isoDay } from '../../shared/iso-day.ts';
import { dayMs } from '../../shared/time-words.ts';
import { DateField } from './date-field.tsx';
import { Field } from './field.tsx';
import layout from './layout.module.css';
import { words } from './page-words.ts';
import typography from './typography.module.css';

/** Asks why and until when a token is kept alive. `readKeepAlive` reads the fields. */
export function KeepAliveFields({
  setting,
  now,
}: {
  readonly setting: KeepAliveSetting | null;
  readonly now: number;
}) {
  return (
    <>
      <p className={`${typography.muted} ${typography.small}`}>
        {words.keepAliveFields.whatKeepingAliveDoes}
      </p>
      <div className={layout.two}>
        <Field
          label={words.keepAliveFields.reason}
          name="keep-alive-reason"
          required
          maxLength={300}
          defaultValue={setting?.reason ?? ''}
          autoFocus
        />
        <DateField
          label={words.keepAliveFields.until}
          name="keep-alive-until"
          min={isoDay(now + dayMs)}
          max={isoDay(now + 365 * dayMs)}
          defaultValue={isoDay(setting?.until ?? now + 90 * dayMs)}
        />
      </div>
    </>
  );
}

/**
 * Returns the values of the `KeepAliveFields` of `form`, or null without such fields. The end is the end of the picked day in the computer's
 * time zone.
 */
export function readKeepAlive(form: HTMLFormElement): KeepAliveSetting | null {
  const data = new FormData(form);
  const reason = data.get('keep-alive-reason');
  if (reason === null) return null;
  const until = new Date(`${String(data.get('keep-alive-until'))}T23:59:59`).getTime();
  return { reason: String(reason).trim(), until };
}
