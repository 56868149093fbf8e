import type { Environment, TokenProfile } from '../../shared/contract/models.ts';
import { Choice, Field, TextArea } from './field.tsx';
import { environmentWords } from './org-mark.tsx';

/** The fields of what a person says of a token; `readProfile` reads them. */
export function ProfileFields({ profile }: { profile: TokenProfile }) {
  return (
    <>
      <Field label="Label" name="label" required maxLength={120} defaultValue={profile.label} />
      <TextArea label="Purpose" name="purpose" rows={2} maxLength={500} defaultValue={profile.purpose} />
      <div className="two">
        <Choice
          label="Environment"
          name="environment"
          defaultValue={profile.environment}
          options={Object.entries(environmentWords)}
        />
        <Field
          label="Rotate every (days)"
          name="rotateEveryDays"
          type="number"
          min={1}
          max={3650}
          required
          defaultValue={profile.rotateEveryDays}
        />
      </div>
      <Field label="Tags" name="tags" defaultValue={profile.tags.join(', ')} hint="Separated by commas." />
      <TextArea
        label="Where it is used"
        name="consumers"
        rows={2}
        defaultValue={profile.consumers
          .map(({ name, where }) => (where === '' ? name : `${name}: ${where}`))
          .join('\n')}
        hint="One per line, for example GitHub Actions: acme/infra"
      />
    </>
  );
}

/** What stands in `ProfileFields` of `form`, in the contract's bounds. A consumer that is still there keeps how it is updated. */
export function readProfile(form: HTMLFormElement, before: TokenProfile): TokenProfile {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const days = Math.round(Number(text('rotateEveryDays')));
  return {
    label: text('label').slice(0, 120),
    purpose: text('purpose').slice(0, 500),
    environment: text('environment') as Environment,
    tags: [
      ...new Set(
        text('tags')
          .split(',')
          .map((tag) => tag.trim().slice(0, 40))
          .filter(Boolean),
      ),
    ].slice(0, 20),
    consumers: text('consumers')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, 50)
      .map((line) => {
        const [name = '', ...where] = line.split(':');
        const consumer = { name: name.trim().slice(0, 120), where: where.join(':').trim().slice(0, 200) };
        const known = before.consumers.find(
          (one) => one.name === consumer.name && one.where === consumer.where,
        );
        return known ?? consumer;
      }),
    rotateEveryDays: Number.isFinite(days) ? Math.min(3650, Math.max(1, days)) : 90,
  };
}
