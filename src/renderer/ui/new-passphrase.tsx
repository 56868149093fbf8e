import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import layout from './layout.module.css';
import typography from './typography.module.css';
import { shared, words } from './words.ts';

/** Asks for a passphrase twice. `act` gets it when both are the same. The fields are cleared when `act` returns true. */
export function NewPassphrase({
  act,
  button,
  busy,
  weakness = tooShort,
  children,
}: {
  readonly act: (passphrase: string) => Promise<boolean>;
  readonly button: string;
  readonly busy: boolean;
  /** Returns a sentence that says why a passphrase is refused, or an empty text. Main judges how easy the passphrase is to guess. */
  readonly weakness?: (passphrase: string) => string;
  readonly children?: ReactNode;
}) {
  const [problem, setProblem] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const passphrase = String(data.get('passphrase') ?? '');
    const weak = weakness(passphrase);
    if (weak !== '') return setProblem(weak);
    if (passphrase !== data.get('again')) return setProblem(words.newPassphrase.differ);
    setProblem('');
    if (await act(passphrase)) form.reset();
  };
  return (
    <form className={layout.stack} onSubmit={(event) => void submit(event)}>
      <Field
        label={shared.passphrase}
        name="passphrase"
        type="password"
        autoComplete="new-password"
        hint={words.newPassphrase.nobodyCanRecover}
      />
      <Field
        label={words.newPassphrase.passphraseAgain}
        name="again"
        type="password"
        autoComplete="new-password"
      />
      {problem !== '' && (
        <p className={typography.failing} role="alert">
          {problem}
        </p>
      )}
      <div className={layout.actions}>
        {children}
        <Button kind="primary" type="submit" disabled={busy}>
          {button}
        </Button>
      </div>
    </form>
  );
}

/** Returns a sentence when a passphrase has fewer than 8 characters, or else an empty text. */
export const tooShort = (passphrase: string): string =>
  passphrase.length < 8 ? words.newPassphrase.tooShort : '';
