import type { Failure, FailureCode } from '../../shared/contract/failure.ts';

/** The error of a feature that cannot do what was asked. The router turns it into the Result that the window receives. */
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
