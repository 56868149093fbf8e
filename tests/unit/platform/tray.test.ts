import { expect, it, vi } from 'vitest';

const drawn = vi.hoisted(() => ({ labels: [] as string[] }));
vi.mock('electron', () => ({
  nativeImage: { createFromPath: (path: string) => path },
  Menu: {
    buildFromTemplate: (items: { label?: string }[]) => {
      drawn.labels = items.flatMap(({ label }) => label ?? []);
    },
  },
  Tray: class {
    on() {}
    setImage() {}
    setToolTip() {}
    setContextMenu() {}
  },
}));

const { AppTray } = await import('../../../src/main/platform/tray.ts');

it('shows the & of a name, which alone would mark a key and be left out', () => {
  const tray = new AppTray({ calm: 'a.png', attention: 'b.png' }, {} as never);
  tray.want(true);
  const words = 'R&D && Ops _x_: Failing';
  tray.set({ locked: false, line: '1 & 2', urgent: [{ id: 'a', words }], attention: true });
  expect(drawn.labels.slice(0, 2)).toEqual(['1 && 2', 'R&&D &&&& Ops _x_: Failing']);
});
