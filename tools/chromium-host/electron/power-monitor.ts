import { EventEmitter } from 'node:events';

/** Events that Electron has on macOS and Windows only. */
const notOnLinux = new Set(['lock-screen', 'unlock-screen']);

/** Electron's `powerMonitor` (docs/api/power-monitor.md): its events come by the control channel. */
export class PowerMonitorHere extends EventEmitter {
  /** For the control channel. Throws for what this system's Electron would never tell. */
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
