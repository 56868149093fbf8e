import { addTestRotate } from '../packaged/walk.ts';
import { expect, test } from '../support/test.ts';

test('adds, tests and rotates a token with the packed program, as the workflows do', async ({
  start,
  fake,
}) => {
  const { page, control } = await start();
  const seen: string[] = [];
  await addTestRotate(
    {
      page,
      writeClipboard: (text) => control.writeClipboard(text),
      picture: async (name) => void seen.push(name),
    },
    fake.org('acme'),
  );
  expect(seen).toEqual(['1-added', '2-tested', '3-rotated']);
});
