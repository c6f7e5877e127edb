// Mentions of tools and agents in a prompt. They are listed in the account, and tool names are replaced only on request.
import type { Outline } from '../agent/outline';
import { mentionsIn } from '../hosts/judge/mentions/mentions';
import { equivalentNames, namesIn } from '../hosts/model/tool-purposes';
import { purposesIn, type ToolCatalog } from '../hosts/model/tools';
import { applyEdits } from '../text/edit';
import { t } from '../text/message';
import type { Span } from '../text/span';
import { type AccountRow, agentPart } from './account';
import type { PlanInput } from './plan-fields';

/** A tool of the source that the prompt names as code: `Bash` in backticks. */
export interface ToolMention {
  readonly name: string;
  /** The span of the name. */
  readonly span: Span;
  /** The name of the same tool in the target. */
  readonly now: string;
}

/** Tool names that are also common words are only found in backticks. */
const inBackticks = /(?<!`)`([A-Za-z][\w/]*)`(?!`)/g;

/** The tools of the source that have another name in the target. */
export function toolMentions(
  { text }: Pick<Outline, 'text'>,
  prompt: Span,
  from: ToolCatalog,
  to: ToolCatalog,
): readonly ToolMention[] {
  const purposes = purposesIn(from);
  const theirs = purposesIn(to);
  if (!purposes || !theirs) return [];
  const known = namesIn(purposes);
  const found: ToolMention[] = [];
  for (const match of text.slice(prompt.start, prompt.end).matchAll(inBackticks)) {
    const [, name = ''] = match;
    if (!known.has(name)) continue;
    const [now, another] = equivalentNames(name, purposes, theirs);
    if (now === undefined || another !== undefined || now === name) continue;
    const start = prompt.start + match.index + 1;
    found.push({ name, span: { start, end: start + name.length }, now });
  }
  return found;
}

/** The names of agents that the prompt mentions as `@name`. */
const agentMentions = ({ text }: Pick<Outline, 'text'>, prompt: Span): readonly string[] => [
  ...new Set(mentionsIn(text, prompt).map(({ name }) => name)),
];

/** The text with the tool names of the target. */
export const withToolNames = (text: string, mentions: readonly ToolMention[]): string =>
  applyEdits(
    text,
    mentions.map(({ span, now }) => ({ span, text: now })),
  );

/** What the prompt mentions by names that differ between hosts. */
export function mentionRows(
  outline: Outline,
  { verdict, source, target, dialect }: PlanInput,
  isRenamed: boolean,
): readonly AccountRow[] {
  const { promptSpan } = verdict;
  if (!promptSpan) return [];
  const tools = toolMentions(outline, promptSpan, verdict.dialect.tools, dialect.tools);
  const agents = agentMentions(outline, promptSpan);
  const [first] = tools;
  const list = (names: Iterable<string>): string =>
    [...new Set(names)].map((name) => `"${name}"`).join(', ');
  return [
    ...(first
      ? [
          {
            ...({
              part: agentPart('mentions'),
              change: 'decision',
              offset: first.span.start,
            } as const),
            why: t('The prompt mentions tools that have other names in {target}: {names}.', {
              target: target.name,
              names: list(tools.map(({ name }) => name)),
            }),
            choice: {
              id: 'mentions',
              chosen: isRenamed ? 'replace' : 'keep',
              options: [
                { value: 'keep', label: t('Leave the prompt unchanged'), isWider: false },
                {
                  value: 'replace',
                  label: t('Use the tool names of {host}', { host: target.name }),
                  isWider: false,
                },
              ],
            },
          },
        ]
      : []),
    ...(agents.length > 0
      ? [
          {
            ...({ part: agentPart('agents'), change: 'same', offset: promptSpan.start } as const),
            why: t('The prompt mentions {names}. These may be agents of {source}.', {
              source: source.name,
              names: list(agents),
            }),
          },
        ]
      : []),
  ];
}
