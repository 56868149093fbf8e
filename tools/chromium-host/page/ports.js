/** MessagePorts between a page and main: each has a number, and its messages travel as messages of the preload's world. */
export function makePorts(root, send, codec) {
  const { MessageChannel, MessagePort, TypeError } = root;
  const ports = new root.Map();
  let nextId = 1;
  const watch = (id, port) => {
    ports.set(id, port);
    port.addEventListener('message', (event) =>
      send({ k: 'port', id, data: codec.encode(event.data), ports: event.ports.map(adopt) }),
    );
    port.addEventListener('close', () => {
      if (ports.delete(id)) send({ k: 'port-close', id });
    });
    port.start();
  };
  /** Sends a port of the page to main. */
  const adopt = (port) => {
    const id = `r${nextId++}`;
    watch(id, port);
    return id;
  };
  /** Receives a port of main. */
  const make = (id) => {
    const { port1, port2 } = new MessageChannel();
    watch(id, port1);
    return port2;
  };
  return {
    make,
    adoptAll(transfer) {
      if (!transfer.every((one) => one instanceof MessagePort))
        throw new TypeError('Invalid value for transfer');
      return transfer.map(adopt);
    },
    deliver: ({ id, data, ports: more }) => ports.get(id)?.postMessage(codec.decode(data), more.map(make)),
    close({ id }) {
      const port = ports.get(id);
      ports.delete(id);
      port?.close();
    },
  };
}
