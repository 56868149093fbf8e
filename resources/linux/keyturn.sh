#!/bin/sh
# Starts Keyturn in Chromium's sandbox, or says in one line why it cannot. Every Linux package has this file as `keyturn`, and Electron's
# program beside it as `keyturn-bin`. Without it an AppImage would run unsandboxed and silently where user namespaces are restricted:
# electron-builder's AppRun adds --no-sandbox there (app-builder-lib, targets/appimage/appImageUtil.ts).
here=$(dirname -- "$(readlink -f -- "$0")")
# shellcheck source=resources/linux/sandbox.sh
. "$here/resources/sandbox.sh"

if [ -n "$APPIMAGE" ]; then from=appimage; else from=package; fi
reason=$(
  why_no_sandbox \
    "$(id -u)" \
    "$(helper_state "$here/chrome-sandbox")" \
    "$(profile_state /etc/apparmor.d/keyturn "$here")" \
    "$(probe_namespaces)" \
    "$(setting /proc/sys/user/max_user_namespaces)" \
    "$(setting /proc/sys/kernel/unprivileged_userns_clone)" \
    "$(setting /proc/sys/kernel/apparmor_restrict_unprivileged_userns)" \
    "$from"
)
if [ -n "$reason" ]; then
  echo "keyturn: $reason" >&2
  # Started from a menu, nobody sees that line. AppRun puts its own libraries before the system's; a dialog wants the latter.
  if ! [ -t 2 ]; then
    unset LD_LIBRARY_PATH
    zenity --error --title=Keyturn --no-markup --text="$reason" 2>/dev/null ||
      kdialog --title Keyturn --error "$reason" 2>/dev/null ||
      notify-send --icon=keyturn Keyturn "$reason" 2>/dev/null ||
      true
  fi
  exit 1
fi

# Chromium takes a switch with one dash or two, with a value or without, with spaces around it, and none behind `--`
# (base/command_line.cc, AppendSwitchesAndArguments). What would take the sandbox away is left out, whoever wrote it.
left=$#
ours=yes
while [ "$left" -gt 0 ]; do
  word=$1
  shift
  left=$((left - 1))
  if [ "$ours" = yes ]; then
    name=${word#"${word%%[![:space:]]*}"}
    name=${name%"${name##*[![:space:]]}"}
    name=${name%%=*}
    case $name in
      --) ours=no ;;
      -no-sandbox | --no-sandbox | -no-zygote | --no-zygote | -single-process | --single-process | \
        -disable-namespace-sandbox | --disable-namespace-sandbox | -disable-setuid-sandbox | --disable-setuid-sandbox | \
        -disable-seccomp-filter-sandbox | --disable-seccomp-filter-sandbox | -disable-gpu-sandbox | --disable-gpu-sandbox | \
        -gpu-sandbox-allow-sysv-shm | --gpu-sandbox-allow-sysv-shm | -no-zygote-sandbox | --no-zygote-sandbox)
        continue
        ;;
    esac
  fi
  set -- "$@" "$word"
done
# Node would run code that somebody compiled and laid there, beside the app's own, whose integrity Electron checks.
unset NODE_COMPILE_CACHE
# A core dump would hold the tokens that memory held.
ulimit -c 0
exec "$here/keyturn-bin" "$@"
