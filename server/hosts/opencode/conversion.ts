// What conversions from and to OpenCode, and the programs of its family, need to know.
import { flowScalar } from '../../yaml/scalar';
import {
  allowed,
  type Grant,
  type GrantException,
  grantFor,
  type HostConversion,
  type Inexact,
  type IsWide,
  isPattern,
  type JudgedTools,
  leastOf,
  mostOf,
  permissiveness,
  type RequestSettings,
  type ServerGrant,
  type SharedModel,
  type SharedTools,
  type WrittenField,
  type WrittenTools,
} from '../model/conversion';
import type { AllowList } from '../model/dialect';
import type { ToolPurpose } from '../model/tool-purposes';
import { purposesByTool, type ToolCatalog } from '../model/tools';
import { providerOf } from './catalogue';
import { type Family, rulesOfPersona } from './family';
import { splitModel } from './models';
import { matches, type Rule } from './rules';
import { tools as openCodeTools, permissionOf } from './tools';

/** What each permission covers. The first purposes decide how it is written; see `leading`. */
const covers: Readonly<Record<string, readonly ToolPurpose[]>> = Object.fromEntries(
  Object.entries(purposesByTool(openCodeTools)).filter(([name]) => permissionOf(name) === name),
);

/** Purposes that other hosts separate, and on which an author decides. */
const leading: Readonly<Record<string, readonly ToolPurpose[]>> = {
  ...covers,
  read: ['read-file'],
  edit: ['create-file', 'change-file'],
};

/** Permissions for which the program accepts an action only, and no patterns. */
const actionOnly: ReadonlySet<string> = new Set(['webfetch', 'websearch', 'todowrite', 'question']);

/** The rules of the file that decide on a permission. */
function grantOf(rules: readonly Rule[], permission: string): Grant | null {
  const own = rules.filter((rule) => matches(rule.permission, permission));
  if (own.length === 0) return null;
  const last = own.findLastIndex(({ pattern }) => pattern === '*');
  const exceptions = own
    .slice(last + 1)
    .map(({ pattern, action }): GrantException => ({ pattern, action: actionOf(action) }));
  return { action: last < 0 ? 'allow' : actionOf(own[last]?.action ?? ''), exceptions };
}

/** Any action other than allow and deny means ask. */
const actionOf = (action: string): Grant['action'] =>
  action === 'allow' || action === 'deny' ? action : 'ask';

/** A tool that no host has, so that only rules for all tools match it. */
const anyOther = 'any-other-tool';

/** The program, and all tools of its newest version. */
interface Program {
  readonly family: Family;
  readonly tools: ToolCatalog;
}

const toolsOf =
  ({ family, tools }: Program) =>
  ({ persona }: JudgedTools): SharedTools => {
    const rules = rulesOfPersona(family, persona);
    const purposes: Partial<Record<ToolPurpose, Grant>> = {};
    const limits: ToolPurpose[] = [];
    for (const [permission, all] of Object.entries(covers)) {
      const grant = grantOf(rules, permission);
      if (grant) for (const purpose of all) purposes[purpose] = grant;
      const isNamed = rules.findLast((rule) => matches(rule.permission, permission));
      if (grant && isNamed?.permission !== '*' && leastOf(grant) !== 'allow')
        limits.push(...(leading[permission] ?? []));
    }
    const rest = grantOf(rules, anyOther)?.action ?? 'allow';
    const delegate = purposes['delegate'];
    const callees = delegate ? calleesOf(delegate) : null;
    const isLimit = (purpose: ToolPurpose): boolean => callees === null || purpose !== 'delegate';
    if (callees !== null) purposes['delegate'] = allowed;
    return {
      ...{ purposes, rest, callees },
      servers: serversOf({ family, tools }, rules, rest),
      others: [],
      lacks: ['ask-person'],
      limits: limits.filter(isLimit),
    };
  };

/** The agents that may be called, where everything else is denied; null for any other rules. */
function calleesOf({ action, exceptions }: Grant): readonly string[] | null {
  const isList =
    action === 'deny' &&
    exceptions.length > 0 &&
    exceptions.every((one) => one.action === 'allow' && !/[*?]/.test(one.pattern));
  return isList ? exceptions.map(({ pattern }) => pattern) : null;
}

/** Rules for `server_*` and `server_tool`, which differ from what holds for all other tools. */
function serversOf(
  { tools, family }: Program,
  rules: readonly Rule[],
  rest: Grant['action'],
): readonly ServerGrant[] {
  const isOwn = (name: string): boolean =>
    Object.hasOwn(covers, name) ||
    family.beyondTools.has(name) ||
    [...tools.tools, ...tools.former].some((tool) => tool.name === name);
  const names = new Set(rules.map(({ permission }) => permission).filter((name) => !isOwn(name)));
  const grants = [...names].flatMap((name): ServerGrant[] => {
    const [, owner, every, server = owner, tool = every] =
      /^(?:([^*?]+)_(\*)|([^*?][^*?_]*)_([^*?]+))$/.exec(name) ?? [];
    const action = rules.findLast((rule) => matches(rule.permission, name))?.action;
    if (action === undefined) return [];
    // Any other pattern may match the names of several servers.
    if (name !== '*' && server === undefined && /[*?]/.test(name))
      return [{ server: name, tool: null, action: actionOf(action) }];
    if (server === undefined || tool === undefined) return [];
    return [{ server, tool: tool === '*' ? null : tool, action: actionOf(action) }];
  });
  const others = grants.filter(({ action }) => action !== rest);
  // A single tool may be denied like all other tools, of a server that is allowed.
  return grants.filter(
    (one) =>
      one.action !== rest ||
      // It overrides a pattern.
      others.some(
        (other) =>
          isRulePattern(other) && matches(other.server, `${one.server}_${one.tool ?? '*'}`),
      ) ||
      (one.tool !== null &&
        others.some(({ server, tool }) => server === one.server && tool === null)),
  );
}

/** One rule of the file to write: a permission with its action and the exceptions after it. */
interface WrittenRule {
  readonly permission: string;
  readonly grant: Grant;
}

const writeTools =
  (list: AllowList) =>
  (tools: SharedTools, isWide: IsWide): WrittenTools => {
    const inexact: Inexact[] = [];
    const rules: WrittenRule[] = [];
    if (tools.rest !== 'allow')
      rules.push({ permission: '*', grant: { action: tools.rest, exceptions: [] } });
    // Rules for single permissions follow, because the last one that matches wins.
    const patterns = tools.servers.filter(isRulePattern);
    for (const { server, action } of patterns)
      rules.push({ permission: server, grant: { action, exceptions: [] } });
    for (const permission of Object.keys(covers)) {
      const grant = combined(permission, tools, isWide, inexact);
      const isMatched = patterns.some(({ server }) => matches(server, permission));
      if (grant === null) {
        if (isMatched) rules.push({ permission, grant: { action: tools.rest, exceptions: [] } });
      } else if (isMatched || grant.action !== tools.rest || grant.exceptions.length > 0)
        rules.push({ permission, grant });
    }
    for (const one of tools.servers) {
      const { server, tool, action } = one;
      if (isRulePattern(one)) continue;
      if (isPattern(one)) {
        const part = tool === null ? server : `${server}/${tool}`;
        if (action !== 'deny') inexact.push({ part, obstacle: 'server' });
        continue;
      }
      const permission = `${ownName(server)}_${tool === null ? '*' : ownName(tool)}`;
      rules.push({ permission, grant: { action, exceptions: [] } });
    }
    return { fields: rules.length === 0 ? [] : [written(rules, list)], inexact };
  };

/** Whether it is the pattern of a rule, which matches whole names of tools. Those of other programs stand for servers. */
const isRulePattern = ({ server, tool }: ServerGrant): boolean =>
  tool === null && /[\w-][*?]|[*?][\w-]/.test(server) && !/[[\]{}]/.test(server);

/** The program replaces other characters in the names of servers and tools. */
const ownName = (name: string): string => name.replaceAll(/[^\w-]/g, '_');

/** The grant for a permission, the narrowest one that its purposes have; null where the file does not decide on them. */
function combined(
  permission: string,
  tools: SharedTools,
  isWide: IsWide,
  inexact: Inexact[],
): Grant | null {
  const decisive = leading[permission] ?? [];
  const purposes = decisive.filter((one) => tools.purposes[one] !== undefined);
  if (purposes.length === 0) return null;
  const grants = decisive.map((one) => grantFor(tools, one));
  const [first = allowed] = grants;
  const isSame = grants.every((one) => JSON.stringify(one) === JSON.stringify(first));
  const least = grants.reduce((a, b) => (isNarrower(b, a) ? b : a));
  const most = grants.reduce((a, b) => (isNarrower(a, b) ? b : a));
  let grant = least;
  if (!isSame && mostOf(least) !== mostOf(most)) {
    const part = decisive.find((one) => grantFor(tools, one) === most) ?? decisive[0] ?? permission;
    inexact.push({
      ...{ part, obstacle: 'shared-tool', name: permission },
      grants: covers[permission] ?? [],
    });
    if (isWide(part)) grant = most;
  }
  if (permission === 'task' && tools.callees !== null && mostOf(grant) !== 'deny')
    return {
      action: 'deny',
      exceptions: tools.callees.map((pattern) => ({ pattern, action: 'allow' })),
    };
  if (grant.exceptions.length === 0 || !actionOnly.has(permission)) return grant;
  const part = decisive[0] ?? permission;
  inexact.push({ part, obstacle: 'patterns', name: permission });
  return { action: isWide(part) ? mostOf(grant) : leastOf(grant), exceptions: [] };
}

const isNarrower = (a: Grant, b: Grant): boolean =>
  permissiveness[mostOf(a)] < permissiveness[mostOf(b)];

/** The rules as the program reads them: a map, or a list with one map for each rule. The last matching rule wins. */
function written(rules: readonly WrittenRule[], list: AllowList): WrittenField {
  const keys = list.asList;
  const quote = (text: string): string => (text === '*' ? '"*"' : flowScalar(text, 'plain'));
  if (!keys) {
    return {
      key: list.field,
      value: {
        kind: 'map',
        pairs: rules.map(({ permission, grant: { action, exceptions } }) => [
          permission,
          exceptions.length === 0
            ? action
            : `{ ${[`"*": ${action}`, ...exceptions.map((one) => `${flowScalar(one.pattern, 'double')}: ${one.action}`)].join(', ')} }`,
        ]),
      },
    };
  }
  const lines = rules.flatMap(({ permission, grant: { action, exceptions } }) =>
    [{ pattern: '*', action }, ...exceptions].map((one) =>
      [
        `\n  - ${keys.name}: ${quote(permission)}`,
        `    ${keys.use}: ${flowScalar(one.pattern, 'double')}`,
        `    ${keys.action}: ${one.action}`,
      ].join('\n'),
    ),
  );
  return { key: list.field, value: { kind: 'block', yaml: lines.join('') } };
}

function readModel(written: string): SharedModel | null {
  const { provider, model } = splitModel(written);
  if (provider === '' || model === '') return null;
  return {
    provider,
    alias: null,
    id: model.replace(/-\d{8}$/, '').replace(/-(\d+)-(\d{1,2})$/, '-$1.$2'),
  };
}

const fields: HostConversion['fields'] = {
  ...{ turns: 'steps', variant: 'variant' },
  ...{ temperature: 'temperature', 'top-p': 'top_p' },
};

/** The makers of models, whose ids show who makes them. */
const makers: Readonly<Record<string, RegExp>> = {
  anthropic: /^claude-/,
  openai: /^(?:gpt-|o\d|codex-)/,
  google: /^gemini-/,
  xai: /^grok-/,
};

/** The model of a provider that the program knows. An alias has none: it would be pinned to today's version. */
function writeModel({ provider, id }: SharedModel): string | null {
  if (id === null) return null;
  const from = provider ?? Object.entries(makers).find(([, form]) => form.test(id))?.[0];
  if (from === undefined) return null;
  const offered = providerOf(from)?.models ?? [];
  const found = [id, id.replace('.', '-')].find((one) =>
    offered.some((model) => model.id === one && model.status !== 'deprecated'),
  );
  return found === undefined ? null : `${from}/${found}`;
}

/**
 * @param list how the program writes its rules.
 * @param config the file of the project that defines MCP servers.
 * @param keys the fields of the program that other hosts have too.
 * @param requestSettings where the program has the settings of requests that the others have in fields of their own.
 */
export const conversionWith = (
  program: Program,
  list: AllowList,
  config: string,
  keys: HostConversion['fields'] = fields,
  requestSettings?: RequestSettings,
): HostConversion => ({
  toolsOf: toolsOf(program),
  writeTools: writeTools(list),
  toolFields: [],
  harmless: [],
  fields: keys,
  ...(requestSettings && { requestSettings }),
  guards: {},
  servers: { file: config, key: 'mcp' },
  readModel,
  writeModel,
  invocation: 'mode',
  // Where rules are a list, an unknown field makes the program read the file in its former format.
  ...(list.asList === undefined && { sendsUnknownFields: true }),
  family: 'opencode',
});
