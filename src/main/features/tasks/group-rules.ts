import { z } from 'zod';
import type { MadeRule, UserQuestion } from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import { oneLine } from '../../base/one-line.ts';
import type { Dialogs } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import { clipped } from '../../okta/clipped.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { GroupBook, type RowGroup } from './groups.ts';
import { type OrgReading, readPages } from './org-reading.ts';
import { readProfileForm } from './profile-schema.ts';
import { checkSearch } from './reading.ts';
import { ruleExpression } from './rule-expression.ts';
import { type AskingNeeds, askerOf, type UserReading } from './user-reading.ts';
import { words } from './words.ts';

/** What making group rules needs. */
export interface RuleNeeds extends AskingNeeds {
  readonly dialogs: Dialogs;
  readonly reading: UserReading;
  /** Notes an action with a token in the record of activity. */
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** Which users Okta adds to which group from now on. */
export interface WantedRule {
  readonly orgId: string;
  readonly tokenId: string;
  readonly question: UserQuestion;
  readonly groupId: string;
  readonly name: string;
}

/** A rule in Okta's answers, with the fields of `GroupRule` in Okta's client for Node (version 8.1.0). */
const listedRule = z.object({ id: clipped(60), name: clipped(255) });
const listedRules = z.array(listedRule);
/** Okta answers an activation with an empty body. */
const noBody = z.null();

/** The most characters of a condition that a dialog of the system shows. */
const mostShown = 2_000;

/** Makes Okta's own group rules of searches. Okta then adds users to a group by itself. */
export class GroupRules {
  readonly #needs: RuleNeeds;

  constructor(needs: RuleNeeds) {
    this.#needs = needs;
  }

  /**
   * Makes a rule and switches it on, after the person confirms it in a system dialog. Throws Failed, and `cancelled` when the person
   * refuses. When Okta does not switch the rule on, the rule stays in Okta and adds nobody.
   */
  async make(wanted: WantedRule): Promise<MadeRule> {
    const { orgId, tokenId, question } = wanted;
    const { reading, dialogs, note } = this.#needs;
    checkSearch(question);
    const name = oneLine(wanted.name).trim();
    if (name === '') throw new Failed('bad-request', words.rule.noName, words.rule.typeName);
    const { group, expression } = await reading.run(orgId, tokenId, (_read, org) =>
      this.#checked(org, wanted, name),
    );
    const { orgHost, label } = askerOf(this.#needs, orgId, tokenId);
    // A person approves all of the condition, so a dialog must show all of it.
    if (expression.length > mostShown)
      throw new Failed('bad-request', words.rule.tooLong, words.rule.fewerParts);
    const asked = {
      ...{ host: orgHost, label: shownText(label, 120), name: shownText(name, 100) },
      ...{ expression: shownText(expression, 6 * mostShown), group: shownText(group.name, 100) },
    };
    const { question: sentence, detail, yes } = words.rule.approval(asked);
    if (!(await dialogs.confirm(sentence, detail, yes))) throw new Failed('cancelled', words.rule.notMade);
    // The dialog may have been open for a long time.
    const token = askerOf(this.#needs, orgId, tokenId);
    await reading.run(orgId, tokenId, (_read, org) => this.#send(org, { name, expression, group }));
    note('users.rule-made', token, words.rule.noted(asked));
    return { name, expression };
  }

  /** Returns the group and the expression of a rule that Okta can have. Throws Failed. */
  async #checked(
    org: OrgReading,
    { question, groupId }: WantedRule,
    name: string,
  ): Promise<{ group: RowGroup; expression: string }> {
    const { attributes } = await readProfileForm(org);
    const expression = ruleExpression(question, attributes);
    const read = await new GroupBook(org).byId(groupId);
    if ('why' in read) throw new Failed('bad-request', read.why, words.groups.chooseAnother);
    const query = { search: name, limit: '50' };
    for await (const page of readPages(org, 'rules', { path, query, schema: listedRules })) {
      // After a lost answer, Okta may have the rule already.
      if (page.some((rule) => rule.name === name)) {
        throw new Failed('bad-request', words.rule.nameTaken(name), words.rule.otherName);
      }
    }
    return { group: read.group, expression };
  }

  async #send(
    { client, asking, signal, paceOf }: OrgReading,
    { name, expression, group }: { name: string; expression: string; group: RowGroup },
  ): Promise<void> {
    const pace = paceOf('rules');
    const call = {
      ...{ origin: asking.origin, secret: asking.secret, method: 'POST' as const },
      ...{ signal, patience: 'none' as const },
    };
    const body = {
      type: 'group_rule',
      name,
      conditions: { expression: { type: 'urn:okta:expression:1.0', value: expression } },
      actions: { assignUserToGroups: { groupIds: [group.id] } },
    };
    const made = await pace.run(signal, () => client.call({ ...call, path, body, schema: listedRule }));
    if (made.kind !== 'accepted') throw failedCall(made.outcome);
    const activation = `${path}/${encodeURIComponent(made.value.id)}/lifecycle/activate`;
    const on = await pace.run(signal, () => client.call({ ...call, path: activation, schema: noBody }));
    if (on.kind !== 'accepted') {
      const { smallPrint } = failedCall(on.outcome).failure;
      throw new Failed('okta', words.rule.notOn(on.outcome.sentence), words.rule.switchOn, smallPrint);
    }
  }
}

const path = '/api/v1/groups/rules';
