import { number, plural } from '../../shared/plural.ts';
/** The sentences about files and for a terminal, nested by the file that uses them. */
export const words = {
  changes: {
    changed: (name: string) => `"${name}" was changed.`,
    fromTo: (name: string, from: string, to: string) => `"${name}" was changed from "${from}" to "${to}".`,
    wasEmpty: (name: string, to: string) => `"${name}" was empty and is now "${to}".`,
    isEmpty: (name: string, from: string) => `"${name}" was "${from}" and is now empty.`,
  },
  say: {
    said: (sentence: string) => `keyturn: ${sentence}`,
  },
  shown: {
    spaces: (count: number) => ` (${plural(count, 'space', 'spaces')}) `,
  },
  windowsCommand: {
    noProgram: (file: string) =>
      `${file} is not a program. Name the program that runs the file first, then the file.`,
    lineBreak: (file: string) =>
      `${file} is a batch file, and an argument for one cannot hold a line break. Run the program behind it instead.`,
    tooLong: (file: string, most: number) =>
      `${file} is a batch file, and its arguments are longer than the ${number(most)} characters that Windows allows it.`,
  },
  nodeDebug: {
    wouldPrint:
      'The environment variable NODE_DEBUG makes Node print every program that it starts, with the value in its environment. Nothing was started. Start Keyturn without NODE_DEBUG, then run this again.',
  },
  oneDialog: {
    dialogOpen: 'A dialog of the system waits for your answer.',
    answerIt: 'Answer that one first.',
  },
  files: {
    notAFile: 'it is not a file',
    changedMeanwhile: 'another program changed it meanwhile. Run this again',
    notWritten: (why: string) => `The file was not written: ${why}.`,
    anotherFolder: 'Choose another folder that you may write to.',
    freeRoom: 'Free some room on the disk, then try again.',
    diskFull: 'the disk is full',
    quotaFull: 'your quota on this disk is used up',
    freeSome: 'Free some of it, then try again.',
    tooLarge: 'it would be larger than a file may be there',
    raiseLimit: 'Raise the limit (ulimit -f), or choose another disk.',
    diskError: 'the disk reported an error',
    checkDisk: 'Check the disk, then try again.',
    diskReadOnly: 'the disk is read-only',
    notNoted: 'Keyturn could not note in its vault first that it writes it',
    mayNotWrite: 'you may not write there',
    inUse: 'another program or a mount uses it',
    endUse: 'Close the program that uses it, then try again.',
    noFolder: 'its folder does not exist',
    chooseFolder: 'Choose another folder.',
    chooseName: 'Choose another name.',
    circle: 'its links lead in a circle',
    longName: 'its name is too long',
    shorterName: 'Choose a shorter name.',
    code: (code: string) => `the system says ${code}`,
    anotherOwner: 'it belongs to another account, and would belong to yours afterwards',
    attributesLost: 'its permissions and attributes would be lost',
    notSmallText: 'it is not a small text file, but a folder or a device',
    overSize: (megabytes: number) => `it is not a small text file: it has over ${megabytes} MB`,
    readOnlyAllow: 'it is read-only. Allow writing to it, then run this again',
    hasSecondName:
      'it has a second name (a hard link), which would keep the old value. Use a symbolic link instead, then run this again',
  },
  textOfBytes: {
    notText: 'it holds bytes that no text in UTF-8 has. Save it as UTF-8 in an editor, then run this again',
    halfCharacter: 'it begins as UTF-16 and ends in half a character',
    notUnicode: 'it is not a text file in UTF-8 or UTF-16',
  },
};
