import { request } from 'node:https';
import type { FakeOkta, RunningOrg } from './server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  /** The Link headers as they came, one by one. */
  readonly links: readonly string[];
  readonly text: string;
  /** Parses the text. Throws when it is not JSON. */
  json(): unknown;
}

export interface AskOptions {
  /** A token's value. */
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as a form instead of a JSON body. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another of the server's names: localhost, 127.0.0.1, the admin host, or a custom domain. */
  readonly host?: string;
}

/** Calls a fake org over TLS with only Node's own client, so that the test covers the fake and not Keyturn's client. */
export function ask(
  fake: FakeOkta,
  running: RunningOrg,
  method: string,
  path: string,
  options: AskOptions = {},
): Promise<Answer> {
  const host = options.host ?? `${running.org.subdomain}.localhost`;
  const form = options.form === undefined ? undefined : new URLSearchParams(options.form).toString();
  const body = form ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: running.port,
        servername: host === '127.0.0.1' ? '' : host,
        ca: fake.caPem,
        agent: false,
        method,
        path,
        headers: {
          host: `${host}:${running.port}`,
          accept: 'application/json',
          ...(options.token === undefined ? {} : { authorization: `SSWS ${options.token}` }),
          ...(body === undefined
            ? {}
            : {
                'content-type': form === undefined ? 'application/json' : 'application/x-www-form-urlencoded',
                'content-length': String(Buffer.byteLength(body)),
              }),
          ...options.headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            links: response.headersDistinct.link ?? [],
            text,
            json: () => JSON.parse(text) as unknown,
          });
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
