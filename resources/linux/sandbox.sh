# Says whether Chromium's sandbox can start on this computer. Only functions: keyturn.sh beside this file asks them before it starts
# the program, because Chromium ends with a crash before any of the app's own code runs (content/app/content_main_runner_impl.cc,
# InitializeZygoteSandboxForBrowserProcess). POSIX sh; tests/unit/package/launcher.test.ts.

# Prints why the sandbox cannot start and what to do, in one line, or nothing where it can. It reads nothing but its arguments:
#   $1 uid       the account's number
#   $2 helper    usable | absent: chrome-sandbox belongs to root and has its setuid bit
#   $3 profile   present | absent: the AppArmor profile that the .deb and .rpm packages bring
#   $4 probe     works | fails | unknown: a user namespace and one in it were made, as Chromium tries it
#                (sandbox/linux/services/credentials.cc, CanCreateProcessInNewUserNS)
#   $5 max       user.max_user_namespaces, or nothing
#   $6 clone     kernel.unprivileged_userns_clone (Debian's kernels), or nothing
#   $7 apparmor  kernel.apparmor_restrict_unprivileged_userns (Ubuntu 23.10 and later), or nothing
#   $8 from      appimage | package
why_no_sandbox() {
  if [ "$1" = 0 ]; then
    echo "Keyturn does not run as root, because Chromium's sandbox does not work there. Start it from your own account."
    return
  fi
  if [ "$2" = usable ] || [ "$4" = works ] || [ "$3" = present ]; then return; fi
  if [ "$5" = 0 ]; then
    reason='user.max_user_namespaces is 0'
  elif [ "$6" = 0 ]; then
    reason='kernel.unprivileged_userns_clone is 0'
  elif [ "$7" = 1 ]; then
    reason='AppArmor restricts user namespaces (kernel.apparmor_restrict_unprivileged_userns is 1)'
  elif [ "$4" = fails ]; then
    reason='this system lets no program make a user namespace'
  else
    # Nothing shows that it would fail, so Chromium decides.
    return
  fi
  if [ "$8" = appimage ]; then
    remedy='Install the .deb or .rpm package instead, which sets this up, or ask an administrator to allow user namespaces.'
  else
    remedy='Install the package again, which sets this up, or ask an administrator to allow user namespaces.'
  fi
  echo "Keyturn cannot start in its sandbox, and never runs without it: $reason. $remedy"
}

# Prints "usable" where the file $1 is a setuid helper that Chromium would run (sandbox/linux/suid/client/setuid_sandbox_host.cc).
helper_state() {
  if [ -u "$1" ] && [ -x "$1" ] && [ "$(stat -c %u -- "$1" 2>/dev/null)" = 0 ]; then
    case ",$(findmnt -n -o OPTIONS -T "$1" 2>/dev/null)," in
      *,nosuid,*) ;;
      *)
        echo usable
        return
        ;;
    esac
  fi
  echo absent
}

# Prints "present" where the AppArmor profile $1 names a program in the folder $2.
profile_state() {
  if grep -qsF -- "\"$2/" "$1"; then echo present; else echo absent; fi
}

# Tries what Chromium would try.
probe_namespaces() {
  if ! command -v unshare >/dev/null 2>&1; then
    echo unknown
  elif unshare --user --map-root-user unshare --user true >/dev/null 2>&1; then
    echo works
  else
    echo fails
  fi
}

# Prints the kernel's setting in the file $1, or nothing.
setting() {
  if [ -r "$1" ]; then head -n 1 -- "$1"; fi
}
