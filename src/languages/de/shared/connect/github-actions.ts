import type { githubActions as english } from '../../../../shared/connect/github-actions.ts';
import { appWorkflow, tokenGuide, withValue } from '../../../../shared/connect/tool.ts';

/** The German page of GitHub Actions. */
export const githubActions: typeof english = {
  id: 'github-actions',
  name: 'GitHub Actions',
  value: 'leaves this computer',
  needs:
    'Ein Workflow läuft auf den Computern von GitHub. Deshalb bewahrt GitHub den Wert als Secret des Repositorys auf. gh sendet den Wert verschlüsselt. Erstellen Sie ein Token nur dafür. Wenn Ihre Runner feste Adressen haben, beschränken Sie das Token auf eine Netzwerkzone.',
  role: 'Eine benutzerdefinierte Admin-Rolle nur mit den Berechtigungen des Workflows. Read-only Administrator, wenn der Workflow nur liest.',
  oauth:
    'Eine Service-App mit einem privaten Schlüssel als Secret statt des Tokens. Ihre Scopes begrenzen sie, und ihre Access-Tokens gelten eine Stunde.',
  app: {
    value: 'leaves this computer',
    needs:
      'Ein Workflow läuft auf den Computern von GitHub. Deshalb bewahrt GitHub den privaten Schlüssel als Secret des Repositorys auf. Erstellen Sie eine App nur dafür. Kopieren Sie den privaten Schlüssel, und fügen Sie ihn als Secret OKTA_PRIVATE_KEY ein.',
    lines: [
      {
        name: 'Im Workflow',
        text: appWorkflow,
      },
    ],
    copies: ['key'],
  },
  lines: [
    {
      name: 'Den Wert in das Secret legen',
      text: withValue(
        `sh -c 'printf %s "$OKTA_API_TOKEN" | gh secret set OKTA_API_TOKEN --repo OWNER/REPOSITORY'`,
      ),
    },
    {
      name: 'Im Workflow',
      text: ({ origin }) =>
        `env:\n  OKTA_CLIENT_ORGURL: ${origin}\n  OKTA_CLIENT_TOKEN: \${{ secrets.OKTA_API_TOKEN }}\n`,
    },
  ],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets',
    'https://cli.github.com/manual/gh_secret_set',
    tokenGuide,
  ],
};
