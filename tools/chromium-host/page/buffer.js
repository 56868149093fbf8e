/** The Buffer a sandboxed preload finds (Electron, docs/tutorial/sandbox.md): how it is made, converted to text and compared. */
export function makeBuffer(root) {
  const { TextDecoder, TextEncoder, TypeError, Uint8Array, atob, btoa } = root;
  const latin1 = (bytes) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  };
  const fromText = (text, encoding = 'utf8') => {
    switch (encoding) {
      case 'utf8':
      case 'utf-8':
        return new TextEncoder().encode(text);
      case 'hex':
        return Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
      case 'base64':
      case 'base64url':
        return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
          letter.charCodeAt(0),
        );
      case 'latin1':
      case 'binary':
      case 'ascii':
        return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      default:
        throw new TypeError(`Unknown encoding: ${encoding}`);
    }
  };
  return class Buffer extends Uint8Array {
    static from(value, ...more) {
      if (typeof value === 'string') return Buffer.from(fromText(value, more[0]));
      if (value instanceof root.ArrayBuffer) return new Buffer(value, ...more);
      const bytes = new Buffer(value.length);
      bytes.set(value);
      return bytes;
    }
    static alloc(size, fill = 0) {
      return new Buffer(size).fill(fill);
    }
    static isBuffer(value) {
      return value instanceof Buffer;
    }
    static byteLength(value, encoding) {
      return typeof value === 'string' ? fromText(value, encoding).length : value.byteLength;
    }
    static concat(list) {
      const all = new Buffer(list.reduce((sum, one) => sum + one.length, 0));
      let at = 0;
      for (const one of list) {
        all.set(one, at);
        at += one.length;
      }
      return all;
    }
    equals(other) {
      return this.length === other.length && this.every((byte, n) => byte === other[n]);
    }
    slice(start, end) {
      return this.subarray(start, end);
    }
    toString(encoding = 'utf8') {
      switch (encoding) {
        case 'utf8':
        case 'utf-8':
          return new TextDecoder().decode(this);
        case 'hex':
          return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
        case 'base64':
          return btoa(latin1(this));
        case 'base64url':
          return btoa(latin1(this)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
        case 'latin1':
        case 'binary':
        case 'ascii':
          return latin1(this);
        default:
          throw new TypeError(`Unknown encoding: ${encoding}`);
      }
    }
    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    }
  };
}
