import { createClient, type Message, type MessageBus } from 'dbus-native';

/** A D-Bus signal as `BusConnection.subscribe` passes it on. `body` is not checked yet. */
export interface BusSignal {
  readonly path: string;
  readonly body: readonly unknown[];
}

/** The signals to listen for. They come from the owner of `name` on the bus. */
export interface BusSource {
  readonly name: string;
  readonly interface: string;
  readonly member: string;
}

const bus = 'org.freedesktop.DBus';
/** The message type SIGNAL (D-Bus Specification, Message Protocol). */
const signalType = 4;
/** How long to wait for an answer, in milliseconds. A service that hangs must not count as a service that answers. */
const callTimeoutMs = 5_000;
/** The longest message, in bytes. The messages of logind and of screen savers are far shorter. A longer message ends the connection. */
const maxMessageBytes = 1_048_576;

/**
 * A connection to a message bus. The bus lets any program of the account send any signal, so this class checks each signal. The bus itself
 * writes the sender, and the sender must own the well-known name at that time.
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
   * Connects to the bus at `address` (D-Bus Specification, Server Addresses). Rejects when it does not answer. `onClosed` is called once, when
   * an open connection ends by itself.
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
    // The race below handles this while the connection opens. Later the same events only end it.
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
   * Subscribes to the signals of a source. `pathBelow` keeps the bus from sending signals of other paths. Also call `follow` for the same name,
   * before or after: without it no signal counts.
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

  /** Follows the owner of a name. Calls `onOwner` now and at each change, with null when nobody owns it. */
  async follow(name: string, onOwner: (owner: string | null) => void): Promise<void> {
    this.#ownerListeners.set(name, onOwner);
    await this.#client.addMatch(
      `type='signal',sender='${bus}',interface='${bus}',member='NameOwnerChanged',arg0='${name}'`,
    );
    await new Promise<void>((resolve) => {
      // Callbacks run in the order of the messages, so the answer does not overwrite a change right behind it.
      this.#client.invokeDbus(
        { member: 'GetNameOwner', signature: 's', body: [name] },
        (error: unknown, owner: unknown) => {
          // An error means that nobody owns the name, or that the connection ended. `onClosed` reports an ended connection.
          this.#owned(name, error === null && typeof owner === 'string' ? owner : null);
          resolve();
        },
      );
    });
  }

  /** Calls a method and resolves with its result. Rejects with the service's error, or after five seconds. */
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

  /** Ends the connection. No signal arrives afterwards, and `onClosed` is not called. */
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
