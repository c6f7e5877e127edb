// The account of a conversion: the result for each part of an agent.
import { isToolPurpose, purposeAction } from '../hosts/model/tool-purposes';
import { type Message, t, verbatim } from '../text/message';

/**
 * - `same`: it has the same effect.
 * - `narrower`: the agent may do less.
 * - `wider`: the agent may do more. Never without the consent of the user.
 * - `moved`: it belongs to another file, with the text to put there.
 * - `lost`: the other host has nothing like it.
 * - `decision`: the user can choose; a default was chosen.
 */
export type Change = 'same' | 'narrower' | 'wider' | 'moved' | 'lost' | 'decision';

/**
 * What a row is about. A field of the source or an MCP server may have the name of something else, so `of` states what it names:
 * - `agent`: what every agent, skill or command has, such as its text and its description, or what its text mentions.
 * - `tools`: a purpose, the name of a tool or of a server, or `tools` for all other tools.
 * - `field`: a key of the source.
 */
export type Part =
  | { readonly of: 'agent'; readonly name: AgentPart }
  | { readonly of: 'tools' | 'field'; readonly name: string };

export type AgentPart =
  | 'file'
  | 'prompt'
  | 'name'
  | 'description'
  | 'color'
  | 'mode'
  | 'invocation'
  | 'model'
  | 'patterns'
  | 'mentions'
  | 'agents'
  | 'changes'
  | 'unused-fields'
  | 'arguments'
  | 'commands'
  | 'files';

export const agentPart = (name: AgentPart): Part => ({ of: 'agent', name });
export const toolPart = (name: string): Part => ({ of: 'tools', name });
export const fieldPart = (name: string): Part => ({ of: 'field', name });

/** A part as people read it: `create files` for a purpose of tools, otherwise its name. */
export const labelOf = ({ of, name }: Part): Message =>
  of === 'tools' && isToolPurpose(name) ? purposeAction(name) : verbatim(name);

/** The id of the choice for a part. A field has one of its own next to a server of its name. */
export const choiceIdOf = ({ of, name }: Part): string => (of === 'field' ? `field:${name}` : name);

export interface AccountRow {
  readonly part: Part;
  readonly change: Change;
  /** A whole sentence. */
  readonly why: Message;
  /** The UTF-16 offset of the field in the source; null where the file does not have it. */
  readonly offset: number | null;
  readonly choice?: Choice;
  /** Set where the source does not use it either, so that nothing is lost: these are listed together. */
  readonly unused?: Unused;
  /** For a wider part of the tools: everything that is wider with it. */
  readonly covers?: readonly string[];
}

/** What the source does not use: a field, the name of a tool, or a denial that denies nothing. */
export type Unused = 'field' | 'tool' | 'denial';

/** An alternative to the default. */
export interface Choice {
  /** The id of the part that is chosen for, see `choiceIdOf`. */
  readonly id: string;
  readonly options: readonly ChoiceOption[];
  /** The value of the option that was applied. */
  readonly chosen: string;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: Message;
  /** The agent may do more with it than in the source. */
  readonly isWider: boolean;
}

const sentences: Readonly<Record<Unused, (args: Record<'source' | 'names', string>) => Message>> = {
  field: (args) => t('{source} does not use {names} either.', args),
  tool: (args) => t('{source} does not give the agent {names} either.', args),
  denial: (args) => t('{names} deny no tool in {source}, so they are not converted.', args),
};

const groups: Readonly<Record<Unused, Part>> = {
  field: agentPart('unused-fields'),
  tool: toolPart('unused-tools'),
  denial: toolPart('unused-denials'),
};

/** With one row for everything of a kind that the source does not use either. */
export function withoutUnused(rows: readonly AccountRow[], source: string): readonly AccountRow[] {
  const kinds: readonly Unused[] = ['field', 'tool', 'denial'];
  return [
    ...rows.filter(({ unused }) => unused === undefined),
    ...kinds.flatMap((kind): readonly AccountRow[] => {
      const own = rows.filter(({ unused }) => unused === kind);
      const [first, another] = own;
      if (!first || !another) return own;
      const names = [...new Set(own.map(({ part }) => `"${part.name}"`))].join(', ');
      const why = sentences[kind]({ source, names });
      return [{ part: groups[kind], change: 'same', why, offset: first.offset }];
    }),
  ];
}

/** A part that is wider, so that the file is converted only where the user accepts it. */
export function refusable(
  part: Part,
  why: Message,
  { offset, isWide }: { readonly offset: number | null; readonly isWide: (part: Part) => boolean },
): AccountRow {
  return {
    ...{ part, change: 'wider', why, offset },
    choice: {
      id: choiceIdOf(part),
      chosen: isWide(part) ? 'wider' : 'refuse',
      options: [
        { value: 'refuse', label: t('Do not convert it'), isWider: false },
        { value: 'wider', label: t('Convert it anyway'), isWider: true },
      ],
    },
  };
}

/** The most important rows first: those that a user has to decide on or to act on. */
const order: readonly Change[] = ['wider', 'decision', 'narrower', 'moved', 'lost', 'same'];

export const sortRows = (rows: readonly AccountRow[]): readonly AccountRow[] =>
  rows
    .filter((row) => row.change !== 'same' || !rows.some((other) => isOtherThanSame(other, row)))
    .sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change));

/** A part is the same only where nothing else is reported of it. */
const isOtherThanSame = (other: AccountRow, { part }: AccountRow): boolean =>
  other.part.of === part.of && other.part.name === part.name && other.change !== 'same';
