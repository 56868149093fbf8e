/** The reason why a command gets no answer, with the exit status of `keyturn`. */
export class CommandRefused extends Error {
  readonly end: number;
  constructor(end: number, sentence: string) {
    super(sentence);
    this.end = end;
  }
}
