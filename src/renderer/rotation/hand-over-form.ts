import { useState } from 'react';
import type { HandOver } from '../../shared/contract/hand-over.ts';
import { handOverTemplates } from '../../shared/hand-over-templates.ts';
import { isVariableName, variableName } from '../../shared/variable-name.ts';

/** How a consumer gets the new token: by hand, a file, a command, or the id of a template for one. */
type Way = 'hand' | 'command' | 'env-file' | (string & {});

type Template = (typeof handOverTemplates)[number];

/** The hand-over of one consumer while a person fills in its form. */
export interface HandOverForm {
  /** What the consumer had before. */
  readonly had: HandOver | null;
  readonly way: Way;
  readonly chooseWay: (way: Way) => void;
  /** The template with the id `way`, if there is one. */
  readonly template: Template | undefined;
  /** The file that a dialog of the system chose, or the empty string. */
  readonly path: string;
  readonly choosePath: (path: string) => void;
  /** What the form says at its last change, or null while something is missing. */
  readonly how: HandOver | null;
  /** Returns what the form says now, or null while something is missing. */
  readonly read: (form: HTMLFormElement) => HandOver | null;
  /** Keeps what the form says now in `how`. */
  readonly keep: (form: HTMLFormElement) => void;
}

/** Holds the hand-over that a person edits. `had` is the one that the consumer has. */
export function useHandOverForm(had: HandOver | null): HandOverForm {
  const [way, setWay] = useState<Way>(
    had === null ? 'hand' : had.kind === 'env-file' ? 'env-file' : 'command',
  );
  const [path, choosePath] = useState(had?.kind === 'env-file' ? had.path : '');
  const [how, setHow] = useState<HandOver | null>(had);
  const template = handOverTemplates.find(({ id }) => id === way);
  const read = (form: HTMLFormElement) => handOverOf(new FormData(form), way, template, path);
  return {
    ...{ had, way, template, path, choosePath, how, read },
    chooseWay: (chosen) => {
      setWay(chosen);
      setHow(null);
    },
    keep: (form) => setHow(read(form)),
  };
}

/** Returns the hand-over that the fields of a form say, or null by hand or while something is missing. */
function handOverOf(data: FormData, way: Way, template: Template | undefined, path: string): HandOver | null {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  if (template !== undefined) {
    const fields = Object.fromEntries(template.fields.map(({ name }) => [name, text(`field-${name}`)]));
    return Object.values(fields).every((value) => value !== '') ? template.build(fields) : null;
  }
  if (way === 'env-file') {
    const key = variableName(text('key'));
    return path === '' || !isVariableName(key, true) ? null : { kind: 'env-file', path, key };
  }
  const argv = lines('argv');
  if (way !== 'command' || argv.length === 0) return null;
  const inVariable = text('via') === 'env';
  const env = variableName(text('env'));
  if (inVariable && !isVariableName(env, false)) return null;
  const pipeTo = lines('pipeTo');
  return {
    kind: 'command',
    argv,
    via: inVariable ? { env } : { stdin: true },
    ...(pipeTo.length === 0 ? {} : { pipeTo }),
  };
}
