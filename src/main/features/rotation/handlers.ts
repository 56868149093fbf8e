import { randomUUID } from 'node:crypto';
import type { ChecklistItem, Rotation } from '../../../shared/contract/rotation.ts';
import { lifeMs } from '../../../shared/health.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { Failed } from '../../base/failure.ts';
import { inFileName } from '../../base/file-name.ts';
import { type Watch, writeFileAtomically } from '../../base/files.ts';
import type { Dialogs, Opener } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { RotationDesk } from './desk.ts';
import { recordAsHtml, recordAsJson } from './export.ts';
import type { RotationTokens } from './needs.ts';
import { itemOf } from './run-step.ts';
import { words } from './words.ts';

export interface RotationHandlerNeeds {
  readonly desk: RotationDesk;
  readonly tokens: RotationTokens;
  readonly opener: Opener;
  readonly dialogs: Dialogs;
  readonly watch: Watch;
  readonly now: () => number;
  readonly adminUrlOf: (tokenId: string) => string;
  readonly version: string;
}

/** Returns the methods of rotation. */
export function rotationHandlers(needs: RotationHandlerNeeds): Handlers['rotation'] {
  const { desk, tokens } = needs;
  const captured = async (work: ReturnType<RotationDesk['capture']>) => {
    const { rotation, taken } = await work;
    const { notes, choices, clipboardCleared } = taken;
    return { rotation, notes: [...notes], choices: [...choices], clipboardCleared };
  };
  return {
    list: () => desk.list(),
    begin: ({ tokenId }) => desk.begin(tokenId),
    beginToApp: ({ tokenId }) => desk.beginToApp(tokenId),
    replaceNow: ({ tokenId }) => desk.replaceNow(tokenId),
    openAdminConsole: async ({ rotationId }) => {
      await needs.opener.openUrl(new URL(needs.adminUrlOf(desk.get(rotationId).tokenId)));
      return {};
    },
    captureFromClipboard: ({ rotationId }) => captured(desk.capture(rotationId, null)),
    captureTyped: ({ rotationId, value }) => captured(desk.capture(rotationId, value)),
    chooseCaptured: ({ rotationId, fingerprint }) => captured(desk.choose(rotationId, fingerprint)),
    compare: ({ rotationId }) => desk.compare(rotationId),
    handOver: ({ rotationId, confirm }) => desk.handOver(rotationId, confirm),
    editChecklist: ({ rotationId, items }) => {
      const rotation = desk.note(rotationId, '', (now) => ({
        checklist: items.map((item): ChecklistItem => {
          const known = now.checklist.find(({ id }) => id === item.id);
          return {
            id: known?.id ?? randomUUID(),
            doneAt: known?.doneAt ?? null,
            doneBy: known?.doneBy ?? null,
            run: known?.run ?? null,
            name: item.name,
            where: item.where,
            note: item.note,
            how: item.how,
          };
        }),
      }));
      // The next rotation starts with these consumers.
      tokens.update(rotation.tokenId, {
        consumers: rotation.checklist.map(({ name, where, note, how }) => ({ name, where, note, how })),
      });
      return rotation;
    },
    tick: ({ rotationId, itemId, done }) =>
      desk.note(
        rotationId,
        done ? words.handlers.saidByPerson(itemOf(desk.get(rotationId), itemId).name) : '',
        (now) => ({
          checklist: now.checklist.map((item) =>
            item.id === itemId
              ? { ...item, doneAt: done ? needs.now() : null, doneBy: done ? 'hand' : null }
              : item,
          ),
        }),
      ),
    run: ({ rotationId, itemId }) => desk.runItem(rotationId, itemId),
    chooseEnvFile: async () => ({
      path: await needs.dialogs.openFile(words.handlers.chooseFile, []),
    }),
    setQuietMinutes: ({ rotationId, minutes }) =>
      desk.note(rotationId, '', () => ({ quietMinutes: minutes, quiet: null })),
    checkQuiet: ({ rotationId }) => desk.checkQuiet(rotationId),
    candidates: ({ rotationId }) => desk.candidates(rotationId),
    pickOld: async ({ rotationId, oktaTokenId }) => {
      const found = await desk.candidates(rotationId);
      const picked = found.find(({ id }) => id === oktaTokenId);
      if (picked === undefined) {
        throw new Failed('not-found', words.handlers.notListed, words.handlers.pickAnother);
      }
      return desk.note(rotationId, words.handlers.oldTokenNamed(picked.name), () => ({
        oldOktaTokenId: oktaTokenId,
        // The expiry at the handover is not known, so its movement counts from now on.
        expiryAtHandOver: picked.lastUse === null ? null : picked.lastUse + lifeMs,
      }));
    },
    revoke: ({ rotationId, insist }) => desk.revoke(rotationId, insist),
    finish: ({ rotationId }) => desk.finish(rotationId),
    undo: ({ rotationId }) => desk.undo(rotationId),
    resume: ({ rotationId }) => desk.resume(rotationId),
    putAside: ({ rotationId, newToken }) => desk.putAside(rotationId, newToken),
    end: ({ rotationId, newToken }) => desk.end(rotationId, newToken),
    exportProof: async ({ rotationId, as }) => {
      const rotation = desk.get(rotationId);
      const path = await needs.dialogs.saveFile(words.handlers.saveRecord, `${nameOf(rotation)}.${as}`);
      if (path === null) return { path: null };
      const text =
        as === 'json' ? recordAsJson(rotation, needs.version) : recordAsHtml(rotation, needs.version);
      writeFileAtomically(path, text, needs.watch);
      return { path };
    },
  };
}

const nameOf = ({ label, startedAt }: Rotation): string =>
  ['rotation', inFileName(label), isoDay(startedAt)].filter((part) => part !== '').join('-');
