import type { SystemAnswer, SystemProof, SystemProofWay } from '../../../src/main/base/ports.ts';

/** A system that asks who sits there, and gets the answer that a test gives. */
export class StandInSystem implements SystemProof {
  way: SystemProofWay | null = 'touch-id';
  answer: SystemAnswer = 'given';
  readonly asked: string[] = [];
  /** Called while the question is on the screen. */
  meanwhile: () => unknown = () => undefined;

  async available(): Promise<SystemProofWay | null> {
    return this.way;
  }

  async ask(reason: string): Promise<SystemAnswer> {
    this.asked.push(reason);
    await this.meanwhile();
    return this.answer;
  }
}
