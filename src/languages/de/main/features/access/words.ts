import { words as english } from '../../../../../main/features/access/words.ts';
import type { FamilyId, ProbeReason, PurposeKind } from '../../../../../shared/contract/access.ts';
import { listed, series } from '../../../../../shared/listed.ts';
import { formFor, number, plural } from '../../../../../shared/plural.ts';

const lookAtInventory = 'Lesen Sie das Inventar erneut.';
const notListed = 'Okta führt dieses Token nicht mehr auf. Es wurde widerrufen oder ist abgelaufen.';

const families: Readonly<Record<FamilyId, string>> = {
  users: 'Benutzer',
  groups: 'Gruppen',
  apps: 'Apps',
  logs: 'System Log',
  policies: 'Richtlinien',
  zones: 'Netzwerkzonen',
  tokens: 'API-Tokens',
  limits: 'Principal-Rate-Limits',
  authorizationServers: 'Autorisierungsserver',
  org: 'Org-Einstellungen',
  roles: 'Admin-Rollen',
};

/** For each purpose its label, its name as it follows "für" (`job`), and the description of the job. */
const purposes: Readonly<Record<PurposeKind, { readonly label: string; job: string; words: string }>> = {
  terraform: {
    label: 'Terraform',
    job: 'Terraform',
    words: 'Ändert Apps, Gruppen, Richtlinien und Autorisierungsserver und liest Benutzer.',
  },
  'user-provisioning': {
    label: 'Benutzerbereitstellung',
    job: 'die Benutzerbereitstellung',
    words: 'Erstellt, ändert und deaktiviert Benutzer und nimmt sie in Gruppen auf.',
  },
  reporting: {
    label: 'Berichte',
    job: 'Berichte',
    words: 'Liest Benutzer, Gruppen, Apps und das System Log und ändert nichts.',
  },
  siem: { label: 'SIEM', job: 'ein SIEM', words: 'Liest das System Log und sonst nichts.' },
  'directory-sync': {
    label: 'Abgleich mit AD oder HR',
    job: 'den Abgleich mit AD oder HR',
    words: 'Übernimmt Benutzer und Gruppen aus einem anderen Verzeichnis und liest Apps.',
  },
  custom: { label: 'Eigene', job: 'diese Aufgabe', words: 'Sie geben an, was nötig ist.' },
  'from-log': {
    label: 'Was das System Log zeigt',
    job: 'das, was das Log zeigt',
    words:
      'Was das Token in den letzten 90 Tagen geändert hat. Lesen hinterlässt kein Ereignis. Deshalb beurteilt Keyturn es nicht.',
  },
};

const whyUnknown: Readonly<Record<Exclude<ProbeReason, 'forbidden' | 'scope'>, string>> = {
  'rate-limited': 'Das Rate-Limit war aufgebraucht. Deshalb ist der Zugriff unbekannt.',
  'no-network': 'Keyturn konnte die Org nicht erreichen.',
  proxy: 'Der Proxy hat den Aufruf verhindert.',
  tls: 'Dem Zertifikat der Org wurde nicht vertraut.',
  timeout: 'Okta hat zu lange für die Antwort gebraucht.',
  'okta-trouble': 'Okta hat mit einem eigenen Fehler geantwortet.',
  'unexpected-answer': 'Die Antwort hatte nicht die Form, die Okta ihr gibt.',
  'not-accepted': 'Okta hat das Token überhaupt nicht angenommen.',
  zone: 'Okta hat selbst den Aufruf abgelehnt, der keine Rolle braucht. Sehr wahrscheinlich liegt die Adresse dieses Computers außerhalb der Netzwerkzonen des Tokens.',
  feature: 'Die Org hat diese Funktion nicht.',
  refused: 'Okta hat den Aufruf abgelehnt, aber nicht wegen einer fehlenden Rolle.',
  'not-asked': 'Keyturn konnte den Inhaber des Tokens nicht lesen, und dieser Aufruf braucht den Inhaber.',
};

/** Holds the German text about a token's access. */
export const words: typeof english = {
  desk: {
    xrayMade: 'Ein X-ray wurde gemacht.',
    whatItIsFor: 'Wofür es da ist',
    changedWith: (label: string) => `Keyturn hat sie in Okta mit dem Token „${label}“ geändert.`,
    revokedWith: (label: string) => `In Okta aus dem Inventar widerrufen, mit dem Token „${label}“.`,
    cancelled: 'Abgebrochen.',
    idNotKnown:
      'Okta hat Keyturn die ID dieses Tokens nicht genannt. Das System Log nennt Tokens nur mit ihrer ID.',
    learnId:
      'Testen Sie das Token, oder erstellen Sie ein X-ray mit einer Rolle, die die Liste der API-Tokens lesen darf.',
    noXray: (label: string) => `Keyturn hat noch kein X-ray von ${label}.`,
    makeXray: 'Erstellen Sie auf seiner Registerkarte „Zugriff“ ein X-ray, und vergleichen Sie dann.',
    restrictionNotRead: 'Keyturn hat die Beschränkung noch nicht aus Okta gelesen.',
    readThenChange: 'Lesen Sie sie, und ändern Sie sie dann.',
    noZoneChosen: 'Es ist keine Zone gewählt. Deshalb wurde nichts geändert.',
    chooseZone: 'Wählen Sie eine Zone, oder erlauben Sie jede Adresse.',
    notConfirmed: (preview: string) => `${preview} Nichts wurde geändert.`,
    confirmOrChoose: 'Bestätigen Sie es, oder wählen Sie andere Zonen.',
    anotherOrg: 'Dieses Token gehört zu einer anderen Org.',
    changedNotRead: (why: string) =>
      `Okta hat die Änderung ausgeführt, aber Keyturn konnte sie nicht erneut lesen. ${why}`,
    noTokenToAsk: 'Keyturn hat kein Token dieser Org, das Okta fragen kann.',
    addToken: 'Fügen Sie zuerst ein Token hinzu.',
  },
  differences: {
    states: { allowed: 'Erlaubt', denied: 'Verweigert', unknown: 'Nicht bekannt' },
    changes: { yes: 'Ja', no: 'Nein', unknown: 'Nicht bekannt' },
    notKnown: 'Nicht bekannt',
    role: (label: string) => `Rolle ${label}`,
    customRole: (label: string) => `Benutzerdefinierte Rolle ${label}`,
    permission: (permission: string, role: string) => `Berechtigung ${permission} (${role})`,
    anotherValue: 'Das Token hat einen anderen Wert.',
    anotherOwner: (now: string, before: string) => `Sein Inhaber ist ${now}, nicht ${before}.`,
    notComparable: (family: string, before: string, now: string, why: string) =>
      `${family}: vorher ${before}, jetzt ${now}. ${why}`.trim(),
    mayRead: (family: string) => `Das Token darf jetzt lesen: ${family}.`,
    mayNotRead: (family: string) => `Das Token darf nicht mehr lesen: ${family}.`,
    isNew: (line: string) => `Neu: ${line}.`,
    isGone: (line: string) => `Weggefallen: ${line}.`,
    rolesOnlyBefore: 'Nur das frühere X-ray konnte die Rollen des Inhabers lesen.',
    rolesOnlyNow: 'Nur dieses X-ray konnte die Rollen des Inhabers lesen.',
    restriction: (before: string, now: string) => `Netzwerkbeschränkung: vorher ${before}, jetzt ${now}.`,
    anyAddress: 'Jede Adresse',
    only: (zones: string) => `nur ${zones}`,
    not: (zones: string) => `nicht ${zones}`,
    zones: 'Zonen',
    read: (family: string) => `${family} lesen`,
    change: (family: string) => `${family} ändern`,
    networkRestriction: 'Netzwerkbeschränkung',
    owner: 'Inhaber',
    compared: (apart: number, all: number, unknown: number) =>
      [
        apart === 0
          ? 'Beide Tokens haben denselben bekannten Zugriff.'
          : `Die Tokens unterscheiden sich in ${number(apart)} von ${plural(all, 'Zugriffsart', 'Zugriffsarten')}.`,
        ...(unknown === 0
          ? []
          : [
              `${formFor(unknown, '1 lässt', `${number(unknown)} lassen`)} sich nicht vergleichen, weil der Zugriff eines Tokens unbekannt ist.`,
            ]),
      ].join(' '),
  },
  flags: {
    ownerDeleted: 'Inhaber gelöscht',
    ownerDeletedWhy: 'Der Inhaber dieses Tokens existiert nicht mehr.',
    ownerDeactivated: 'Inhaber deaktiviert',
    ownerDeactivatedWhy:
      'Der Inhaber ist deaktiviert. Okta nimmt das Token nicht an, bis der Inhaber wieder aktiv ist.',
    ownerNotActive: 'Inhaber nicht aktiv',
    ownerNotActiveWhy: (status: string) => `Das Konto des Inhabers ist ${status}.`,
    superAdmin: 'Super Admin',
    superAdminWhy: 'Der Inhaber ist ein Super Admin. Das Token darf also alles.',
    unused: (days: number) => `Seit ${plural(days, 'Tag', 'Tagen')} unbenutzt`,
    unusedWhy: (days: number) =>
      `Niemand hat das Token seit ${plural(days, 'Tag', 'Tagen')} benutzt. Ein Token läuft nach 30 Tagen ohne Nutzung ab.`,
    anyAddress: 'Jede Adresse',
    anyAddressWhy:
      'Das Token darf von jeder Adresse aus benutzt werden. Sie können es auf Netzwerkzonen beschränken.',
  },
  inventory: {
    onlyFirstTokens: (most: number) =>
      `Die Org hat mehr als ${number(most)} Tokens. Die Liste enthält die ersten ${number(most)}.`,
    onlyFirstOwners: (most: number, all: number) =>
      `Keyturn hat nur die ersten ${number(most)} von ${number(all)} Inhabern nachgeschlagen.`,
    rolesNotRead:
      'Keyturn konnte die Rollen einiger Inhaber nicht lesen. Super Admins unter ihnen markiert es deshalb nicht.',
    noneMayRead: 'Kein Token dieser Org in Keyturn darf die Liste der API-Tokens der Org lesen.',
    keepAdminsToken:
      'Fügen Sie ein Token eines Inhabers hinzu, der die Liste lesen darf. Ein Read-only Administrator sieht die Liste in der Admin Console.',
    deletedUser: 'Gelöschter Benutzer',
    ownerNotKnown: 'Nicht bekannt',
    ownerNotRead: (outcome: string) => `Nicht bekannt (${outcome})`,
    notItsName: (name: string) =>
      `Der eingegebene Text ist nicht der Name des Tokens, nämlich „${name}“. Nichts wurde widerrufen.`,
    typeName: 'Geben Sie den Namen genau so ein, wie er angezeigt wird.',
    maybeRevoked: (why: string) => `${why} Keyturn weiß nicht, ob das Token widerrufen wurde.`,
    readAgainToSee: 'Lesen Sie das Inventar erneut, um es herauszufinden.',
    notListed,
    readAgain: lookAtInventory,
  },
  judgement: {
    saidByYou: 'Sie haben angegeben, was die Aufgabe braucht.',
    basisOf: (purpose: string, job: string) => `${purpose}: ${job}`,
    changed: (family: string, events: number) => `${family} (${number(events)})`,
    fromLog: (changed, days, complete) =>
      [
        `Laut System Log hat das Token in ${plural(days, 'Tag', 'Tagen')} geändert: ${changed.length === 0 ? 'nichts davon' : listed(changed)}.`,
        ...(complete ? [] : ['Keyturn hat nur die neuesten Ereignisse gelesen.']),
        'Lesen hinterlässt dort kein Ereignis. Deshalb beurteilt Keyturn es nicht.',
      ].join(' '),
    notKnown: (family: string, ground: string) => `${family}: ${ground}`,
    canChange: (ofSuperAdmin: boolean, changeable: readonly string[]) =>
      ofSuperAdmin
        ? `Das ist das Token eines Super Admins. Es kann ändern: ${listed(changeable)}.`
        : `Dieses Token kann ändern: ${listed(changeable)}.`,
    needsNoChange: (job: string, roles: readonly string[]) =>
      `Für ${job} muss das Token nichts ändern. Ein Token mit der Rolle ${listed(roles)} genügt.`,
    notNeeded: (job: string) => `Für ${job} ist das nicht nötig.`,
    lacks: (accesses: readonly string[]) => `Dem Token fehlt: ${listed(accesses)}.`,
    lacksFor: (job: string, accesses: readonly string[]) =>
      `Für ${job} fehlt dem Token: ${listed(accesses)}.`,
    readsMore: (job: string, readable: readonly string[]) =>
      `Für ${job} muss das Token dies nicht lesen: ${listed(readable)}. Über die Aufgabe hinaus ändert es nichts.`,
    partlySeen: 'Keyturn konnte nicht alles sehen.',
    limitHid:
      'Das Rate-Limit war aufgebraucht, deshalb konnte Keyturn nicht alles sehen. Erstellen Sie ein neues X-ray, wenn das Limit zurückgesetzt ist.',
    notAllSeen: (job: string) =>
      `Keyturn hat nichts gefunden, was für ${job} nicht nötig ist, konnte aber nicht alles sehen.`,
    fits: (job: string) =>
      `Das Token erreicht, was für ${job} nötig ist, und sonst nichts, was Keyturn geprüft hat.`,
  },
  mapping: {
    sources: {
      endpoints: 'Beschreibung der Okta Management API 2026.06.3: Pfade und ihre OAuth-Scopes',
      permissions:
        'Entwicklerdokumentation von Okta, guides/permissions: der Katalog der Berechtigungen für benutzerdefinierte Admin-Rollen',
      roles:
        'Hilfe von Okta, „Standard administrator roles and permissions“ und die Seiten der einzelnen Rollen (read-only, report)',
      roleTypes:
        'Entwicklerdokumentation von Okta, concepts/role-assignment: Typen und Namen der Standardrollen',
      events: 'Katalog der Ereignistypen von Okta: die ersten Teile der Ereignistypen',
      terraform: 'Dokumentation des Terraform-Providers für Okta: seine Ressourcen',
    },
    families,
    // Okta's own names stay English, as the Admin Console shows them.
    standardRoles: english.mapping.standardRoles,
    purposes,
  },
  network: {
    notKept: 'Keyturn hat dieses Token nicht mehr.',
    notListed,
    testAndReplace: 'Testen Sie das Token, und ersetzen Sie es, wenn Okta es nicht annimmt.',
    ownerHasSeveral:
      'Keyturn kann dieses Token in der Liste von Okta nicht finden, weil sein Inhaber mehrere Tokens hat.',
    listNotReadWhole:
      'Keyturn kann dieses Token in der Liste von Okta nicht finden, weil die Liste länger ist, als Keyturn liest.',
    lookAtInventory:
      'Sehen Sie sich das Inventar der Org an, oder ändern Sie die Beschränkung in der Admin Console.',
    noneMayRead:
      'Weder dieses noch ein anderes Token der Org in Keyturn darf die Liste der API-Tokens der Org lesen.',
    lookAtAdminConsole: 'Sehen Sie sich das Token in der Admin Console unter „Security“, „API“, „Tokens“ an.',
    zonesNotRead: (why: string) => `Keyturn konnte die Netzwerkzonen der Org nicht lesen. ${why}`,
    someZonesNotRead: (why: string) => `Keyturn konnte einige der Netzwerkzonen der Org nicht lesen. ${why}`,
    zonesLonger: 'Die Liste ist länger, als Keyturn liest.',
    addressNotKnown:
      'Keyturn weiß nicht, unter welcher Adresse Okta diesen Computer sieht. Das System Log enthält keinen Aufruf, den Keyturn in den letzten 7 Tagen mit diesem Token gemacht hat, oder das Token darf es nicht lesen. Lesen hinterlässt dort kein Ereignis.',
    lastSeenFrom: (ip: string) => `Laut System Log hat Keyturn dieses Token zuletzt von ${ip} aus benutzt.`,
    anotherRestriction:
      'Okta hat eine Änderung ausgeführt, aber die Antwort zeigt eine andere Beschränkung als die gewählte.',
    readAndCompare: 'Lesen Sie die Beschränkung erneut, und vergleichen Sie sie mit der Admin Console.',
    ofAgent:
      'Dieses Token gehört einem der Agents von Okta. Okta verwaltet diese Tokens selbst, und der Agent würde nicht mehr funktionieren.',
    removeAgent: 'Wenn das Token entfernt werden soll, entfernen Sie den Agent in der Admin Console.',
  },
  probe: {
    whyUnknown,
    allowed: 'Okta hat das Lesen erlaubt.',
    noRole: 'Okta hat das Lesen verweigert. Der Inhaber hat keine Rolle, die dies liest.',
    noScope: 'Okta hat das Lesen verweigert. Dem Access-Token fehlt der Scope.',
    notKnown: (why: string) => `Nicht bekannt. ${why}`,
  },
  reach: {
    notAsked: 'Nicht gefragt.',
    asked: (call: string, sentence: string) => `${call}: ${sentence}`,
    nothingToChange: 'Darin gibt es nichts zu ändern.',
    rolesNotRead: 'Keyturn konnte die Rollen des Inhabers nicht lesen, und es versucht nie eine Änderung.',
    noRoleChanges: 'Keine Rolle des Inhabers darf es ändern.',
    unknownRole: (role: string) => `Keyturn weiß nicht, was die Rolle ${role} ändern darf.`,
    roleChanges: (role: string) => `Die Rolle ${role} des Inhabers darf es ändern.`,
    roleDoesNotChange: (role: string) => `Die Rolle ${role} darf es nicht ändern.`,
    permissionsNotKnown: (role: string, why: string) =>
      `Die Berechtigungen der benutzerdefinierten Rolle ${role} sind nicht bekannt. ${why}`,
    customRoleDoesNotChange: (role: string) => `Die benutzerdefinierte Rolle ${role} darf es nicht ändern.`,
    customRoleHas: (role: string, permission: string) =>
      `Die benutzerdefinierte Rolle ${role} hat ${permission}.`,
  },
  suggestion: {
    nothingNeeded: 'Die Aufgabe braucht nichts davon. Deshalb schlägt Keyturn keine Rolle vor.',
    access: (family: string, access: 'read' | 'manage') =>
      `${family} (${access === 'read' ? 'lesen' : 'ändern'})`,
    customRole: (permissions: number, roles: readonly string[]) =>
      `Die kleinste Rolle, die für die Aufgabe ausreicht, ist eine benutzerdefinierte Rolle mit ${permissions === 1 ? 'dieser Berechtigung' : `diesen ${number(permissions)} Berechtigungen`}. Begrenzen Sie sie auf die Ressourcen, mit denen das Token arbeitet. ${smallestStandard(roles)}`,
    noPermission: (roles: readonly string[]) =>
      `${smallestStandard(roles)} Keine Berechtigung einer benutzerdefinierten Rolle reicht dafür aus.`,
    standardRoles: (roles: readonly string[], without: readonly string[]) =>
      `${smallestStandard(roles)} Eine benutzerdefinierte Rolle allein reicht für die Aufgabe nicht aus, weil es dafür keine Berechtigung gibt: ${listed(without)}.`,
  },
  xray: {
    plan: (familyCount: number, most: number) =>
      `${number(familyCount)} bis ${number(most)} Anfragen in höchstens 2 Durchgängen, alle mit GET: eine für jeden der ${number(familyCount)} API-Bereiche, und noch eine zum Öffnen einer benutzerdefinierten Rolle.`,
    planWithoutOwner: (familyCount: number, most: number) =>
      `${number(familyCount)} bis ${number(most)} Anfragen in 2 Durchgängen, alle mit GET: eine für jeden der ${number(familyCount)} API-Bereiche, und eine für den Inhaber des Tokens. Das nächste X-ray öffnet benutzerdefinierte Rollen.`,
    roleNotNamed: 'Okta hat nicht gesagt, welche benutzerdefinierte Rolle das ist.',
    roleNotOpened: (most: number) =>
      `Die Grenze liegt bei ${number(most)} Anfragen. Deshalb hat Keyturn diese Rolle nicht geöffnet. Das nächste X-ray öffnet sie.`,
    mayNotReadPermissions: 'Dieses Token darf die Berechtigungen benutzerdefinierter Rollen nicht lesen.',
    permissionsNotRead: (outcome: string) => `Keyturn konnte ihre Berechtigungen nicht lesen (${outcome}).`,
  },
  zoneCheck: {
    anyAddress: 'Das Token darf dann von jeder Adresse aus benutzt werden, auch von dieser.',
    noZone: 'Es ist keine Zone gewählt. Wählen Sie mindestens eine, oder erlauben Sie jede Adresse.',
    addressNotKnown:
      'Okta hat Keyturn die Adresse dieses Computers nicht genannt. Keyturn weiß deshalb nicht, ob dieser Computer weiterhin erlaubt wäre.',
    excluded: (address: string, zone: string) =>
      `${address} liegt in der ausgeschlossenen Zone ${zone}. Das Token würde von diesem Computer aus nicht mehr funktionieren, und Keyturn könnte es nicht mehr benutzen.`,
    notIncluded: (address: string) =>
      `${address} liegt in keiner der eingeschlossenen Zonen. Das Token würde von diesem Computer aus nicht mehr funktionieren, und Keyturn könnte es nicht mehr benutzen.`,
    onlyOktaKnows: (address: string, zones: string) =>
      `Nur Okta kann feststellen, ob ${address} in ${zones} liegt. Keyturn weiß deshalb nicht, ob dieser Computer weiterhin erlaubt wäre.`,
    inNoExcluded: (address: string) =>
      `${address} liegt in keiner ausgeschlossenen Zone. Dieser Computer wäre also weiterhin erlaubt.`,
    included: (address: string, zone: string) =>
      `${address} liegt in ${zone}. Dieser Computer wäre also weiterhin erlaubt.`,
    dynamicZone: 'Ein Token kann nicht auf eine dynamische Zone beschränkt werden.',
    inactiveZone: 'Ein Token kann nicht auf eine inaktive Zone beschränkt werden.',
    blocklist: 'Ein Token kann nicht auf eine Blockliste beschränkt werden.',
    addresses: (shown: readonly string[], more: number) =>
      more === 0 ? series(shown) : `${series(shown)} und ${number(more)} weitere`,
    noAddresses: 'noch keine Adressen',
  },
};

function smallestStandard(roles: readonly string[]): string {
  const nouns = formFor(
    roles.length,
    'Die kleinste Standardrolle, die für die Aufgabe ausreicht, ist',
    'Die kleinsten Standardrollen, die zusammen für die Aufgabe ausreichen, sind',
  );
  return `${nouns} ${listed(roles)}.`;
}
