import { parseDate, parseTime } from '@internationalized/date';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DateField as AriaDateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField';
import { FieldError } from 'react-aria-components/FieldError';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import { startOfDay } from '../../shared/iso-day.ts';
import { fullDate } from '../../shared/time-words.ts';
import styles from './date-field.module.css';
import fields from './field.module.css';
import { words } from './page-words.ts';

/**
 * Shows a labelled field for a day. Its parts are in the order of the window's language, because the browser's own field follows
 * Chromium's language. `min`, `max` and the value in the form are days such as `2026-12-24`. A form with another day is not sent, and the
 * field says which days it takes.
 */
export function DateField({
  label,
  name,
  min,
  max,
  defaultValue,
}: {
  readonly label: string;
  readonly name: string;
  readonly min: string;
  readonly max: string;
  readonly defaultValue: string;
}) {
  return (
    <AriaDateField
      className={fields.field ?? ''}
      name={name}
      isRequired
      minValue={parseDate(min)}
      maxValue={parseDate(max)}
      defaultValue={parseDate(defaultValue)}
      shouldForceLeadingZeros
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Segments />
      <FieldError className={styles.error ?? ''}>
        {words.dateField.dayBetween(fullDate(startOfDay(min)), fullDate(startOfDay(max)))}
      </FieldError>
    </AriaDateField>
  );
}

/** How long after a key the time that stands in the field is taken, in milliseconds. */
const restMs = 1_000;

/**
 * Shows a field for a time of day such as `22:00`, with the hours from 0 to 23. `label` is its name for a screen reader. `set` gets the time
 * when the person leaves the field or rests: each key makes another time, and none of those between is meant.
 */
export function TimeField({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (time: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  // Another object would be another value, which would end the typing of the first digit.
  const shown = useMemo(() => parseTime(typed ?? value), [typed, value]);
  const take = useCallback(() => {
    if (typed !== null && typed !== value) set(typed);
    setTyped(null);
  }, [typed, value, set]);
  useEffect(() => {
    const rest = setTimeout(take, restMs);
    return () => clearTimeout(rest);
  }, [take]);
  return (
    <AriaTimeField
      aria-label={label}
      hourCycle={24}
      value={shown}
      onChange={(time) => time !== null && setTyped(time.toString().slice(0, 5))}
      onBlur={take}
      shouldForceLeadingZeros
    >
      <Segments />
    </AriaTimeField>
  );
}

const Segments = () => (
  <DateInput className={`${fields.input} ${styles.segments}`}>
    {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
  </DateInput>
);
