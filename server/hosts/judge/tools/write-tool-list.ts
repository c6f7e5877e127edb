// Writes what an agent may do as a list of tool names, in a host where a file lists tools.
import {
  grantFor,
  type Inexact,
  type IsWide,
  isLimited,
  isPattern,
  leastOf,
  mostOf,
  ownLimits,
  type ServerGrant,
  type SharedTools,
  type WrittenField,
  type WrittenTools,
  withImplied,
} from '../../model/conversion';
import { type ToolPurpose, toolPurposes } from '../../model/tool-purposes';
import { hasToolName, type ToolCatalog } from '../../model/tools';

/** How a host lists tools. */
export interface ToolListForm {
  /** The field with the allowed tools. */
  readonly key: string;
  readonly form: 'flow' | 'comma';
  /** Names to write with everything that they grant, the broadest first. */
  readonly names: readonly ListedName[];
  /** The field that denies single tools, and what to deny for each purpose; absent where the host has none. */
  readonly denials?: {
    readonly key: string;
    readonly names: Readonly<Partial<Record<ToolPurpose, readonly string[]>>>;
  };
  /** A field that makes the host ask before it uses tools for these purposes. */
  readonly asking?: { readonly purposes: readonly ToolPurpose[]; readonly field: WrittenField };
  /** The name for the tools of a server; null where there is none. */
  readonly server: (server: string, tool: string | null) => string | null;
  /** Limits which agents are called; absent where that is impossible. */
  readonly callees?: (names: readonly string[]) => {
    /** Replaces the tool name for this purpose. */
    readonly name?: string;
    readonly field?: WrittenField;
  };
}

export interface ListedName {
  readonly name: string;
  readonly grants: readonly ToolPurpose[];
}

/** The form with the names that the version has. */
export function formIn(catalog: ToolCatalog, form: ToolListForm): ToolListForm {
  const { names, denials } = form;
  if (!catalog.lacking) return form;
  const isKnown = (name: string): boolean => hasToolName(catalog, name);
  return {
    ...form,
    names: names.filter(({ name }) => isKnown(name)),
    ...(denials && {
      denials: {
        ...denials,
        names: Object.fromEntries(
          Object.entries(denials.names).map(([purpose, denied]) => [
            purpose,
            denied.filter(isKnown),
          ]),
        ),
      },
    }),
  };
}

export function writeToolList(
  tools: SharedTools,
  isWide: IsWide,
  form: ToolListForm,
): WrittenTools {
  const inexact: Inexact[] = [];
  const wanted = new Set<ToolPurpose>();
  let asks = false;
  for (const purpose of toolPurposes) {
    const grant = grantFor(tools, purpose);
    if (mostOf(grant) === 'deny') continue;
    const least = leastOf(grant);
    if (least === 'allow') wanted.add(purpose);
    else if (least === 'ask' && form.asking?.purposes.includes(purpose)) {
      wanted.add(purpose);
      asks = true;
    } else {
      const isLimited = grant.exceptions.length > 0 && least === 'deny';
      const name = nameFor(purpose, form);
      // Only what the author wrote is worth a choice: `rest` stands for tools that the file does not name.
      if (tools.purposes[purpose] !== undefined && name !== undefined)
        inexact.push({ part: purpose, obstacle: isLimited ? 'patterns' : 'asking', name });
      if (name !== undefined && isWide(purpose)) wanted.add(purpose);
    }
  }
  const isOpen = tools.rest === 'allow';
  const denied = toolPurposes.filter((one) => isDenied(one, tools));
  if (isOpen) withoutLimits(denied, wanted, { form, isWide, inexact });
  const callees = calleesIn(tools, wanted, { form, isWide, inexact, isOpen });
  const asking = asks && form.asking ? [form.asking.field] : [];
  const held = withImplied(wanted);
  const isNamed = (one: ToolPurpose): boolean => (form.denials?.names[one] ?? []).length > 0;
  const isLimit = (one: ToolPurpose): boolean =>
    isWithheld(one, tools, wanted) && nameFor(one, form) !== undefined;
  const unwanted = toolPurposes.filter(
    (one) => !held.has(one) || isLimit(one) || (isOpen && denied.includes(one) && isNamed(one)),
  );
  const closed = tools.servers.filter(({ action }) => action !== 'allow');
  if (isOpen && unwanted.length === 0 && closed.length === 0)
    return { fields: [...asking, ...callees.fields], inexact };
  if (isOpen && form.denials) {
    const names = unwanted.flatMap((one) => form.denials?.names[one] ?? []);
    const servers = closed.flatMap((one) => serverName(one, form) ?? []);
    return {
      fields: [...namesField(form.denials.key, [...names, ...servers], form), ...asking],
      inexact,
    };
  }
  if (isOpen || tools.rest === 'ask') {
    inexact.push({ part: 'tools', obstacle: 'unnamed' });
    for (const purpose of tools.lacks)
      if (tools.purposes[purpose] === undefined) wanted.delete(purpose);
  }
  const names = namesFor(wanted, tools, { form, isWide, inexact });
  const listed = names.map((name) =>
    name === nameFor('delegate', form) ? (callees.name ?? name) : name,
  );
  const { allowed, without } = serverNames(tools, form, inexact);
  return {
    fields: [
      { key: form.key, value: { kind: 'names', names: [...listed, ...allowed], form: form.form } },
      ...(form.denials ? namesField(form.denials.key, without, form) : []),
      ...callees.fields,
      ...asking,
    ],
    inexact,
  };
}

/** Whether the file itself denies it. */
const isDenied = (purpose: ToolPurpose, { purposes }: SharedTools): boolean => {
  const own = purposes[purpose];
  return own !== undefined && mostOf(own) === 'deny';
};

/** Whether the agent must not have it, although another of its tools does the same. */
const isWithheld = (
  purpose: ToolPurpose,
  tools: SharedTools,
  wanted: ReadonlySet<ToolPurpose>,
): boolean => isLimited(tools, purpose) && !wanted.has(purpose);

/** Where the host cannot deny one purpose without another, the agent gets neither, unless the user accepts that it has both. */
function withoutLimits(
  denied: readonly ToolPurpose[],
  wanted: Set<ToolPurpose>,
  { form, isWide, inexact }: Writing,
): void {
  for (const limit of denied) {
    if (!ownLimits.includes(limit) || !form.denials || form.denials.names[limit]) continue;
    for (const purpose of [...wanted]) {
      const name = nameFor(purpose, form);
      if (name === undefined || !withImplied([purpose]).has(limit)) continue;
      inexact.push({
        ...{ part: limit, obstacle: 'shared-tool', name },
        grants: [purpose, limit],
      });
      if (!isWide(limit)) wanted.delete(purpose);
    }
  }
}

interface Writing {
  readonly form: ToolListForm;
  readonly isWide: IsWide;
  /** Extended with what cannot be expressed. */
  readonly inexact: Inexact[];
}

const nameFor = (purpose: ToolPurpose, { names }: ToolListForm): string | undefined =>
  names.find(({ grants }) => grants.length === 1 && grants[0] === purpose)?.name ??
  names.find(({ grants }) => grants.includes(purpose))?.name;

/** The agents that it may call. Where the host cannot limit them, it may call none. */
function calleesIn(
  { callees }: SharedTools,
  wanted: Set<ToolPurpose>,
  { form, isWide, inexact, isOpen }: Writing & { readonly isOpen: boolean },
): { readonly name?: string; readonly fields: readonly WrittenField[] } {
  if (callees === null || !wanted.has('delegate')) return { fields: [] };
  const written = form.callees?.(callees);
  // A tool name with agents in it limits nothing where the tools are not listed.
  if (written?.field) return { fields: [written.field] };
  if (written?.name !== undefined && !isOpen) return { name: written.name, fields: [] };
  const name = nameFor('delegate', form);
  if (name === undefined) inexact.push({ part: 'delegate', obstacle: 'no-tool' });
  else inexact.push({ part: 'delegate', obstacle: 'callees', name });
  if (name === undefined || !isWide('delegate')) wanted.delete('delegate');
  return { fields: [] };
}

/** The fewest names that grant what is wanted and nothing else. */
function namesFor(
  wanted: ReadonlySet<ToolPurpose>,
  tools: SharedTools,
  { form, isWide, inexact }: Writing,
): readonly string[] {
  const open = new Set(wanted);
  const may = new Set(
    [...withImplied(wanted)].filter((purpose) => !isWithheld(purpose, tools, wanted)),
  );
  const chosen: string[] = [];
  const choose = ({ name, grants }: ListedName): void => {
    chosen.push(name);
    for (const purpose of grants) open.delete(purpose);
  };
  for (const one of form.names)
    if (
      one.grants.some((purpose) => open.has(purpose)) &&
      one.grants.every((each) => may.has(each))
    )
      choose(one);
  const reached = withImplied(chosen.flatMap((name) => grantsOf(name, form)));
  for (const purpose of open) {
    if (reached.has(purpose) || tools.purposes[purpose] === undefined) continue;
    const broad = form.names.find(({ grants }) => grants.includes(purpose));
    if (!broad) inexact.push({ part: purpose, obstacle: 'no-tool' });
    else {
      inexact.push({
        ...{ part: purpose, obstacle: 'shared-tool', name: broad.name },
        grants: broad.grants,
      });
      if (isWide(purpose)) choose(broad);
    }
  }
  return chosen;
}

const grantsOf = (name: string, { names }: ToolListForm): readonly ToolPurpose[] =>
  names.find((one) => one.name === name)?.grants ?? [];

interface ServerNames {
  readonly allowed: readonly string[];
  /** Single tools of these servers, which are denied. */
  readonly without: readonly string[];
}

/** A server of which single tools are denied is listed only where the host can deny them. */
function serverNames(
  { servers }: SharedTools,
  form: ToolListForm,
  inexact: Inexact[],
): ServerNames {
  const allowed: string[] = [];
  const without: string[] = [];
  for (const one of servers) {
    if (one.action === 'deny') continue;
    const { server, tool, action } = one;
    const part = tool === null ? server : `${server}/${tool}`;
    const limits = tool === null ? servers.filter((other) => isLimitOf(other, one)) : [];
    const denials = limits.map((limit) => (form.denials ? serverName(limit, form) : null));
    const name = action === 'allow' && !denials.includes(null) ? serverName(one, form) : null;
    if (name === null) inexact.push({ part, obstacle: action === 'allow' ? 'server' : 'asking' });
    else {
      allowed.push(name);
      without.push(...denials.flatMap((each) => each ?? []));
    }
  }
  return { allowed, without };
}

/** Whether it is about a single tool of a server that is allowed otherwise. */
const isLimitOf = (one: ServerGrant, { server }: ServerGrant): boolean =>
  one.server === server && one.tool !== null && one.action !== 'allow';

const serverName = (grant: ServerGrant, form: ToolListForm): string | null =>
  isPattern(grant) ? null : form.server(grant.server, grant.tool);

const namesField = (
  key: string,
  names: readonly string[],
  { form }: ToolListForm,
): readonly WrittenField[] =>
  names.length === 0 ? [] : [{ key, value: { kind: 'names', names: [...new Set(names)], form } }];
