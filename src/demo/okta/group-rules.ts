import { type FakeGroupRule, isoOf, newId } from './model.ts';
import { page } from './paging.ts';
import { errorReply, notFound, type Reply } from './reply.ts';
import { type Asked, bodyOf, note, type Route } from './routes.ts';

const ruleJson = ({ id, name, status, expression, groupIds, created }: FakeGroupRule): unknown => ({
  type: 'group_rule',
  id,
  status,
  name,
  created: isoOf(created),
  lastUpdated: isoOf(created),
  conditions: {
    people: { users: { exclude: [] }, groups: { exclude: [] } },
    expression: { value: expression, type: 'urn:okta:expression:1.0' },
  },
  actions: { assignUserToGroups: { groupIds } },
});

/** "Group rules are created with the status set to INACTIVE" (Okta's client for Node). */
function create(asked: Asked): Reply {
  const body = bodyOf(asked);
  if (body === null) return errorReply(400, 'E0000003');
  const { name, conditions, actions } = body as {
    name?: string;
    conditions?: { expression?: { value?: string } };
    actions?: { assignUserToGroups?: { groupIds?: string[] } };
  };
  const expression = conditions?.expression?.value;
  const groupIds = actions?.assignUserToGroups?.groupIds ?? [];
  if (!name || !expression || groupIds.length === 0)
    return errorReply(400, 'E0000001', 'name', ['name: The field cannot be left blank']);
  if (asked.org.groupRules.some((rule) => rule.name === name)) {
    return errorReply(400, 'E0000001', 'name', ['name: An object with this field already exists']);
  }
  const rule: FakeGroupRule = {
    ...{ id: newId('0pr'), name, status: 'INACTIVE', expression, groupIds, created: asked.clock.now() },
  };
  asked.org.groupRules.push(rule);
  note(asked, 'group.rule.lifecycle.create', { id: rule.id, type: 'Rule', displayName: name });
  return { status: 200, body: ruleJson(rule) };
}

/** The routes below /api/v1/groups/rules. They come before those of groups, because of their fixed path. */
export const groupRuleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/groups/rules',
    needs: 'groups',
    reply: (asked) => {
      const search = asked.url.searchParams.get('search')?.toLowerCase() ?? '';
      const found = asked.org.groupRules.filter(({ name }) => name.toLowerCase().includes(search));
      return page(asked, found, ruleJson, 50);
    },
  },
  { method: 'POST', path: '/api/v1/groups/rules', needs: 'groups', reply: create },
  {
    method: 'POST',
    path: '/api/v1/groups/rules/:id/lifecycle/activate',
    needs: 'groups',
    reply: (asked) => {
      const rule = asked.org.groupRules.find(({ id }) => id === asked.ids[0]);
      if (rule === undefined) return notFound(asked.ids[0] ?? '', 'GroupRule');
      rule.status = 'ACTIVE';
      note(asked, 'group.rule.lifecycle.activate', { id: rule.id, type: 'Rule', displayName: rule.name });
      return { status: 204 };
    },
  },
];
