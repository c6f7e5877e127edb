// The MCP servers of a configuration, under its key `mcp`. A wrong value costs the whole configuration, and more than that in OpenCode,
// which then does not start. Only a server with `enabled` is silently dropped instead: the rest of it counts for nothing then.
import { rootOfJson } from '../../agent/json-root';
import { type Entry, entryOf, type MapValue, textOf, type Value } from '../../yaml/value';
import { check, missingKey, phrase, problem } from '../judge/check';
import { worstOf } from '../judge/hook-file';
import {
  called,
  type Instead,
  isFalse,
  isTrue,
  misnamedKeys,
  misnamedProgram,
  type ServerNames,
} from '../judge/misnamed-keys';
import { laxJsonReader } from '../judge/reading/strict-json-reader';
import {
  remoteTypes,
  type ServerForm,
  type ServerKind,
  serverDocument,
  typeKey,
} from '../judge/servers';
import { isUrl } from '../judge/url';
import type { Dialect } from '../model/dialect';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Location } from '../model/location';
import { type Reader, unread } from '../model/reading';
import type { GuardReader } from '../model/settings';
import type { KeyType, Problem, Type } from '../model/type';
import { substituted } from './models';

/** The key of the servers. */
export const serversKey = 'mcp';

/** How a program of the family reads servers. */
export interface FamilyServers {
  /** Other keys of the configuration that cost all of it. */
  readonly fatal?: Readonly<Record<string, Field>>;
  /** What a wrong value costs. */
  readonly refusal: Consequence;
  /** Keys of a local server that not every program of the family reads. */
  readonly local: Readonly<Record<string, KeyType>>;
  /** Keys that are read as others: `env` as `environment`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** It also reads servers in the form of OpenCode 2, which are not judged but for those that are off. */
  readonly readsNextForm?: true;
  /** Placeholders of which some cost the configuration. */
  readonly placeholders: RegExp;
  /** What is lost with the configuration, by default the servers. */
  readonly guards?: GuardReader;
  readonly evidence: Evidence;
  readonly documented: Evidence;
}

const any: Type = { type: 'any' };
const text: Type = { type: 'text' };
const strings: Type = { type: 'map', rest: text };

const common: Readonly<Record<string, KeyType>> = {
  enabled: { type: { type: 'boolean' }, summary: 'Whether the server is started.' },
  timeout: {
    type: { type: 'integer', min: 1 },
    summary: 'The longest time of a request, in milliseconds.',
  },
};

const login: Type = {
  type: 'map',
  keys: {
    callbackPort: {
      type: { type: 'integer', min: 1, max: 65_535 },
      summary: 'The port to which the browser returns.',
    },
    clientId: { type: text, summary: 'The id of the client.' },
    clientSecret: { type: text, summary: 'The secret of the client.' },
    redirectUri: { type: text, summary: 'The address to which the browser returns.' },
    scope: { type: text, summary: 'The scopes, with spaces.' },
  },
  rest: any,
};

/** A key of local servers that OpenCode reads. */
export const localFolder: Readonly<Record<string, KeyType>> = {
  cwd: { type: text, summary: 'The folder in which it is started.' },
};

const inCommand: Instead = { expected: phrase('in the list "command"') };

/** Keys that authors write instead of those that a program of the family reads. */
const misnamed: Pick<ServerNames, 'guessed' | 'foreign'> = {
  guessed: {
    environment: called('environment'),
    cwd: called('cwd'),
    headers: called('headers'),
    timeout: called('timeout'),
    enabled: { ...called('enabled'), isLost: isFalse },
  },
  foreign: {
    env: called('environment'),
    args: inCommand,
    arguments: inCommand,
    http_headers: called('headers'),
    timeoutMs: called('timeout'),
    workdir: called('cwd'),
    workingDirectory: called('cwd'),
    disabled: { expected: phrase('"enabled" with the opposite value'), isLost: isTrue },
  },
};

const lost: Consequence = {
  outcome: 'coerced',
  effect: '{host} silently does not load the server.',
};
const failing: Consequence = {
  outcome: 'coerced',
  effect: '{host} cannot start the server and shows it as failed.',
};
const unused: Consequence = { outcome: 'ignored', effect: '{host} silently ignores the key.' };

const isSubstituted = (value: Value | undefined): boolean =>
  value?.kind === 'text' && substituted.test(value.text);

const unjudged = (otherwise: Pick<Consequence, 'effect'>): CustomCheckResult => ({
  outcome: 'unknown',
  problems: [],
  otherwise: { outcome: 'unknown', file: 'unknown', ...otherwise },
});

/** What is not known before the program has filled in its placeholders. */
const uncertain = unjudged({
  effect: '{host} fills in placeholders first, so this is not checked here.',
});

const ofNextForm = unjudged({
  effect: '{host} reads servers in the form of OpenCode 2 too, which are not checked here.',
});

/** The forms of a server. */
export const formsOf = ({ local }: Pick<FamilyServers, 'local'>) =>
  ({
    local: {
      types: [
        { value: 'local', means: 'A program that is started.', alsoWritten: ['stdio', 'command'] },
      ],
      keys: {
        command: {
          type: { type: 'list', of: text },
          summary: 'The program and its arguments.',
          required: true,
          snippet: ' ["${1:npx}", "${2:-y}", "${3}"]',
        },
        environment: { type: strings, summary: 'Variables of its environment.' },
        ...local,
        ...common,
      },
    },
    remote: {
      types: [
        {
          value: 'remote',
          means: 'Requests to a URL.',
          alsoWritten: remoteTypes.flatMap(({ value, alsoWritten = [] }) => [
            value,
            ...alsoWritten.filter((word) => word !== 'remote'),
          ]),
        },
      ],
      keys: {
        url: { type: text, summary: 'The URL.', required: true },
        headers: { type: strings, summary: 'Headers of each request.' },
        oauth: {
          type: { type: 'any-of', types: [login, { type: 'boolean', only: false }] },
          summary: 'How to log in. `false` for no login.',
        },
        ...common,
      },
    },
  }) satisfies Readonly<Record<'local' | 'remote', ServerForm>>;

interface Found {
  /** What costs the configuration. */
  readonly fatal: Problem[];
  /** What costs the server. */
  readonly lost: Problem[];
  /** Servers that are loaded and cannot work. */
  readonly failing: Problem[];
  /** Keys without effect. */
  readonly unused: Problem[];
  /** Why more is not known. */
  open: CustomCheckResult | null;
}

function judgeWith(family: FamilyServers): (servers: MapValue) => CustomCheckResult {
  const forms = formsOf(family);
  return ({ entries }) => {
    const found: Found = { fatal: [], lost: [], failing: [], unused: [], open: null };
    for (const entry of entries) {
      // A name that every object has is lost.
      if (entry.key === '__proto__') continue;
      if (substituted.test(entry.key)) found.open = uncertain;
      else if (family.readsNextForm && isOfNextForm(entry)) found.open = ofNextForm;
      else judgeServer(entry, forms, family, found);
    }
    const worst = worstOf(
      [found.fatal, family.refusal],
      [found.lost, lost],
      [found.failing, failing],
      [found.unused, unused],
    );
    return found.fatal.length === 0 ? (found.open ?? worst) : worst;
  };
}

/** In the form of OpenCode 2 the servers are below a key, a timeout is a map, and keys have other names. */
function isOfNextForm({ key, value }: Entry): boolean {
  if (value.kind !== 'map') return false;
  if (key === 'servers' || key === 'timeout')
    return !/^(?:local|remote)$/.test(typeOf(value) ?? '');
  const is = (name: string, kind: Value['kind']): boolean =>
    entryOf(value.entries, name)?.value.kind === kind;
  const oauth = entryOf(value.entries, 'oauth')?.value;
  return (
    is('timeout', 'map') ||
    is('codemode', 'boolean') ||
    (oauth?.kind === 'map' &&
      (is('disabled', 'boolean') || oauth.entries.some((one) => one.key.includes('_'))))
  );
}

/** Whether the server is not started. */
export function isOff(
  { entries }: MapValue,
  { readsNextForm }: Pick<FamilyServers, 'readsNextForm'>,
) {
  const at = (key: string): Value | undefined => entryOf(entries, key)?.value;
  const enabled = at('enabled');
  if (enabled?.kind === 'boolean') return !enabled.boolean;
  const disabled = at('disabled');
  // A number as a timeout is in the form of OpenCode 1, in which there is no such key.
  return (
    readsNextForm === true && !at('timeout') && disabled?.kind === 'boolean' && disabled.boolean
  );
}

const typeOf = ({ entries }: MapValue): string | undefined =>
  textOf(entryOf(entries, 'type')?.value);

function judgeServer(
  { key: name, value }: Entry,
  forms: ReturnType<typeof formsOf>,
  family: FamilyServers,
  found: Found,
): void {
  const { aliases, placeholders } = family;
  if (value.kind !== 'map') {
    found.fatal.push(problem('type', value, phrase('a map with a "type"'), [name]));
    return;
  }
  const entries = value.entries
    .filter(({ key }) => key !== '__proto__')
    .map((entry) => ({ ...entry, key: aliases[entry.key] ?? entry.key }));
  const server = { ...value, entries };
  if (hasPlaceholder(server, placeholders)) found.open = uncertain;
  const type = entryOf(entries, 'type')?.value;
  if (isSubstituted(type)) {
    found.open = uncertain;
    return;
  }
  const form = forms[typeOf(server) as keyof typeof forms] as ServerForm | undefined;
  const command = form?.keys['command']?.type;
  const program = command && misnamedProgram(server, [name], command);
  const problems = program
    ? [program]
    : form
      ? [
          ...check({ type: 'map', keys: form.keys, rest: any }, server, [name]).problems,
          ...loginProblems(server, form, name),
        ]
      : typeProblems(server, type, name);
  // What is no server may still switch one on or off that another file defines.
  const isSwitch = entryOf(entries, 'enabled')?.value.kind === 'boolean';
  if (problems.length > 0) {
    const isOnlySwitch = entries.length === 1 && isSwitch;
    if (!isOnlySwitch) (isSwitch ? found.lost : found.fatal).push(...problems);
    return;
  }
  const off = isOff(server, family);
  if (!off) found.failing.push(...startProblems(server, name));
  if (isSubstituted(entryOf(entries, 'url')?.value)) found.open = uncertain;
  if (off || !form) return;
  const isProgram = form === forms.local;
  const read = new Set(Object.keys(form.keys));
  const withAliases = (keys: readonly string[]): readonly string[] => [
    ...keys,
    ...Object.keys(aliases).filter((alias) => keys.includes(aliases[alias] ?? '')),
  ];
  found.unused.push(
    ...misnamedKeys(value.entries, [name], {
      ...misnamed,
      keys: form.keys,
      others: ['type', ...withAliases([...read])],
      ofOtherKind: {
        keys: withAliases(
          Object.keys((isProgram ? forms.remote : forms.local).keys).filter(
            (key) => !read.has(key),
          ),
        ),
        next: isProgram ? 'command' : 'url',
      },
    }),
  );
}

const hasPlaceholder = (value: Value, form: RegExp): boolean =>
  value.kind === 'text'
    ? form.test(value.text)
    : value.kind === 'list'
      ? value.items.some((item) => hasPlaceholder(item, form))
      : value.kind === 'map' && value.entries.some((entry) => hasPlaceholder(entry.value, form));

function typeProblems(server: MapValue, type: Value | undefined, name: string): readonly Problem[] {
  const path = [name, 'type'];
  if (type) {
    const { local, remote } = formsOf({ local: {} });
    return check(typeKey([...local.types, ...remote.types]).type, type, path).problems;
  }
  const has = (key: string): boolean => entryOf(server.entries, key) !== undefined;
  const usual = has('command') ? 'local' : has('url') ? 'remote' : undefined;
  return [{ ...missingKey(server, path), ...(usual && { usual }) }];
}

/** The type of a list of types accepts both booleans. */
function loginProblems(server: MapValue, form: ServerForm, name: string): readonly Problem[] {
  const value = form.keys['oauth'] && entryOf(server.entries, 'oauth')?.value;
  return value?.kind === 'boolean' && value.boolean
    ? [problem('value', value, phrase('a map or false'), [name, 'oauth'])]
    : [];
}

/** What a server of a form cannot start with. */
function startProblems(server: MapValue, name: string): readonly Problem[] {
  const at = (key: string): Value | undefined => entryOf(server.entries, key)?.value;
  if (typeOf(server) === 'remote') {
    const url = at('url');
    const written = textOf(url) ?? '';
    if (!url || isSubstituted(url) || isUrl(written)) return [];
    return [problem('value', url, phrase('a URL'), [name, 'url'])];
  }
  const command = at('command');
  if (command?.kind !== 'list') return [];
  const [program] = command.items;
  if (program && textOf(program) !== '') return [];
  return [
    problem('value', program ?? command, phrase('the program and its arguments'), [
      name,
      'command',
      ...(program ? [0] : []),
    ]),
  ];
}

/** A placeholder may stand for any text. */
const reader: Reader = (input) => {
  const { text } = input.outline;
  const reading = laxJsonReader(input);
  const isFaulty = rootOfJson(text) === null && text.trim() !== '';
  const end = { start: text.length, end: text.length };
  return isFaulty && substituted.test(text)
    ? unread({ code: 'unchecked', span: end, fatal: true })
    : reading;
};

/** The kind of a configuration as a document, of which the servers are judged. */
export function familyServers(family: FamilyServers): ServerKind {
  const { local, remote } = formsOf(family);
  const { kind, dialectNextTo } = serverDocument({
    key: serversKey,
    forms: [local, remote],
    judge: judgeWith(family),
    noServers: family.refusal,
    // The keys of the configuration are not judged here.
    otherKey: ({ key }) =>
      meant.includes(key) || Object.hasOwn(family.fatal ?? {}, key)
        ? null
        : { outcome: 'kept', problems: [] },
    unknownKey: '{host} loads no server in it.',
    meant,
    example: '{\n  "type": "local",\n  "command": ["${2:npx}", "${3:-y}", "${4}"]\n}',
    ...(family.guards && { guards: family.guards }),
    reader,
    ...{ evidence: family.evidence, documented: family.documented },
  });
  return {
    kind,
    dialectNextTo: (agents: Dialect): Dialect => {
      const dialect = dialectNextTo(agents);
      return {
        ...dialect,
        fields: { ...dialect.fields, ...family.fatal },
        flaws: {
          ...dialect.flaws,
          unchecked: {
            outcome: 'unknown',
            reason: 'unchecked',
            effect: '{host} fills in placeholders first, so this is not checked here.',
          },
        },
      };
    },
  };
}

const meant = ['mcpServers', 'mcp_servers', 'mcp-servers'];

/** @param files paths of configurations, each in a scope, with how they are read. */
export const configurationLocations = (
  files: readonly (Pick<Location, 'scope' | 'role' | 'evidence'> & {
    readonly path: string;
    readonly isOptional?: true;
  })[],
): readonly Location[] =>
  files.map(({ path, ...file }) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    return {
      ...{ ...file, glob: path, names: new RegExp(`^${name}$`) },
      ...{ kind: 'servers', dialect: 'servers', id: 'path' },
      summary: 'The configuration, of which the MCP servers are checked.',
    };
  });
