#!/bin/sh
# Runs as root after the .deb or .rpm package was installed or upgraded. The paths are those of tools/packaging/configuration.ts.
set -e
folder=/opt/Keyturn

ln -sfn "$folder/keyturn" /usr/bin/keyturn

# Ubuntu 23.10 and later let a program make user namespaces only where an AppArmor profile says so. AppArmor before version 4 does not
# know that rule and needs none; there the parser refuses the profile and it is left out.
profile=absent
if [ -d /sys/kernel/security/apparmor ] && command -v apparmor_parser >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --skip-cache "$folder/resources/apparmor-profile" >/dev/null 2>&1; then
  install -m 0644 "$folder/resources/apparmor-profile" /etc/apparmor.d/keyturn
  # An image of a system that is being built has a kernel that is not its own.
  if ischroot 2>/dev/null || apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/keyturn >/dev/null 2>&1; then
    profile=present
  else
    rm -f /etc/apparmor.d/keyturn
  fi
fi

# Chromium's own helper needs the setuid bit only where an account cannot make user namespaces itself. Asked as nobody: root always can.
if [ "$profile" = present ] ||
  setpriv --reuid=65534 --regid=65534 --clear-groups \
    unshare --user --map-root-user unshare --user true >/dev/null 2>&1; then
  chmod 0755 "$folder/chrome-sandbox"
else
  chown root:root "$folder/chrome-sandbox"
  chmod 4755 "$folder/chrome-sandbox"
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
