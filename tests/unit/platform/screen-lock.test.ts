import { describe, expect, it, vi } from 'vitest';

const monitor = vi.hoisted(() => ({ listeners: new Map<string, () => void>() }));
vi.mock('electron', () => ({
  powerMonitor: { on: (event: string, listener: () => void) => monitor.listeners.set(event, listener) },
}));

const { ScreenLock, screenLockView } = await import('../../../src/main/platform/screen-lock.ts');
const { systemClock } = await import('../../../src/main/base/clock.ts');

describe('a lock of the screen as Settings shows it', () => {
  it.each([
    ['linux', 'looking', true, /screen lock or the screen saver/],
    ['linux', 'screen-saver', true, /screen lock or the screen saver/],
    ['linux', 'logind', true, /through logind .*does not notice .*i3lock or swaylock/],
    ['linux', 'nobody', false, /^Not available here\. Neither logind nor a screen saver answers/],
    ['linux', 'lost', false, /^Not available now\. .* was lost/],
    ['darwin', 'looking', true, /system.s screen lock/],
    ['win32', 'looking', true, /system.s screen lock/],
  ] as const)('%s, %s', (platform, hearing, available, sentence) => {
    const view = screenLockView(platform, hearing);
    expect(view.available).toBe(available);
    expect(view.sentence).toMatch(sentence);
    expect(view.sentence.length).toBeLessThanOrEqual(300);
  });

  it.each(['darwin', 'win32'] as const)('is reported by Electron on %s', async (platform) => {
    const onLock = vi.fn();
    monitor.listeners.clear();
    const lock = new ScreenLock({ onLock, onSleep: vi.fn(), onChange: vi.fn() }, systemClock, platform);
    await lock.start();
    monitor.listeners.get('lock-screen')?.();
    expect(onLock).toHaveBeenCalledOnce();
    expect(lock.view.available).toBe(true);
  });
});
