import { spawnSync } from 'node:child_process';

/**
 * A shell script that gives a program an /etc of its own, with the folder `$1` as /etc/keyturn and its resolv.conf, if it has one, in the
 * place of the system's, and then becomes the program. Only this program and its children see it. The upper layer is in memory, since an overlay cannot lie on another one.
 */
const script = `
set -e
mount -t tmpfs keyturn-etc /mnt
mkdir -p /mnt/upper/keyturn /mnt/work
cp -Rp "$1"/. /mnt/upper/keyturn/
[ ! -f "$1/resolv.conf" ] || mv /mnt/upper/keyturn/resolv.conf /mnt/upper/resolv.conf
mount -t overlay -o lowerdir=/etc,upperdir=/mnt/upper,workdir=/mnt/work keyturn-etc /etc
shift
exec "$@"`;

/** Returns the command and arguments that run a program with the files of `folder` in an /etc/keyturn of its own. Needs root on Linux. */
export const withOwnEtc = (folder: string, command: string, args: readonly string[]): [string, string[]] => [
  'unshare',
  ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', folder, command, ...args],
];

/** Returns whether this account may give a program an /etc of its own. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const [command, args] = withOwnEtc('/etc/security', 'test', ['-d', '/etc/keyturn']);
  return spawnSync(command, args).status === 0;
}
