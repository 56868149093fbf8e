import type { ActivityEntry } from '../../shared/contract/activity.ts';
import { pageShared } from '../ui/page-words.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

const actionWords: Readonly<Record<string, string>> = {
  'token.added': words.actionWords.added,
  'token.pasted-again': words.actionWords.pastedAgain,
  'token.tested': words.actionWords.tested,
  'token.copied': pageShared.copied,
  'token.changed': words.actionWords.changed,
  'token.xrayed': words.actionWords.xray,
  'token.purpose': words.actionWords.purpose,
  'token.network': words.actionWords.network,
  'token.share': words.actionWords.share,
  'token.rule': words.actionWords.rule,
  'token.retired': words.actionWords.retirement,
  'token.revoked': words.actionWords.revoked,
  'token.removed': words.actionWords.removed,
  'token.brought-back': words.actionWords.broughtBack,
  'token.kept-alive': words.actionWords.keptAlive,
  'token.keep-alive': words.actionWords.keepAlive,
  'vault.opened': words.actionWords.opened,
  'vault.locked': words.actionWords.locked,
  'vault.passcode': shared.passcode,
  'vault.passphrase': shared.passphrase,
  'vault.recovery-key': shared.recoveryKey,
  'vault.new-key': words.actionWords.newKey,
  'vault.system-proof': words.actionWords.systemProof,
  'vault.recovered': words.actionWords.recovered,
  'vault.backup': words.actionWords.backup,
  'vault.restored': words.actionWords.restored,
  'vault.backup-read': words.actionWords.backupChecked,
  'vault.exported': words.actionWords.exported,
  'vault.imported': words.actionWords.imported,
  'token.imported': words.actionWords.imported,
  'vault.begun-anew': words.actionWords.startedOver,
  'settings.changed': shared.settings,
  'activity.exported': words.actionWords.exported,
};

/** The words of features whose entries say in their sentence what was done. */
const features: Readonly<Record<string, string>> = {
  rotation: words.actionWords.rotation,
  program: words.actionWords.program,
  service: words.actionWords.oauth,
  plaintext: words.actionWords.cleaned,
  users: shared.tasks,
};

/** Returns what an entry says was done, in a word or two. */
export const doneIn = ({ action, outcome }: Pick<ActivityEntry, 'action' | 'outcome'>): string =>
  action === 'token.tested'
    ? outcome
    : (actionWords[action] ??
      features[action.slice(0, action.indexOf('.'))] ??
      action.replaceAll(/[.-]/g, ' '));
