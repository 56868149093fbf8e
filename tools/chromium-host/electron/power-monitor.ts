import { EventEmitter } from 'node:events';

/** Events that exist only on macOS and Windows. */
const notOnLinux = new Set(['lock-screen', 'unlock-screen']);

/** Electron's `powerMonitor` (docs/api/power-monitor.md): its events come from the control channel. */
export class PowerMonitorHere extends EventEmitter {
  /** Emits an event for the control channel. Throws for an event that this system's Electron never emits. */
  happen(event: string): void {
    if (process.platform === 'linux' && notOnLinux.has(event))
      throw new Error(`Electron has no ${event} on Linux`);
    this.emit(event);
  }

  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(): 'active' {
    return 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}
