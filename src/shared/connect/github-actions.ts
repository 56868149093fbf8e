import { appWorkflow, type Tool, tokenGuide, withValue } from './tool.ts';

/** The page of GitHub Actions. */
export const githubActions: Tool = {
  id: 'github-actions',
  name: 'GitHub Actions',
  value: 'leaves this computer',
  needs:
    "A workflow runs on GitHub's computers, so GitHub keeps the value as a secret of the repository. gh sends the value encrypted. Make a token only for this. If your runners have fixed addresses, restrict the token to a network zone.",
  role: 'A custom admin role with only the permissions of the workflow. Read-only Administrator if the workflow only reads.',
  oauth:
    'A service app with a private key as the secret in place of the token. Its scopes limit it, and its access tokens last for an hour.',
  app: {
    value: 'leaves this computer',
    needs:
      "A workflow runs on GitHub's computers, so GitHub keeps the private key as a secret of the repository. Make an app only for this. Copy the private key, and paste it as the secret OKTA_PRIVATE_KEY.",
    lines: [
      {
        name: 'In the workflow',
        text: appWorkflow,
      },
    ],
    copies: ['key'],
  },
  lines: [
    {
      name: 'Put the value into the secret',
      text: withValue(
        `sh -c 'printf %s "$OKTA_API_TOKEN" | gh secret set OKTA_API_TOKEN --repo OWNER/REPOSITORY'`,
      ),
    },
    {
      name: 'In the workflow',
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
