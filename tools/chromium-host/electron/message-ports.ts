import { EventEmitter } from 'node:events';
import { onlyClass } from '../not-here.ts';
import { makeCodec } from '../page/codec.js';

const codec = makeCodec(globalThis);

interface Posted {
  readonly data: unknown;
  readonly ports: readonly MessagePortHere[];
}

/** Electron's MessagePortMain (docs/api/message-port-main.md): one of the two ends in this process. */
export class MessagePortHere extends EventEmitter {
  #peer: MessagePortHere | null = null;
  #queue: Posted[] = [];
  #started = false;
  #closed = false;
  #neutered = false;

  static pair(): [MessagePortHere, MessagePortHere] {
    const ends: [MessagePortHere, MessagePortHere] = [new MessagePortHere(), new MessagePortHere()];
    ends[0].#peer = ends[1];
    ends[1].#peer = ends[0];
    return ends;
  }

  /** Moves the ports to their receiver. The old ports no longer work. */
  static takeAll(transfer: readonly unknown[], source: MessagePortHere | null = null): MessagePortHere[] {
    for (const [n, port] of transfer.entries()) {
      const at = `Port at index ${n}`;
      if (!(port instanceof MessagePortHere)) throw new TypeError(`${at} is not a valid port`);
      if (port === source) throw new Error(`${at} contains the source port.`);
      if (transfer.indexOf(port) < n) throw new Error(`${at} is a duplicate of an earlier port.`);
      if (port.#neutered) throw new Error(`${at} is already neutered.`);
    }
    return transfer.map((port) => (port as MessagePortHere).#moved());
  }

  #moved(): MessagePortHere {
    const next = new MessagePortHere();
    next.#peer = this.#peer;
    next.#queue = this.#queue;
    next.#closed = this.#closed;
    if (this.#peer !== null) this.#peer.#peer = next;
    this.#peer = null;
    this.#neutered = true;
    return next;
  }

  postMessage(message?: unknown, transfer: readonly unknown[] = []): void {
    const ports = MessagePortHere.takeAll(transfer, this);
    this.pass({ data: codec.decode(codec.encode(message)), ports });
  }

  /** Posts data that is already cloned. */
  pass(posted: Posted): void {
    const peer = this.#peer;
    if (peer === null || this.#closed || peer.#closed) return;
    peer.#queue.push(posted);
    peer.#flush();
  }

  start(): void {
    if (this.#neutered) return;
    this.#started = true;
    this.#flush();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const peer = this.#peer;
    for (const end of [this, peer]) setImmediate(() => end?.emit('close'));
    if (peer !== null) peer.#closed = true;
  }

  #flush(): void {
    if (!this.#started) return;
    for (const { data, ports } of this.#queue.splice(0)) {
      setImmediate(() => this.emit('message', { data, ports: [...ports] }));
    }
  }
}

onlyClass('MessagePortMain', MessagePortHere);

/** Electron's MessageChannelMain (docs/api/message-channel-main.md). */
export class MessageChannelHere {
  readonly port1: MessagePortHere;
  readonly port2: MessagePortHere;

  constructor() {
    [this.port1, this.port2] = MessagePortHere.pair();
  }
}

export const MessageChannelMain = onlyClass('MessageChannelMain', MessageChannelHere);

/** The ports of one page, by frame and number; page/ports.js is the other side. */
export class PagePorts {
  readonly #deliver: (frameId: string, message: object) => void;
  readonly #ports = new Map<string, MessagePortHere>();
  #nextId = 1;

  constructor(deliver: (frameId: string, message: object) => void) {
    this.#deliver = deliver;
  }

  /** Main's ends of ports that a page passed. */
  fromPage(frameId: string, ids: readonly string[]): MessagePortHere[] {
    return ids.map((id) => {
      const [mine, given] = MessagePortHere.pair();
      this.#watch(frameId, id, mine);
      return given;
    });
  }

  /** Returns numbers for ports that go to a page. Throws when one of them is not a port. */
  toPage(frameId: string, transfer: readonly unknown[]): string[] {
    return MessagePortHere.takeAll(transfer).map((port) => this.#passOn(frameId, port));
  }

  message(frameId: string, id: string, data: string, ports: readonly string[]): void {
    this.#ports
      .get(`${frameId} ${id}`)
      ?.pass({ data: codec.decode(data), ports: this.fromPage(frameId, ports) });
  }

  close(frameId: string, id: string): void {
    this.#ports.get(`${frameId} ${id}`)?.close();
    this.#ports.delete(`${frameId} ${id}`);
  }

  /** Notes that a frame has a new document. The ports of the old document have lost their other end. */
  leave(frameId: string): void {
    for (const [key, port] of this.#ports) {
      if (!key.startsWith(`${frameId} `)) continue;
      this.#ports.delete(key);
      port.close();
    }
  }

  #passOn(frameId: string, port: MessagePortHere): string {
    const id = `h${this.#nextId++}`;
    this.#watch(frameId, id, port);
    return id;
  }

  #watch(frameId: string, id: string, port: MessagePortHere): void {
    const key = `${frameId} ${id}`;
    this.#ports.set(key, port);
    port.on('message', ({ data, ports }: Posted) =>
      this.#deliver(frameId, {
        k: 'port',
        id,
        data: codec.encode(data),
        ports: ports.map((more) => this.#passOn(frameId, more)),
      }),
    );
    port.on('close', () => {
      if (this.#ports.delete(key)) this.#deliver(frameId, { k: 'port-close', id });
    });
    port.start();
  }
}
