import { Secret } from '../base/secret.ts';

/**
 * Returns a typed passphrase or passcode in one form: every space is a plain one, and the same letters are the same bytes (RFC 8265,
 * section 4.2.1, additional mapping and normalization). macOS types a no-break space with the Option key, and a pasted "é" may be one
 * character or two. The caller wipes the Secret.
 */
export const inOneForm = (typed: Secret): Secret =>
  Secret.fromText(
    typed.use((bytes) =>
      bytes
        .toString('utf8')
        .replace(/\p{Zs}/gu, ' ')
        .normalize('NFC'),
    ),
  );

/**
 * Returns the forms of a typed passphrase that may open something: the one form, and the typed bytes if they differ. Keyturn and other
 * programs have also wrapped by the typed bytes. The caller wipes both.
 */
export function formsOf(typed: Secret): Secret[] {
  const form = inOneForm(typed);
  return form.equals(typed) ? [form] : [form, typed.copy()];
}
