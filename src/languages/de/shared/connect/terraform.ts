import type { terraform as english } from '../../../../shared/connect/terraform.ts';
import { withValue } from '../../../../shared/connect/tool.ts';

const lines = [
  { name: 'Provider-Block, ohne Token', text: () => 'provider "okta" {}\n' },
  { name: 'Plan', text: withValue('terraform plan') },
  { name: 'Apply', text: withValue('terraform apply') },
];

/** The German page of the Terraform provider for Okta. */
export const terraform: typeof english = {
  id: 'terraform',
  name: 'Terraform (okta/okta)',
  value: 'goes to the program',
  needs:
    'Der Provider ruft die Org selbst mit https auf. Deshalb bekommt er den Wert in seiner Umgebung: OKTA_API_TOKEN, OKTA_ORG_NAME und OKTA_BASE_URL. Erlauben Sie zuerst den Wert unter „Programme“. Keine Datei enthält den Wert.',
  role: 'Eine benutzerdefinierte Admin-Rolle mit den Berechtigungen für die Ressourcen in Ihrer Konfiguration. Nur für plan: Read-only Administrator.',
  oauth:
    'Der Provider nimmt statt des Tokens client_id, private_key_id, private_key und scopes, zum Beispiel okta.groups.manage und okta.users.read. Okta empfiehlt das. Auf der Registerkarte „OAuth“ legen Sie die App an.',
  app: {
    value: 'goes to the program',
    needs:
      'Der Provider ruft die Org selbst mit https auf. Deshalb bekommt er ein Access-Token in seiner Umgebung: OKTA_ACCESS_TOKEN, OKTA_ORG_NAME und OKTA_BASE_URL. Erlauben Sie zuerst den Wert unter „Programme“. Für Läufe von mehr als einer Stunde kopieren Sie den Provider-Block mit dem privaten Schlüssel. Keyturn gibt kein Access-Token einer App heraus, die Besitznachweise (DPoP) verlangt, denn das Access-Token allein nützt nichts.',
    lines,
    copies: ['terraform'],
  },
  lines,

  sources: [
    'https://registry.terraform.io/providers/okta/okta/latest/docs',
    'https://developer.okta.com/docs/guides/terraform-design-access-security/main',
  ],
};
