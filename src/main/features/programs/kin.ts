/** Programs that start a person's session, or that run between the session and the system. Nobody would say that they started a program. */
const managers =
  /^(?:systemd|\(sd-pam\)|init|launchd|login|gdm.*|sddm.*|lightdm|xinit|startx|Xorg|Xwayland|gnome-session.*|gnome-shell|plasmashell|ksmserver|startplasma.*|kwin.*|xfce4-session|mate-session|cinnamon-session|sway|Hyprland|dbus-.*|containerd-shim.*|conmon|tini|dumb-init|docker-init|s6-.*|runsv.*|supervisord)$/;

/**
 * Returns the terminal, editor or other app that a program was started from. This is the farthest of its parents (nearest first) below the
 * programs that run the session. Returns an empty text when there is none. Pure.
 */
export function startedFrom(parents: readonly string[]): string {
  return parents.findLast((name) => name !== '' && !managers.test(name)) ?? '';
}

/** Shells, and programs that run other programs as a script does. */
const starters =
  /^(?:(?:ba|da|z|k|mk|pdk|fi|c|tc|a|r|y)?sh|busybox|nu|pwsh|node|nodejs|bun|deno|g?make|ninja|xargs|find|env|time|watch|just)(?:[-.\d]*)(?:\.exe)?$/;

/**
 * Returns whether a parent that runs from `path` has itself started its children. When a parent ends, its children go to the nearest
 * subreaper (prctl(2), PR_SET_CHILD_SUBREAPER: `systemd --user`, supervisors). /proc does not tell a subreaper from the parent that started
 * them, so only programs that are never a subreaper count. Under any other parent, only the process itself identifies it. Pure.
 */
export const startsItsChildren = (path: string): boolean => starters.test(path.split('/').at(-1) ?? '');
