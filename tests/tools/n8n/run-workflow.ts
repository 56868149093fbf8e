/**
 * Runs a workflow with n8n's own engine, as a program of its own: a manual trigger, then n8n's own Okta node. The URL and the access token of the
 * Okta credential come from the variables of Okta's SDKs. The first argument is the folder of the packages, the second one the parameters of the
 * node as JSON, or `test` for n8n's own test of the credential. Prints what the node gave, or the error, as JSON.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Request {
  readonly headers?: Record<string, unknown>;
}
interface NodeType {
  readonly description: object;
  readonly execute?: () => Promise<unknown>;
}
interface CredentialType {
  readonly properties: readonly object[];
  readonly authenticate: { readonly properties: { readonly headers: Record<string, string> } };
  readonly test: { readonly request: object };
}
interface Expressions {
  getSimpleParameterValue(node: unknown, value: string, mode: string, more: object): unknown;
}
interface WorkflowOfN8n {
  readonly expression: Expressions;
  getNode(name: string): unknown;
}
interface Ended {
  readonly data: {
    readonly resultData: {
      readonly error?: { readonly message: string; readonly description?: string };
      readonly runData: Record<
        string,
        { readonly data?: { readonly main: { readonly json: unknown }[][] } }[] | undefined
      >;
    };
  };
}

const [folder = '', wanted = ''] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
load('reflect-metadata');
const { WorkflowExecute } = load('n8n-core/dist/execution-engine/workflow-execute') as {
  WorkflowExecute: new (
    more: object,
    mode: string,
  ) => {
    run(what: object): Promise<Ended>;
  };
};
const { ExecutionLifecycleHooks } = load('n8n-core/dist/execution-engine/execution-lifecycle-hooks') as {
  ExecutionLifecycleHooks: new (mode: string, id: string, workflow: object) => object;
};
const { Workflow, ICredentialsHelper } = load('n8n-workflow') as {
  Workflow: new (of: object) => WorkflowOfN8n;
  ICredentialsHelper: new () => object;
};
const { Okta } = load('./okta-node/dist/nodes/Okta/Okta.node.js') as { Okta: new () => NodeType };
const { OktaApi } = load('./okta-node/dist/credentials/OktaApi.credentials.js') as {
  OktaApi: new () => CredentialType;
};

const credentialType = new OktaApi();

/** What n8n's server does with a credential: it keeps it, and puts it into each request as the type of the credential says. */
class Credentials extends ICredentialsHelper {
  getParentTypes(): string[] {
    return [];
  }
  getCredentialsProperties(): readonly object[] {
    return credentialType.properties;
  }
  async isCredentialUsableByNode(): Promise<boolean> {
    return true;
  }
  async preAuthentication(): Promise<undefined> {
    return undefined;
  }
  async getDecrypted(): Promise<object> {
    return { url: process.env.OKTA_CLIENT_ORGURL, accessToken: process.env.OKTA_CLIENT_TOKEN };
  }
  async authenticate(
    credentials: object,
    _type: string,
    request: Request,
    of: WorkflowOfN8n,
    node: unknown,
  ): Promise<Request> {
    const headers = { ...request.headers };
    for (const [name, value] of Object.entries(credentialType.authenticate.properties.headers)) {
      headers[name] = of.expression.getSimpleParameterValue(node, value, 'internal', {
        $credentials: credentials,
      });
    }
    return { ...request, headers };
  }
}

const about = { group: ['transform'], version: 1, inputs: ['main'], outputs: ['main'] };
const types: Record<string, NodeType> = {
  trigger: {
    description: {
      ...about,
      ...{ displayName: 'Start', name: 'trigger', defaults: { name: 'Start' }, inputs: [], properties: [] },
    },
    execute: async () => [[{ json: {} }]],
  },
  okta: new Okta(),
  // n8n tests a credential by a node that makes the request of the credential's type.
  test: {
    description: {
      ...about,
      ...{ displayName: 'Okta', name: 'test', defaults: { name: 'Okta' } },
      credentials: [{ name: 'oktaApi', required: true }],
      properties: [
        {
          ...{ displayName: 'Temp', name: 'temp', type: 'string', default: '' },
          routing: { request: credentialType.test.request },
        },
      ],
    },
  },
};
const at = { typeVersion: 1, position: [0, 0] };
const workflow = new Workflow({
  ...{ id: 'w', name: 'Users', active: false, settings: {} },
  nodeTypes: {
    getByName: (name: string) => types[name],
    getByNameAndVersion: (name: string) => types[name],
    getKnownTypes: () => ({}),
  },
  nodes: [
    { id: '1', name: 'Start', type: 'trigger', parameters: {}, ...at },
    {
      ...{ id: '2', name: 'Okta', ...at },
      type: wanted === 'test' ? 'test' : 'okta',
      parameters: wanted === 'test' ? { temp: '' } : JSON.parse(wanted),
      credentials: { oktaApi: { id: 'c', name: 'Okta' } },
    },
  ],
  connections: { Start: { main: [[{ node: 'Okta', type: 'main', index: 0 }]] } },
});
const engine = new WorkflowExecute(
  {
    credentialsHelper: new Credentials(),
    hooks: new ExecutionLifecycleHooks('manual', 'e', { id: 'w', name: 'Users', nodes: [], connections: {} }),
    executionId: 'e',
    ...{ restApiUrl: '', webhookBaseUrl: '', variables: {}, externalSecretsProxy: {} },
    webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
    formWaitingBaseUrl: 'http://localhost/form-waiting',
    ...{ instanceBaseUrl: 'http://localhost', setExecutionStatus: () => undefined },
  },
  'manual',
);
const { error, runData } = (await engine.run({ workflow, startNode: workflow.getNode('Start') })).data
  .resultData;
const items = runData.Okta?.[0]?.data?.main[0]?.map(({ json }) => json) ?? [];
console.log(
  JSON.stringify(
    error === undefined ? { items } : { error: `${error.message} ${error.description ?? ''}`.trim() },
  ),
);
