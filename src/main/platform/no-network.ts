import { app, type Session, session } from 'electron';

/** WebRTC sends no UDP but by a proxy that takes UDP, and there is none (W3C webrtc-ip-handling, RFC 8828 mode 4). */
const policy = 'disable_non_proxied_udp';

/**
 * Keeps WebRTC off UDP. The content security policy does not cover WebRTC: STUN left the page beside `connect-src 'none'`, and Chromium
 * does not heed `webrtc 'block'`. Call it before `ready`.
 */
export function keepWebRtcInside(): void {
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', policy);
  app.on('web-contents-created', (_created, contents) => contents.setWebRTCIPHandlingPolicy(policy));
}

/**
 * Gives the window's session a proxy that is not there, for loopback too, so that nothing of a page reaches a network by TCP or by a
 * look-up of a name: no TURN, no prefetch, no preconnect, no beacon. Pages come by the app's own scheme, which asks no proxy; main talks
 * to Okta by undici and asks the system's proxy of `app`, not of this session.
 */
export function closeNetwork(target: Session = session.defaultSession): void {
  // Port 9 is "discard" (RFC 863). Were something to listen there, it would be on this computer.
  void target.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}
