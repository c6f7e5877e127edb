// What a running VS Code has registered, compared with what we declare: so a tool that changed, or that we invented, is found.

/** As the manifest of a built-in extension contributes them. */
export interface Contributed {
  readonly extension: string;
  readonly version: string;
  readonly tools: readonly {
    readonly name: string;
    readonly toolReferenceName?: string;
    readonly legacyToolReferenceFullNames?: readonly string[];
    /** A condition: `config.github.copilot.chat.skillTool.enabled && !isWeb`. */
    readonly when?: string;
  }[];
  readonly sets: readonly { readonly name: string; readonly tools: readonly string[] }[];
  /** Of the settings in the conditions. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

export interface Registered {
  readonly version: string;
  /** The names that it completes in `tools`. */
  readonly tools: readonly string[];
  /** The settings among those that we declare. */
  readonly settings: readonly string[];
  /** Of built-in extensions, also of those that need an account to run. */
  readonly contributed: readonly Contributed[];
}

export interface Declared {
  readonly names: Iterable<string>;
  readonly renamed: ReadonlyMap<string, readonly string[]>;
  readonly desktopOnly: ReadonlyMap<string, string>;
  /** By the name without its set. */
  readonly offByDefault: ReadonlySet<string>;
  /** What no run can ask for. */
  readonly recordedOnly: ReadonlySet<string>;
  readonly settings: readonly string[];
}

type State = 'on' | 'desktop' | 'off';

/** The full name of each tool and set, and whether it is there by default. */
function statesOf({ tools, contributed }: Registered): ReadonlyMap<string, State> {
  const states = new Map<string, State>(tools.map((name) => [name, 'on']));
  const core = new Set(tools.map((name) => name.slice(name.indexOf('/') + 1)));
  for (const { sets, tools: own, defaults } of contributed) {
    const byName = new Map(own.map(({ toolReferenceName: name, when }) => [name, when]));
    for (const { name: set, tools: members } of sets) {
      states.set(set, 'on');
      for (const member of members) {
        if (byName.has(member))
          states.set(`${set}/${member}`, stateBy(byName.get(member), defaults));
        else if (core.has(member)) states.set(`${set}/${member}`, 'on');
      }
    }
  }
  return states;
}

/** Of the conditions that are used: parts with `&&`, each a setting or `isWeb`, which may be negated. Others hold. */
function stateBy(when: string | undefined, defaults: Contributed['defaults']): State {
  const parts = when?.split('&&').map((part) => part.trim()) ?? [];
  if (parts.includes('!isWeb')) return 'desktop';
  const isOn = parts.every((part) => {
    const [, not, key = ''] = /^(!?)config\.(\S+)$/.exec(part) ?? [];
    return not === undefined || (defaults[key] === true) === (not === '');
  });
  return isOn ? 'on' : 'off';
}

/** The names that the program has by default. */
export const registeredNames = (registered: Registered): readonly string[] =>
  [...statesOf(registered)].flatMap(([name, state]) => (state === 'on' ? [name] : []));

/** What differs, a sentence each. */
export function undeclaredIn(registered: Registered, declared: Declared): readonly string[] {
  const states = statesOf(registered);
  const names = new Set(declared.names);
  const lacking = [...names].filter(
    (name) => states.get(name) !== 'on' && !declared.recordedOnly.has(name),
  );
  const strange = [...states].flatMap(([name, state]) => {
    const short = name.slice(name.indexOf('/') + 1);
    if (state === 'on')
      return names.has(name) ? [] : [`It has the tool "${name}", which is not declared.`];
    if (state === 'desktop')
      return declared.desktopOnly.has(name)
        ? []
        : [`The desktop has the tool "${name}", which is not declared so.`];
    return declared.offByDefault.has(short)
      ? []
      : [`The tool "${name}" needs a setting that is off by default, which is not declared.`];
  });
  const former = registered.contributed.flatMap(({ tools, sets }) =>
    tools.flatMap(({ toolReferenceName: short = '', legacyToolReferenceFullNames: old = [] }) =>
      old.flatMap((name) => {
        const full = sets.find((set) => set.tools.includes(short));
        const now = full && `${full.name}/${short}`;
        return now === undefined ||
          states.get(now) !== 'on' ||
          declared.renamed.get(name)?.includes(now)
          ? []
          : [`"${name}" is a former name of "${now}", which is not declared.`];
      }),
    ),
  );
  const askable = [...declared.recordedOnly].filter((name) => states.has(name));
  return [
    ...askable.map((name) => `The tool "${name}" is declared as recorded only, and it has one.`),
    ...lacking.map((name) => `The tool "${name}" is declared, and it has not registered one.`),
    ...strange,
    ...former,
    ...declared.settings
      .filter((key) => !registered.settings.includes(key))
      .map((key) => `The setting "${key}" is declared, and it has not registered one.`),
  ];
}
