import type { Clipboard } from '../../../src/main/base/ports.ts';

/** A clipboard that is a text in this object, with a hand on what may go wrong. */
export class MemoryClipboard implements Clipboard {
  text = '';
  refuses: readonly ('read' | 'write' | 'clear')[] = [];
  /** Runs after each reading: somebody else may copy something in between. */
  onRead: () => void = () => undefined;

  async readText(): Promise<string> {
    if (this.refuses.includes('read')) throw new Error('the clipboard is held');
    const { text } = this;
    this.onRead();
    return text;
  }

  async writeText(text: string): Promise<void> {
    if (this.refuses.includes('write')) throw new Error('the clipboard is held');
    this.text = text;
  }

  async clear(): Promise<void> {
    if (this.refuses.includes('clear')) throw new Error('the clipboard is held');
    this.text = '';
  }
}
