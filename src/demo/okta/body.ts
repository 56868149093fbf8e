import type { IncomingMessage } from 'node:http';

/** Returns the body of a request as text, or null when the caller hung up before its end. */
export async function bodyOfRequest(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}
