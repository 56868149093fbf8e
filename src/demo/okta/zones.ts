/** Returns whether an IPv4 address is in a CIDR block or equals the given address; false for anything else. */
export function inBlock(address: string, block: string): boolean {
  const [base = '', bits = '32'] = block.split('/');
  const [a, b, size] = [numberOf(address), numberOf(base), Number(bits)];
  if (a === null || b === null || !Number.isInteger(size) || size < 0 || size > 32) return false;
  const step = 2 ** (32 - size);
  return Math.floor(a / step) === Math.floor(b / step);
}

function numberOf(address: string): number | null {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
