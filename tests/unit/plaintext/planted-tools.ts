const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Cuts base64 into lines of 64 or 76 characters, as programs do. */
const folded = (text: string, length: number, indent: string): string =>
  base64(text)
    .match(new RegExp(`.{1,${length}}`, 'g'))
    ?.join(`\n${indent}`) ?? '';

/** The forms in which the files of tools hold a token, mostly without a word of Okta's. Each has one value in it. */
export const toolForms: Readonly<Record<string, (value: string) => string>> = {
  'Terraform, the default of a variable': (v) =>
    `variable "api_token" {\n  type = string\n  default = "${v}"\n}\n`,
  'Terraform, an output in JSON': (v) =>
    `{"outputs":{"api":{"value":"${v}","type":"string","sensitive":true}}}`,
  'Postman, an environment': (v) => `{"values":[{"key":"apikey","value":"${v}","type":"secret"}]}`,
  'Postman, the value before its key': (v) => `{"values":[{"type":"secret","value":"${v}","key":"token"}]}`,
  'Postman, version 1': (v) => `{"requests":[{"headers":"Accept: */*\\nAuthorization: SSWS ${v}\\n"}]}`,
  'Postman, an API key': (v) =>
    `{"apikey":[{"key":"value","value":"${v}"},{"key":"key","value":"Authorization"}]}`,
  'Postman, a script': (v) => `{"exec":["pm.environment.set(\\"apikey\\", \\"${v}\\");"]}`,
  'Compose, a list': (v) => `    environment:\n      - "API_TOKEN=${v}"\n`,
  'Compose, a default': (v) => `      API_TOKEN: \${API_TOKEN:-${v}}\n`,
  'Compose, a default without a colon': (v) => `      API_TOKEN: \${API_TOKEN-${v}}\n`,
  'Kubernetes, a secret': (v) => `kind: Secret\ndata:\n  api-token: ${base64(v)}\n`,
  'Kubernetes, base64 over lines': (v) =>
    `kind: Secret\ndata:\n  env: |\n    ${folded(`OKTA_API_TOKEN=${v}\nA=1\nB=https://acme.okta.com\n`, 76, '    ')}\n`,
  'Kubernetes, base64 in base64': (v) =>
    `data:\n  .dockerconfigjson: ${base64(JSON.stringify({ auths: { x: { auth: base64(`token:${v}`) } } }))}\n`,
  'Kubernetes, a variable': (v) => `env:\n- name: API_TOKEN\n  value: "${v}"`,
  'Kubernetes, the value before its name': (v) => `env:\n- value: "${v}"\n  name: API_TOKEN\n`,
  'Kubernetes, base64 in each line': (v) => `secret:\n  ${base64(v)}\n  ${base64(`00${v.slice(2)}`)}\n`,
  'a mail with base64': (v) =>
    `Content-Transfer-Encoding: base64\r\n\r\n${folded(`The token is\n${v}\nof acme.okta.com, so keep it.`, 64, '')}\r\n`,
  'Helm, --set': (v) => `helm upgrade x . --set api.token=${v},a=b`,
  'GitLab, a variable': (v) => `variables:\n  API_TOKEN:\n    description: x\n    value: "${v}"\n`,
  'Azure Pipelines': (v) => `variables:\n- name: apiToken\n  value: ${v}\n`,
  'Azure Pipelines, a logging command': (v) => `echo "##vso[task.setvariable variable=API_TOKEN]${v}"\n`,
  Jenkins: (v) => `withCredentials([x]) { withEnv(['T=${v}']) {} }`,
  Ansible: (v) => `api_token: !unsafe ${v}\n`,
  'XML, an attribute': (v) => `<add key="ApiToken" value="${v}" />`,
  'XML, CDATA': (v) => `<apiToken><![CDATA[${v}]]></apiToken>`,
  'a property list': (v) => `<key>ApiToken</key>\n\t<string>${v}</string>`,
  HAR: (v) => `{"headers":[{"name":"X-Api-Key","value":"${v}"}]}`,
  'HAR, a query': (v) => `{"queryString":[{"name":"token","value":"${v}"}]}`,
  'PowerShell, a method': (v) => `[Environment]::SetEnvironmentVariable('API_TOKEN', '${v}', 'User')`,
  'PowerShell, Set-Item': (v) => `Set-Item -Path Env:API_TOKEN -Value '${v}'`,
  'PowerShell, a secure string': (v) => `$token = ConvertTo-SecureString "${v}" -AsPlainText -Force`,
  systemd: (v) => `[Service]\nEnvironment=B=1 "API_TOKEN=${v}"\n`,
  csh: (v) => `setenv API_TOKEN "${v}"\n`,
  'a batch file': (v) => `@echo off\r\nset "API_TOKEN=${v}"\r\n`,
  'a crontab': (v) => `0 3 * * * API_TOKEN=${v} /usr/local/bin/sync\n`,
  'HTTPie, a session': (v) => `{"auth":{"type":"bearer","raw_auth":"${v}"}}`,
  Bruno: (v) => `vars {\n  token: ${v}\n}\n`,
  Insomnia: (v) => `{"_type":"environment","data":{"token":"${v}"}}`,
  'Python, a default': (v) => `t = os.getenv("API_TOKEN", "${v}")`,
  'JavaScript, a default': (v) => `const token = process.env.API_TOKEN ?? "${v}";`,
  'TypeScript, with a type': (v) => `const token: string = "${v}";`,
  'Java, a constructor': (v) => `.setClientCredentials(new TokenClientCredentials("${v}"))`,
  'Go, a function': (v) => `client.WithToken("${v}")`,
  'C#, a verbatim string': (v) => `string apiToken = @"${v}";`,
  'Perl, q': (v) => `my $token = q(${v});`,
  'PHP, define': (v) => `define('API_TOKEN', '${v}');`,
  'Lua, long brackets': (v) => `api_token = [[${v}]]`,
  'Make, a default': (v) => `API_TOKEN ?= ${v}\n`,
  'bash, an array': (v) => `TOKENS=(${v})`,
  'bash, a quote with a dollar': (v) => `export API_TOKEN=$'${v}'`,
  'a pipe into a program': (v) => `printf '%s' '${v}' | gh secret set API_TOKEN`,
  'an option without a space': (v) => `gh secret set API_TOKEN -b${v}`,
  'a password in an address': (v) => `curl https://svc:${v}@api.example.com/users # token`,
  'AWS, a parameter': (v) => `aws ssm put-parameter --name /api/token --type SecureString --value "${v}"`,
  'a table of commas': (v) => `name,token\nprod,${v}\n`,
  'a table, far below its heads': (v) => `name;API token\n${'a;b\n'.repeat(2_000)}prod;${v}\n`,
  'a table of Markdown': (v) => `| Name | Token |\n|---|---|\n| prod | ${v} |\n`,
  HTML: (v) => `<td>API Token</td><td>${v}</td>`,
  SQL: (v) => `INSERT INTO settings VALUES('api_token','${v}');`,
  'an English sentence': (v) => `The API token is ${v}. Keep it.`,
  'a German sentence': (v) => `Das Token lautet ${v}`,
  'a Japanese sentence': (v) => `トークン：${v}`,
  'a Japanese sentence without spaces': (v) => `APIトークンは${v}です。`,
};
