import { isOktasClientId } from '../../shared/client-id.ts';
import { Field } from './field.tsx';
import { pageShared } from './page-words.ts';
import typography from './typography.module.css';

/** Shows the field for the Client ID of an app. It warns of a kept one that Okta did not make, because that may be the name of the app. */
export function ClientIdField({
  clientId,
  autoFocus = false,
}: {
  readonly clientId: string;
  readonly autoFocus?: boolean;
}) {
  return (
    <div>
      <Field
        key={clientId}
        label={pageShared.clientId}
        name="clientId"
        autoFocus={autoFocus}
        defaultValue={clientId}
        placeholder={pageShared.clientIdExample}
        hint={pageShared.whereClientIdIs}
      />
      {clientId !== '' && !isOktasClientId(clientId) && (
        <p className={`${typography.small} ${typography.failing}`} role="status">
          {pageShared.chosenClientId(clientId)}
        </p>
      )}
    </div>
  );
}
