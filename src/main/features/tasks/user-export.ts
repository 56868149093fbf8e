import { csvLine } from '../../base/csv.ts';
import { attributeOf, type ListedUser } from './schemas.ts';

/** Returns one user's cells for `columns`: properties by name, attributes after `profile.`, and times as ISO 8601 in UTC. */
function cellsOf(user: ListedUser, columns: readonly string[]): string[] {
  return columns.map((column) => {
    if (column.startsWith('profile.')) return attributeOf(user, column.slice('profile.'.length));
    switch (column) {
      case 'id':
      case 'status':
        return user[column];
      case 'created':
      case 'activated':
      case 'statusChanged':
      case 'lastLogin':
      case 'lastUpdated':
      case 'passwordChanged': {
        const at = user[column] ?? null;
        return at === null ? '' : new Date(at).toISOString();
      }
      default:
        return '';
    }
  });
}

/** Returns the lines of a CSV file for some users. */
export const csvOfUsers = (users: readonly ListedUser[], columns: readonly string[]): string =>
  users.map((user) => csvLine(cellsOf(user, columns))).join('');
