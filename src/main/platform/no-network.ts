import { app, type Session } from 'electron';

/** WebRTC sends UDP only through a proxy that takes UDP, and there is no such proxy (W3C webrtc-ip-handling, RFC 8828 mode 4). */
const policy = 'disable_non_proxied_udp';

/**
 * No name has an address if it is asked for with port 0. Only WebRTC asks so (Chromium, services/network/p2p/socket_manager.cc): it looks up a
 * TURN server's name before it asks any proxy, and so a name of the script's choice would go to the computer's name server. A page asks for
 * other names with a port, and the proxy below looks these up.
 */
const noNames = 'MAP *:0 ~NOTFOUND';

/**
 * Keeps WebRTC from sending UDP and from looking up names. The content security policy does not cover WebRTC: a page sent STUN despite `connect-src 'none'`, and
 * Chromium ignores `webrtc 'block'`. Call it before `ready`.
 */
export function keepWebRtcInside(): void {
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', policy);
  app.commandLine.appendSwitch('host-resolver-rules', noNames);
  app.on('web-contents-created', (_created, contents) => contents.setWebRTCIPHandlingPolicy(policy));
}

/**
 * Gives the window's session a proxy that does not exist, for loopback too. A page therefore reaches no network by TCP or by a look-up of a
 * name: no TURN, no prefetch, no preconnect, no beacon. Pages load through the app's own scheme, which uses no proxy. Main calls Okta
 * through undici, and asks `app` and not this session for the system's proxy.
 */
export function closeNetwork(target: Session): void {
  // Port 9 is "discard" (RFC 863). A program that listens there is on this computer.
  void target.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}
