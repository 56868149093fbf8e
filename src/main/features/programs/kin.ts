/** What starts a person's session, or stands between it and the system; nobody would say that it started a program. */
const managers =
  /^(?:systemd|\(sd-pam\)|init|launchd|login|gdm.*|sddm.*|lightdm|xinit|startx|Xorg|Xwayland|gnome-session.*|gnome-shell|plasmashell|ksmserver|startplasma.*|kwin.*|xfce4-session|mate-session|cinnamon-session|sway|Hyprland|dbus-.*|containerd-shim.*|conmon|tini|dumb-init|docker-init|s6-.*|runsv.*|supervisord)$/;

/**
 * Returns what a person would say that a program was started from: the terminal, editor or other app it came of, which is the farthest of its
 * parents (nearest first) below what runs the session. Empty when there is none. Pure.
 */
export function startedFrom(parents: readonly string[]): string {
  return parents.findLast((name) => name !== '' && !managers.test(name)) ?? '';
}

/** Shells, and programs that run others as a script would. */
const starters =
  /^(?:(?:ba|da|z|k|mk|pdk|fi|c|tc|a|r|y)?sh|busybox|nu|pwsh|node|nodejs|bun|deno|g?make|ninja|xargs|find|env|time|watch|just)(?:[-.\d]*)(?:\.exe)?$/;

/**
 * Returns whether a parent that runs from `path` has itself started its children. A process whose parent has ended is given to the nearest
 * subreaper (prctl(2), PR_SET_CHILD_SUBREAPER: `systemd --user`, supervisors), and /proc does not tell such a one from the parent that
 * started it: so those count that are known never to be one, and with any other each process is known by itself alone. Pure.
 */
export const startsItsChildren = (path: string): boolean => starters.test(path.split('/').at(-1) ?? '');
