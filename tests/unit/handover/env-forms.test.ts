import { parse as parseEnv } from 'dotenv';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { withKeyInBytes } from '../../../src/main/features/handover/env-text.ts';
import { randomValue } from '../../support/random-value.ts';

const [old, value] = [randomValue(5), randomValue(6)];
const edit = (text: string) => withKeyInBytes(Buffer.from(text), 'TOKEN', value).bytes.toString();
const inBase64 = Buffer.from(old).toString('base64');

describe('people choose files of other kinds. One that has the form of lines NAME=value is changed there, and its reader reads it', () => {
  it.each([
    ['TOML', `TOKEN = "${old}"\n[b]\nx = 1\n`],
    ['TOML, in a table', `[okta]\nTOKEN = '${old}' # c\n\n[b]\nx = [1]\n`],
    ['TOML, a new key', 'A = "1"\nB = 2\n'],
    ['TOML, a new key, single quotes', "A = '1'\n"],
  ])('%s', (_name, before) => {
    const after = edit(before);
    const [was, is] = [before, after].map((one) => JSON.stringify(parseToml(one)));
    expect(is).toContain(`"TOKEN":"${value}"`);
    // Without the key, both files hold the same.
    const bare = (all = '') => all.replace(/,?"TOKEN":"[^"]*"/, '');
    expect(bare(is)).toBe(bare(was));
  });

  it.each([
    ['YAML', `A: 1\nTOKEN: ${old}\n`, `A: 1\nTOKEN: ${value}\n`],
    ['YAML, an alias', `B: &t ${old}\nTOKEN: *t\n`, `B: &t ${old}\nTOKEN: ${value}\n`],
    ['HCL', `TOKEN = "${old}"\nB = 1\n`, `TOKEN = "${value}"\nB = 1\n`],
    ['HCL, in an object', `okta = {\n  TOKEN = "${old}"\n}\n`, `okta = {\n  TOKEN = "${value}"\n}\n`],
    ['HCL, a new key', 'a = "1"\nB = "x"\n', `a = "1"\nB = "x"\nTOKEN = "${value}"\n`],
    ['INI', `[okta]\nTOKEN=${old}\n[b]\nA=1\n`, `[okta]\nTOKEN=${value}\n[b]\nA=1\n`],
    ['properties', `! c\nokta.TOKEN=x\nTOKEN=${old}\n`, `! c\nokta.TOKEN=x\nTOKEN=${value}\n`],
    ['properties with blanks, a new key', 'a = 1\nb = x\n', `a = 1\nb = x\nTOKEN = ${value}\n`],
    ['a function of a shell', `f() {\n  TOKEN=${old}\n}\n`, `f() {\n  TOKEN=${value}\n}\n`],
    ['a here-document', `cat > x <<EOF\nTOKEN=${old}\nEOF\n`, `cat > x <<EOF\nTOKEN=${value}\nEOF\n`],
    ['ANSI quotes', `TOKEN=$'${old}'\n`, `TOKEN=${value}\n`],
    ['curly quotes', `TOKEN=“${old}”\n`, `TOKEN=${value}\n`],
    ['the end sign of a shell', `export TOKEN="${old}";\n`, `export TOKEN=${value}\n`],
    ['a password manager', 'TOKEN=$(pass show okta)\n', `TOKEN=${value}\n`],
    ['another variable', `TOKEN=${'$'}{OKTA:-x}\n`, `TOKEN=${value}\n`],
    ['a placeholder', 'TOKEN=<your token>\n', `TOKEN=${value}\n`],
    ['a placeholder of a template', 'TOKEN=<<token>>\n', `TOKEN=${value}\n`],
    ['a placeholder in brackets', 'TOKEN=[YOUR_TOKEN]\n', `TOKEN=${value}\n`],
    ['JSON as a value', `TOKEN={"token":"${old}", "n":1}\n`, `TOKEN='{"token":"${value}", "n":1}'\n`],
    ['an address', `TOKEN=https://x.example/?t=${old}&n=b\n`, `TOKEN='https://x.example/?t=${value}&n=b'\n`],
  ])('%s', (_name, before, after) => {
    expect(edit(before)).toBe(after);
    expect(parseEnv(after).TOKEN).toContain(value);
  });
});

describe('a file or a value of another form is left alone, with the line and what to do', () => {
  it.each([
    ['JSON', `{\n  "TOKEN": "${old}"\n}\n`, 2],
    ['JSON in one line', `{"TOKEN":"${old}"}`, 1],
    ['JavaScript', `module.exports = {\n  TOKEN: "${old}",\n}\n`, 2],
    ['JavaScript in one line', `module.exports = { TOKEN: "${old}" };\n`, 1],
    ['JavaScript, a constant', `export const TOKEN = "${old}";\n`, 1],
    ['Nix', `{\n  TOKEN = "${old}";\n}\n`, 2],
    ['Python', `TOKEN = r"${old}"\n`, 1],
    ['Python, a call', 'import os\nTOKEN = os.environ["T"]\n', 2],
    ['Python, lines', `TOKEN = """${old}\n"""\n`, 1],
    ['Ruby', `TOKEN = "${old}".freeze\n`, 1],
    ['PHP', `<?php\n$TOKEN = "${old}";\n`, 2],
    ['PowerShell', `$env:TOKEN = "${old}"\r\n`, 1],
    ['cmd', `@echo off\r\nset TOKEN=${old}\r\n`, 2],
    ['cmd in quotes', `set "TOKEN=${old}"\r\n`, 1],
    ['fish', `# mine\nset -gx TOKEN ${old}\n`, 2],
    ['csh', `setenv TOKEN ${old}\n`, 1],
    ['a read-only variable', `A=1\nreadonly TOKEN=${old}\n`, 2],
    ['bash, declare', `declare -x TOKEN="${old}"\n`, 1],
    ['bash, a list', `TOKEN=(${old} b)\n`, 1],
    ['a line that goes on below', `A=1\nTOKEN=${old.slice(0, 9)}\\\n  ${old.slice(9)}\n`, 2],
    ['a command in backticks', 'TOKEN=`pass show okta`\n', 1],
    ['make', `TOKEN := ${old}\n`, 1],
    ['make, a default', `TOKEN ?= ${old}\n`, 1],
    ['a Dockerfile', `FROM x\nENV TOKEN=${old}\n`, 2],
    ['Compose, a list', `services:\n  a:\n    environment:\n      - TOKEN=${old}\n`, 4],
    ['Kubernetes, a list', `env:\n  - name: TOKEN\n    value: ${old}\n`, 2],
    ['Kubernetes, base64', `kind: Secret\ndata:\n  A: eA==\n  TOKEN: ${inBase64}\n`, 4],
    ['base64 in an .env file', `TOKEN=${inBase64}\n`, 1],
    ['YAML, text below', `A: 1\nTOKEN: |\n  ${old}\n`, 2],
    ['YAML, folded text below', `TOKEN: >-\n  ${old}\n`, 1],
    ['YAML, more text below', `TOKEN: SSWS\n  ${old}\n`, 1],
    ['YAML, an anchor', `TOKEN: &t ${old}\nB: *t\n`, 1],
    ['YAML, a tag', `TOKEN: !!str ${old}\n`, 1],
    ['YAML in braces', `{TOKEN: ${old}, B: 1}\n`, 1],
    ['YAML, a key in quotes', `"TOKEN": ${old}\n`, 1],
    ['TOML, lines', `TOKEN = '''${old}'''\n`, 1],
    ['TOML, a list', `TOKEN = ["${old}", "x"]\n`, 1],
    ['TOML, a table in a line', `okta = { TOKEN = "${old}" }\n`, 1],
    ['HCL, a here-document', `TOKEN = <<-EOT\n  ${old}\nEOT\n`, 1],
    ['properties, no sign', `TOKEN ${old}\n`, 1],
    ['INI, a colon', `[okta]\nTOKEN:${old}\n`, 2],
    ['INI, a comment', `;TOKEN=${old}\n`, 1],
    ['XML', `<x>\n<add key="TOKEN" value="${old}"/>\n</x>\n`, 2],
    ['a table', `name,value\nTOKEN,${old}\n`, 2],
    ['a patch', `-TOKEN=a\n+TOKEN=b\n`, 2],
    ['only the name', 'export TOKEN\n', 1],
    ['a full-width sign', `TOKEN＝${old}\n`, 1],
    ['a full-width name', `A=1\nＴＯＫＥＮ=${old}\n`, 2],
    ['a zero-width space before it', `\u200bTOKEN=${old}\n`, 1],
  ])('%s', (_name, before, line) => {
    expect(() => edit(before)).toThrow(
      `line ${line} has TOKEN in a form that .env files do not have. Write it as TOKEN=, or let a command write the token`,
    );
  });

  it.each([
    ['JSON', '{\n  "A": 1\n}\n', 1],
    ['JSON with comments', '# c\n// c\n{}\n', 2],
    ['YAML', 'A: 1\nB: 2\n', 1],
    ['YAML, a name with lines below', 'A=1\nenv:\n  B: 1\n', 2],
    ['YAML, a start', '---\nA: 1\n', 1],
    ['TOML and INI', 'A = 1\n[b]\nx = 1\n', 2],
    ['HCL', 'l = [\n  1,\n]\n', 2],
    ['systemd', '[Service]\nEnvironment=A=1\n', 1],
    ['netrc', 'machine x login a password b\n', 1],
    ['a script', 'A=1\n\nif true; then\n  x\nfi\n', 3],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nabc\n', 1],
    ['age', 'age-encryption.org/v1\n-> X25519 x\n', 1],
    ['HTML', '<!doctype html>\n<html></html>\n', 1],
  ])('gets no new line: %s', (_name, before, line) => {
    expect(() => edit(before)).toThrow(
      `line ${line} is not NAME=value, so this may be no .env file. Choose the .env file, or add the line TOKEN= where the program reads it, then run this again`,
    );
  });

  it.each([
    ['sections', `[prod]\nTOKEN=${old}\n[test]\nTOKEN=x\n`],
    ['services', `a:\n  B: 1\n  TOKEN: ${old}\nb:\n  B: 1\n  TOKEN: x\n`],
    ['branches', `if x; then\nTOKEN=${old}\nelse\nTOKEN=y\nfi\n`],
    ['a conflict of a merge', '<<<<<<< HEAD\nTOKEN=a\n=======\nTOKEN=b\n>>>>>>> x\n'],
  ])('the key in two parts: %s', (_name, before) => {
    expect(() => edit(before)).toThrow('TOKEN is in more than one part of the file');
  });

  it.each([
    ['a command', `TOKEN=${old} node app.js\n`],
    ['a command behind quotes', `TOKEN="${old}" node app.js\n`],
    ['a comment of HCL', `TOKEN = "${old}" // mine\n`],
    ['a comment of INI', `[okta]\nTOKEN=${old} ; mine\n`],
    ['a redirection', `TOKEN=${old} > x\n`],
  ])('more text behind the value: %s', (_name, before) => {
    expect(() => edit(before)).toThrow('reads more after the value of TOKEN in the same line');
  });

  it('the content of sops, whose sum would not fit', () => {
    const sealed = 'ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]';
    expect(() => edit(`TOKEN=${sealed}\nsops_mac=${sealed}\n`)).toThrow('sops encrypted it');
    expect(() => edit(`A=${sealed}\nsops_mac=${sealed}\n`)).toThrow('sops encrypted it');
  });
});
