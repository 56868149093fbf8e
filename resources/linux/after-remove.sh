#!/bin/sh
# Runs as root after the .deb or .rpm package was removed. On an upgrade dpkg gives `upgrade` and rpm a number above 0: what the new
# version has just put in place stays.
set -e
case "$1" in
  0 | remove | purge | disappear | '') ;;
  *) exit 0 ;;
esac

if [ "$(readlink /usr/bin/keyturn)" = /opt/Keyturn/keyturn ]; then rm -f /usr/bin/keyturn; fi

if [ -f /etc/apparmor.d/keyturn ]; then
  if command -v apparmor_parser >/dev/null 2>&1 && ! ischroot 2>/dev/null; then
    apparmor_parser --remove /etc/apparmor.d/keyturn >/dev/null 2>&1 || true
  fi
  rm -f /etc/apparmor.d/keyturn
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
