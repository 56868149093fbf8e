import { createClient, type Message, type MessageBus } from 'dbus-native';

/** A D-Bus signal as `BusConnection.subscribe` hands it on; `body` is not checked yet. */
export interface BusSignal {
  readonly path: string;
  readonly body: readonly unknown[];
}

/** Which signals to hear: those of whoever owns `name` on the bus. */
export interface BusSource {
  readonly name: string;
  readonly interface: string;
  readonly member: string;
}

const bus = 'org.freedesktop.DBus';
/** D-Bus Specification, Message Protocol: the message type SIGNAL. */
const signalType = 4;
/** What is waited for an answer. A service that hangs must not look as if it answered. */
const callTimeoutMs = 5_000;
/** Far more than any message of logind or a screen saver; one that is longer ends the connection. */
const maxMessageBytes = 1_048_576;

/**
 * One connection to a message bus. A bus lets any program of the account send any signal, so what is heard here is checked: the sender,
 * which the bus itself writes, must be the present owner of the well-known name.
 */
export class BusConnection {
  readonly #client: MessageBus;
  readonly #owners = new Map<string, string | null>();
  readonly #ownerListeners = new Map<string, (owner: string | null) => void>();
  readonly #subscriptions: { readonly source: BusSource; readonly hear: (signal: BusSignal) => void }[] = [];
  #closed = false;

  private constructor(client: MessageBus) {
    this.#client = client;
  }

  /**
   * Resolves when the bus has taken us in; rejects when it does not answer at `address` (D-Bus Specification, Server Addresses).
   * `onClosed` is called once, when a connection that was open has gone by itself.
   */
  static async open(address: string, onClosed: () => void): Promise<BusConnection> {
    // `direct`: the library's own Hello throws from a timer when it fails, where nobody can catch it.
    const client = createClient({
      busAddress: address,
      authMethods: ['EXTERNAL'],
      maxMessageSize: maxMessageBytes,
      timeout: callTimeoutMs,
      direct: true,
    });
    const connection = new BusConnection(client);
    const raw = client.connection;
    const gone = new Promise<never>((_resolve, reject) => {
      raw.on('error', reject);
      raw.on('close', () => reject(new Error('The bus has closed the connection.')));
    });
    // Heard below while opening; later the same events only end the connection.
    gone.catch(() => undefined);
    raw.on('message', (message: Message) => connection.#take(message));
    // A listener of ours that fails must not end the app.
    raw.on('handlerError', () => undefined);
    try {
      await Promise.race([gone, client.invokeDbus({ member: 'Hello' })]);
    } catch (error) {
      connection.close();
      throw error;
    }
    raw.on('close', () => {
      if (connection.#closed) return;
      connection.#closed = true;
      onClosed();
    });
    return connection;
  }

  /**
   * Hears the signals of a source from now on; `pathBelow` keeps others from being sent at all. To be called before or after `follow` of
   * the same name, without which nobody owns it.
   */
  async subscribe(
    source: BusSource,
    hear: (signal: BusSignal) => void,
    pathBelow: string | null = null,
  ): Promise<void> {
    this.#subscriptions.push({ source, hear });
    const below = pathBelow === null ? '' : `,path_namespace='${pathBelow}'`;
    await this.#client.addMatch(
      `type='signal',sender='${source.name}',interface='${source.interface}',member='${source.member}'${below}`,
    );
  }

  /** Learns who owns a name, now and at each change, and calls `onOwner` each time; null when nobody does. */
  async follow(name: string, onOwner: (owner: string | null) => void): Promise<void> {
    this.#ownerListeners.set(name, onOwner);
    await this.#client.addMatch(
      `type='signal',sender='${bus}',interface='${bus}',member='NameOwnerChanged',arg0='${name}'`,
    );
    await new Promise<void>((resolve) => {
      // By callback, which runs in the order of the messages: a change that comes right behind the answer must not be overwritten.
      this.#client.invokeDbus(
        { member: 'GetNameOwner', signature: 's', body: [name] },
        (error: unknown, owner: unknown) => {
          // An error: nobody owns it, or the connection has gone, which is told by itself.
          this.#owned(name, error === null && typeof owner === 'string' ? owner : null);
          resolve();
        },
      );
    });
  }

  /** Calls a method and resolves with what it returns; rejects with the service's error, or after a few seconds. */
  async call(
    name: string,
    path: string,
    method: readonly [face: string, member: string],
    signature = '',
    body: readonly unknown[] = [],
  ): Promise<unknown> {
    return await this.#client.invoke({
      destination: name,
      path,
      interface: method[0],
      member: method[1],
      ...(signature === '' ? {} : { signature, body: [...body] }),
    });
  }

  /** Ends the connection; nothing is heard any more, and `onClosed` is not called. */
  close(): void {
    this.#closed = true;
    this.#client.connection.on('error', () => undefined);
    this.#client.connection.stream.destroy();
  }

  #owned(name: string, owner: string | null): void {
    this.#owners.set(name, owner);
    this.#ownerListeners.get(name)?.(owner);
  }

  #take({ type, sender, path = '', interface: face, member, body = [] }: Message): void {
    if (type !== signalType || this.#closed) return;
    if (sender === bus && face === bus && member === 'NameOwnerChanged') {
      const [name, , owner] = body;
      if (typeof name !== 'string' || !this.#ownerListeners.has(name)) return;
      this.#owned(name, typeof owner === 'string' && owner !== '' ? owner : null);
      return;
    }
    for (const { source, hear } of this.#subscriptions) {
      if (source.interface !== face || source.member !== member) continue;
      if (sender !== undefined && this.#owners.get(source.name) === sender) hear({ path, body });
    }
  }
}
