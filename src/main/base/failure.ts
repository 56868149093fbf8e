import type { Failure, FailureCode } from '../../shared/contract/failure.ts';

/** What a feature throws when it cannot do what was asked; the router turns it into the Result the window sees. */
export class Failed extends Error {
  readonly failure: Failure;

  constructor(
    code: FailureCode,
    sentence: string,
    remedy = '',
    smallPrint = '',
    choices: readonly string[] = [],
  ) {
    super(sentence);
    this.name = 'Failed';
    this.failure = {
      code,
      sentence,
      remedy,
      smallPrint,
      ...(choices.length === 0 ? {} : { choices: [...choices] }),
    };
  }
}
