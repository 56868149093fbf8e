const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The forms in which tokens lie in files, each as the text of a file with one value in it. */
export const forms: Readonly<Record<string, (value: string) => string>> = {
  '.env': (value) => `OKTA_ORG_URL=https://acme.okta.com\nOKTA_API_TOKEN=${value}\nPORT=80\n`,
  '.env, exported and quoted': (value) => `export OKTA_API_TOKEN="${value}"\n`,
  '.env, in single quotes': (value) => `OKTA_CLIENT_TOKEN='${value}' # terraform\n`,
  '.env, by a name that says token only': (value) => `API_TOKEN=${value}\n`,
  '.env, set on Windows': (value) => `set OKTA_TOKEN=${value}\r\nsetx OKTA_API_TOKEN ${value}\r\n`,
  PowerShell: (value) => `$env:OKTA_API_TOKEN = "${value}"\n`,
  'okta.yaml': (value) => `okta:\n  client:\n    orgUrl: "https://acme.okta.com"\n    token: "${value}"\n`,
  'okta.yaml without quotes': (value) => `okta:\n  client:\n    token: ${value}\n`,
  JSON: (value) => `{"okta":{"url":"https://acme.okta.com","apiToken":"${value}"}}`,
  'JSON in JSON': (value) => JSON.stringify({ body: JSON.stringify({ token: value }) }),
  'JSON in JSON, behind a line end': (value) => JSON.stringify({ log: `SSWS\n${value}\nokta` }),
  'YAML list': (value) => `env:\n  - name: OKTA_API_TOKEN\n    value: ${value}\n`,
  'a history of bash': (value) =>
    `cd src\ncurl -H 'Authorization: SSWS ${value}' https://acme.okta.com/api/v1/users\nls\n`,
  'a history of zsh': (value) =>
    `: 1764000000:0;curl -H "Authorization: SSWS ${value}" https://acme.okta.com/api/v1/users\n`,
  'a history of fish': (value) => `- cmd: set -x OKTA_API_TOKEN ${value}\n  when: 1764000000\n`,
  'a command with an option': (value) => `terraform apply -var api_token=${value}\n./sync --token ${value}\n`,
  'a header of HTTP': (value) =>
    `GET /api/v1/users HTTP/1.1\nHost: acme.okta.com\nAuthorization: SSWS ${value}\n\n`,
  'a header without a space': (value) => `authorization: SSWS=${value}`,
  'a netrc': (value) => `machine acme.okta.com\n  login svc\n  password ${value}\n`,
  tfvars: (value) => `org_name  = "acme"\napi_token = "${value}"\n`,
  'a heredoc of HCL': (value) => `token = <<-EOT\n  ${value}\n  EOT\n`,
  'a map of HCL': (value) => `okta = { "api_token" : "${value}", n = 1 }\n`,
  'a default of a shell': (value) => `export API_TOKEN="\${API_TOKEN:-${value}}"\n`,
  'a block of YAML': (value) => `api_token: >-\n  ${value}\n`,
  'an anchor of YAML': (value) => `api_token: &prod ${value}\n`,
  'Terraform state': (value) =>
    `{"version":4,"lineage":"x","resources":[{"type":"okta_x","instances":[{"attributes":{"api_token":"${value}"}}]}]}`,
  'a Postman environment': (value) =>
    `{"name":"acme.okta.com","values":[{"key":"apikey","value":"${value}","enabled":true}],"_postman_variable_scope":"environment"}`,
  'a Postman collection with the header in base64': (value) =>
    `{"info":{"name":"Users"},"auth":{"type":"basic"},"header":[{"key":"Authorization","value":"Basic ${base64(`SSWS ${value}`)}"}]}`,
  'a name and value in base64': (value) => `data:\n  env: ${base64(`OKTA_API_TOKEN=${value}\n`)}\n`,
  "VS Code's settings": (value) =>
    `{\n  // Okta\n  "terminal.integrated.env.linux": { "OKTA_API_TOKEN": "${value}" },\n}\n`,
  XML: (value) => `<okta><apiToken>${value}</apiToken></okta>`,
  'a property file': (value) => `okta.client.token = ${value}\n`,
  'a URL': (value) => `https://acme.okta.com/api/v1/users?token=${value}&limit=1\n`,
  'a URL with percent codes': (value) => `authorization=SSWS%20${value}%0A`,
  code: (value) => `const client = new okta.Client({ orgUrl, token: '${value}' });\n`,
  Markdown: (value) => `The token of acme.okta.com is \`${value}\`.\n`,
  'a file with the value only': (value) => `${value}\n`,
};

/** The ways in which the bytes of a text stand in a file. */
export const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with CRLF': (text) => Buffer.from(text.replaceAll(/\r?\n/g, '\r\n')),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'Latin-1': (text) => Buffer.concat([Buffer.from([0xe9, 0x0a]), Buffer.from(text, 'latin1')]),
  'UTF-16 of Windows': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16, the other way round': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'old Mac line ends': (text) => Buffer.from(text.replaceAll('\n', '\r')),
};
