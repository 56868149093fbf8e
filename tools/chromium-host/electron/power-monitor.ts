import { EventEmitter } from 'node:events';

/** Electron's `powerMonitor` (docs/api/power-monitor.md): its events come by the control channel. */
export class PowerMonitorHere extends EventEmitter {
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
