/** A term of the window and its one translation. */
export interface Term {
  /** The term in each language, as the table in docs/languages.md has it. */
  readonly en: string;
  readonly de: string;
  readonly ja: string;
  /** What finds the term in a sentence, in any of its forms. */
  readonly finds: { readonly en: RegExp; readonly de: RegExp; readonly ja: RegExp };
  /** What an English sentence has where the word is not this term: a product, a code, or another sense. */
  readonly otherSense?: RegExp;
}

const term = (
  en: string,
  de: string,
  ja: string,
  finds: readonly [en: RegExp, de: RegExp, ja: RegExp],
  otherSense?: RegExp,
): Term => ({
  en,
  de,
  ja,
  finds: { en: finds[0], de: finds[1], ja: finds[2] },
  ...(otherSense === undefined ? {} : { otherSense }),
});

/** The terms that a translation must not mix up: what ends a token, what stops work, and what takes a change back. */
export const endings: readonly Term[] = [
  term(
    'revoke',
    'widerrufen',
    '失効させる、取り消す（許可）',
    [/\brevok/i, /widerr[uo]f/i, /失効|取り消/],
    /admin rights/,
  ),
  term('cancel', 'abbrechen', 'キャンセル', [/\bcancel/i, /abbr[ei]ch|abgebrochen/i, /キャンセル/]),
  term('undo', 'rückgängig machen', '元に戻す', [/\bund(o|oes|one|id)\b/i, /rückgängig/i, /元に(は)?戻/]),
];

/** The terms of Keyturn and of Okta, each with one translation. */
export const terms: readonly Term[] = [
  ...endings,
  term('API token', 'API-Token', 'APIトークン', [/\bAPI tokens?\b/, /API-Token/, /APIトークン/]),
  term('access token', 'Access-Token', 'アクセストークン', [
    /\baccess tokens?\b/i,
    /Access-Token/,
    /アクセストークン/,
  ]),
  term('owner', 'Inhaber', '所有者', [/\bowners?\b/i, /Inhaber/i, /所有者/], /OWNER\//),
  term(
    'user',
    'Benutzer',
    'ユーザー',
    [/\busers?\b/i, /Benutzer/i, /ユーザー|人/],
    /[/.-]users?\b|user agent|plugdev/i,
  ),
  term('consumer', 'Einsatzort', '利用先', [/\bconsumers?\b/i, /Einsatzort/, /利用先/]),
  term('purpose', 'Zweck', '目的', [/\bpurposes?\b/i, /Zweck/, /目的/]),
  term('vault', 'Tresor', '保管庫', [/\bvault\b/i, /Tresor/, /保管庫/], /HashiCorp/),
  term(
    'keyring',
    'Schlüsselbund',
    'キーリング',
    [/\bkeyring/i, /schlüsselbund/i, /キーリング/],
    /GNOME Keyring/,
  ),
  term('passcode', 'Zugangscode', 'パスコード', [/\bpasscode/i, /Zugangscode/, /パスコード/]),
  term('passphrase', 'Passphrase', 'パスフレーズ', [/\bpassphrase/i, /Passphrase/, /パスフレーズ/]),
  term('recovery key', 'Wiederherstellungsschlüssel', '回復キー', [
    /\brecovery key/i,
    /Wiederherstellungsschlüssel/,
    /回復キー/,
  ]),
  term('data key', 'Datenschlüssel', 'データキー', [/\bdata key/i, /Datenschlüssel/, /データキー/]),
  term(
    'private key',
    'privater Schlüssel',
    '秘密鍵',
    [/\bprivate key/i, /privat\w* Schlüssel/i, /秘密鍵/],
    /Public key/,
  ),
  term('backup', 'Sicherung', 'バックアップ', [/\bbackups?\b/i, /sicher/i, /バックアップ/]),
  term(
    'rotate',
    'rotieren',
    'ローテーション',
    [/\brotat/i, /rotati|rotier/i, /ローテーション/],
    /^Undo rotation$/,
  ),
  term('hand over', 'übergeben', '引き渡す', [/\bhand(ed|ing)?[ -]over/i, /überg[aei]b/i, /引き渡/]),
  term('fingerprint', 'Fingerabdruck', 'フィンガープリント', [
    /\bfingerprint/i,
    /Fingerabdr[uü]ck/,
    /フィンガープリント/,
  ]),
  term('network zone', 'Netzwerkzone', 'ネットワークゾーン', [
    /\bnetwork zones?\b/i,
    /Netzwerkzone/,
    /ネットワークゾーン/,
  ]),
  term('rate limit', 'Rate-Limit', 'レート制限', [/\brate limits?\b/i, /Rate-Limit/, /レート制限/]),
  term(
    'scope',
    'Scope',
    'スコープ',
    [/\bscopes?\b/i, /Scope/, /スコープ|Scope/],
    /clientId, scopes|client_id/,
  ),
  term('admin role', 'Admin-Rolle', '管理者ロール', [/\badmin roles?\b/, /Admin-Rolle/, /管理者ロール/]),
  term('custom role', 'benutzerdefinierte Rolle', 'カスタムロール', [
    /\bcustom (admin )?roles?\b/i,
    /benutzerdefinierte/i,
    /カスタム(管理者)?ロール/,
  ]),
  term('service account', 'Dienstkonto', 'サービスアカウント', [
    /\bservice account/i,
    /Dienstkonto/,
    /サービスアカウント/,
  ]),
  term('group rule', 'Gruppenregel', 'グループルール', [/\bgroup rule/i, /Gruppenregel/, /グループルール/]),
  term('policy', 'Richtlinie', 'ポリシー', [/\bpolic(y|ies)\b/i, /Richtlinie/, /ポリシー/]),
  term('inventory', 'Inventar', 'インベントリ', [/\binventory\b/i, /Inventar/, /インベントリ/]),
  term('clipboard', 'Zwischenablage', 'クリップボード', [/\bclipboard/i, /Zwischenablage/, /クリップボード/]),
  term('test again', 'erneut testen', '再テスト', [/\btest again\b/i, /erneut|noch einmal/i, /再テスト/]),
];
