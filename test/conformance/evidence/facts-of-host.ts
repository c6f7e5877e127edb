// Every fact that a host declares: locations, fields and their values, tools, models, flaws, limits, precedence, and what is
// known of the files next to agents.
import { check } from '../../../server/hosts/judge/check';
import { agentDialects, type Dialect, type FlawOutcome } from '../../../server/hosts/model/dialect';
import { type Evidence, executed, unknown } from '../../../server/hosts/model/evidence';
import type { Field } from '../../../server/hosts/model/field';
import { type DocumentKind, definesSkills, type Host } from '../../../server/hosts/model/host';
import type { Location } from '../../../server/hosts/model/location';
import { hasAgent } from '../../../server/hosts/model/outcome';
import type { FlawCode } from '../../../server/hosts/model/reading';
import type { Value } from '../../../server/yaml/value';
import type { DeclaredFact } from './declared-fact';
import { precedenceFacts } from './precedence-facts';
import { surroundingFacts } from './surrounding-facts';
import { valueFactsOf } from './value-facts';

/** The facts of a host, with unique ids. */
export const factsOf = (host: Host): readonly DeclaredFact[] => [
  ...host.locations.flatMap(locationFacts),
  ...Object.entries(host.dialects).flatMap(([name, dialect]) => dialectFacts(host, name, dialect)),
  ...limitFacts(host),
  ...argumentFacts(host),
  ...precedenceFacts(host),
  ...surroundingFacts(host),
];

function locationFacts(location: Location): readonly DeclaredFact[] {
  const { glob, scope, evidence, except = [], skipsHidden } = location;
  const what = `folder ${glob} (${scope})`;
  const changed = (other: Location | null): DeclaredFact['removal'] => ({
    by: 'change',
    change: (host) => ({
      ...host,
      locations: host.locations.flatMap((one) => (one === location ? (other ?? []) : one)),
    }),
  });
  const { skipsHidden: _, ...withHidden } = location;
  return [
    { id: what, evidence, words: [], ofNames: 'too', removal: changed(null) },
    ...except.map((file) => ({
      id: `${what}, not ${file}`,
      evidence: location.exceptEvidence ?? evidence,
      words: [file],
      ofNames: 'too' as const,
      removal: changed({ ...location, except: except.filter((one) => one !== file) }),
    })),
    ...(skipsHidden
      ? [
          {
            id: `${what}, not hidden files`,
            evidence: location.exceptEvidence ?? evidence,
            words: ['/.'],
            ofNames: 'too' as const,
            removal: changed(withHidden),
          },
        ]
      : []),
  ];
}

function dialectFacts(host: Host, name: string, dialect: Dialect): readonly DeclaredFact[] {
  const hasSeveral = agentDialects(host.dialects).length > 1;
  const where = hasSeveral || dialect.subject ? ` in ${name}` : '';
  const changed = (
    change: (dialect: Dialect) => Dialect,
    { dialects }: Pick<Shared, 'dialects'> = { dialects: [name] },
  ) => ({
    by: 'change' as const,
    change: (one: Host): Host => ({
      ...one,
      dialects: Object.fromEntries(
        Object.entries(one.dialects).map(([key, own]) => [
          key,
          dialects.includes(key) ? change(own) : own,
        ]),
      ),
    }),
  });
  const isOfEntries = host.companionFiles?.some(({ entries }) => entries?.dialect === name);
  const fieldFacts = Object.entries(dialect.fields).flatMap(([key, field]): DeclaredFact[] => {
    // It is ignored like an unknown key, and named only to say where it belongs.
    const isOnlyNamed = isOfEntries && field.noEffect && dialect.unknownField.outcome === 'ignored';
    if (isOnlyNamed) return [];
    const written =
      dialect.subject === 'settings' || dialect.subject === 'manifest' ? `"${key}"` : `${key}:`;
    const withField = (other: Field | null) =>
      changed((one) => {
        const { [key]: _, ...others } = one.fields;
        return { ...one, fields: other ? { ...one.fields, [key]: other } : others };
      });
    const known = {
      ...{ id: `field ${key}${where}`, evidence: field.evidence, dialects: [name] },
      ...{ words: [written], removal: withField(null) },
    };
    const values = valueFactsOf(field, dialect).map(
      ({ what, without, also = [], words = [], choice }) => ({
        id: `field ${key}${where}, ${what}`,
        evidence:
          what === 'other values' && field.otherwise.outcome === 'unknown'
            ? unknown
            : (choice?.evidence ?? field.valueEvidence ?? field.evidence),
        dialects: [name],
        words: [written, ...words],
        removal: {
          ...withField(without),
          or: [...also.map((one) => withField(one).change), ...withoutValues(key, field, what)],
        },
      }),
    );
    return [known, ...values];
  });
  const { unknownField, tools, models, flaws } = dialect;
  /** Dialects may share a declaration: then it is one fact. */
  const sharing = (part: (one: Dialect) => unknown): Shared => {
    const own = part(dialect);
    const all = Object.keys(host.dialects).filter(
      (key) => part(host.dialects[key] ?? dialect) === own,
    );
    const isFirst = all[0] === name;
    const agents = Object.keys(host.dialects).filter((key) => !host.dialects[key]?.subject);
    return {
      isFirst,
      where: agents.every((key) => all.includes(key)) ? '' : ` in ${all.join(', ')}`,
      dialects: all,
    };
  };
  const named = (kind: string, each: string, evidence: Evidence, of: Shared): DeclaredFact => ({
    id: `${kind} ${each}${of.where}`,
    evidence,
    dialects: of.dialects,
    words: [each],
    removal: { by: 'name', name: each },
  });
  const { granted } = grantedIn(tools);
  const withheld = (kind: string, each: string, evidence: Evidence, of: Shared): DeclaredFact => ({
    ...named(kind, each, evidence, of),
    removal: granted === undefined ? null : { by: 'grant' as const, name: each, instead: granted },
  });
  const ofTools = sharing((one) => one.tools.tools);
  const ofModels = sharing((one) => one.models);
  const ofUnknown = sharing((one) => one.unknownField);
  return [
    ...fieldFacts,
    ...only(ofUnknown, () => [
      {
        id: `unknown keys${ofUnknown.where}`,
        evidence: unknownField.evidence,
        dialects: ofUnknown.dialects,
        words: [],
        removal: changed((one) => ({ ...one, unknownField: opposite(unknownField) }), ofUnknown),
      },
    ]),
    ...only(ofTools, () => [
      ...tools.tools.map((tool) =>
        (tool.unavailable === undefined ? named : withheld)(
          ...(['tool', tool.name, tool.evidence ?? tools.evidence, ofTools] as const),
        ),
      ),
      ...(tools.aliases ?? []).map((tool) =>
        named('tool name', tool.name, tool.evidence ?? tools.evidence, ofTools),
      ),
      ...tools.former.map((tool) =>
        (tool.mapped ? named : withheld)(
          ...(['former tool', tool.name, tool.evidence ?? tools.evidence, ofTools] as const),
        ),
      ),
    ]),
    ...only(ofModels, () =>
      models.models.map((model) => ({
        ...named('model', model.id, model.evidence ?? models.evidence, ofModels),
        // A model with a context window is read as its alias and the window.
        ...(model.id.includes('[') && { mustMention: true as const }),
        removal: { by: 'name' as const, name: model.id.replace(/\[.*/, '') },
      })),
    ),
    ...Object.entries(flaws).flatMap(([code, flaw]) => {
      const ofFlaw = sharing((one) => one.flaws[code as FlawCode]);
      return only(ofFlaw, () => [
        {
          id: `flaw ${code}${ofFlaw.where}`,
          evidence:
            flaw.evidence ??
            (flaw.outcome === 'unknown' ? unknown : executed(`${host.package} ${host.version}`)),
          dialects: ofFlaw.dialects,
          words: [],
          removal: changed(
            (one) => ({ ...one, flaws: otherFlaw(one.flaws, code as FlawCode, flaw) }),
            ofFlaw,
          ),
        },
      ]);
    }),
    ...otherDialectFacts(name, where, dialect),
  ];
}

/** A tool that the host grants by its own name. */
const grantedIn = ({ tools }: Dialect['tools']): { granted: string | undefined } => ({
  granted: tools.find(({ unavailable, members }) => unavailable === undefined && !members)?.name,
});

/** The host as if it did not see some values of a field: what it does with them may be in its code instead of the type. */
function withoutValues(
  key: string,
  { type }: Field,
  what: string,
): readonly ((host: Host) => Host)[] {
  const isInvalid = (value: Value): boolean => check(type, value).problems.length > 0;
  const unseen: Readonly<Record<string, (value: Value) => boolean>> = {
    'a list': ({ kind }) => kind === 'list',
    'a string': ({ kind }) => kind === 'text',
    'valid values': (value) => !isInvalid(value),
    'other values': isInvalid,
    'no value': ({ kind }) => kind === 'null',
    scalars: ({ kind }) => kind === 'number' || kind === 'boolean',
    'not empty': (value) => value.kind === 'text' && value.text === '',
  };
  const isUnseen = unseen[what];
  if (!isUnseen) return [];
  const blind = <Kind extends DocumentKind>(kind: Kind): Kind => ({
    ...kind,
    reader: (input) => {
      const reading = kind.reader(input);
      const agents = reading.agents.map((agent) => ({
        ...agent,
        fields: agent.fields.filter((entry) => entry.key !== key || !isUnseen(entry.value)),
      }));
      return { ...reading, agents };
    },
  });
  return [
    (host) => {
      const { agent, ...others } = host.kinds;
      const kinds = Object.entries(others).map(([name, kind]) => [name, blind(kind)] as const);
      return { ...host, kinds: { ...Object.fromEntries(kinds), agent: blind(agent) } };
    },
  ];
}

/** The dialects that share a declaration; the first of them states it. */
interface Shared {
  readonly isFirst: boolean;
  /** For the id of the fact: nothing where all dialects share it. */
  readonly where: string;
  readonly dialects: readonly string[];
}

const only = (
  { isFirst }: Shared,
  facts: () => readonly DeclaredFact[],
): readonly DeclaredFact[] => (isFirst ? facts() : []);

/** The opposite: rejects files with an unknown key, or accepts them where the host rejects them. */
const opposite = ({ file, ...unknownField }: Dialect['unknownField']): Dialect['unknownField'] =>
  file === undefined
    ? { ...unknownField, outcome: 'refused', file: 'refused' }
    : { ...unknownField, outcome: 'ignored' };

/** The opposite: a file with an agent is refused; nothing is known of one without. */
function otherFlaw(flaws: Dialect['flaws'], code: FlawCode, flaw: FlawOutcome): Dialect['flaws'] {
  const { [code]: _, ...others } = flaws;
  return hasAgent(flaw.outcome) ? { ...others, [code]: { ...flaw, outcome: 'refused' } } : others;
}

/** Facts on permissions and descriptions, which no answer of a program about one file contains. */
const otherDialectFacts = (
  dialect: string,
  where: string,
  { undescribed, permissionOrder, evaluator, session, unknownField, fields }: Dialect,
): readonly DeclaredFact[] => {
  const kept = {
    undescribed,
    permissionOrder,
    evaluator,
    session,
    recommended: unknownField.options,
  };
  return [
    ...Object.entries(kept).flatMap(([what, held]) =>
      held
        ? [
            {
              id: `${labels[what]}${where}`,
              evidence: held.evidence,
              dialects: [dialect],
              words: [],
              removal: null,
            },
          ]
        : [],
    ),
    ...Object.entries(fields).flatMap(([key, { range }]) =>
      range
        ? [
            {
              id: `field ${key}${where}, range of the providers`,
              evidence: range.evidence,
              dialects: [dialect],
              words: [],
              removal: null,
            },
          ]
        : [],
    ),
  ];
};

const labels: Readonly<Record<string, string>> = {
  undescribed: 'agents without a description',
  permissionOrder: 'order of permission rules',
  evaluator: 'evaluation of permission rules',
  session: 'permissions of the session',
  recommended: 'keys that the documentation recommends',
};

const argumentFacts = (host: Host): readonly DeclaredFact[] =>
  Object.entries(host.kinds).flatMap(([kind, own]) =>
    !definesSkills(own) || !own.body
      ? []
      : [
          {
            id: `arguments of kind ${kind}`,
            evidence: own.body.evidence,
            words: [],
            removal: {
              by: 'change' as const,
              change: (one: Host) => {
                const { body: _, ...rest } = own;
                return { ...one, kinds: { ...one.kinds, [kind]: rest } };
              },
            },
          },
        ],
  );

const limitFacts = (host: Host): readonly DeclaredFact[] =>
  Object.entries(host.kinds).flatMap(([kind, { maxBytes }]) =>
    maxBytes === undefined
      ? []
      : [
          {
            id: `largest file of kind ${kind}`,
            evidence: executed(`${host.package} ${host.version}`),
            words: [],
            removal: {
              by: 'change' as const,
              change: (one: Host) => {
                const own = one.kinds[kind];
                if (!own) return one;
                const { maxBytes: _, ...unlimited } = own;
                return { ...one, kinds: { ...one.kinds, [kind]: unlimited } };
              },
            },
          },
        ],
  );
