import { systemPreferences } from 'electron';
import type { Clock, SystemProof } from '../base/ports.ts';
import { touchIdProof } from './system-proof-mac.ts';

/**
 * Returns the proof that this system can ask for. On Windows there is none: Electron has no call for Windows Hello, and no well-kept
 * package has one (docs/vault.md).
 */
export function createSystemProof(clock: Clock): SystemProof {
  // Electron has these two calls on macOS only (docs/api/system-preferences.md).
  if (typeof systemPreferences.canPromptTouchID === 'function') {
    return touchIdProof(
      {
        can: () => systemPreferences.canPromptTouchID(),
        prompt: (reason) => systemPreferences.promptTouchID(reason),
      },
      clock,
    );
  }
  if (process.platform !== 'linux') return { available: async () => null, ask: async () => 'unavailable' };
  const polkit = async () => new (await import('./system-proof-linux.ts')).Polkit(clock);
  return { available: async () => (await polkit()).available(), ask: async () => (await polkit()).ask() };
}
