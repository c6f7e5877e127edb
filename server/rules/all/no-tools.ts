import { removeField } from '../../agent/write';
import { example } from '../example';
import { hasInvisible } from '../invisible';
import type { Found, HostInput, Rule } from '../rule';
import { translation, whoseTheyAre } from '../translation';
import { hostName } from '../words';
import { fieldWithoutTools, isEmptyList } from '../zero-tools';

export const rule: Rule = {
  name: 'no-tools',
  what: 'An agent that is left without any tool.',
  why: 'A list that comes to nothing is not the same as no list: the agent can do nothing, or the host refuses to start it.',
  kind: 'host',
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.\ntools:'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: codebase, editFiles',
    ),
    example(
      '.github/agents/reviewer.agent.md',
      "description: Reviews changes.\ntools: ['Read', 'Grep']",
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read',
    ),
  ],
  hears: 'no tools',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const field = fieldWithoutTools(verdict);
    if (!field) return [];
    const written = verdict.tools.filter(({ key }) => key === field.key);
    if (written.length > 0 && written.every((tool) => hasInvisible(outline, tool))) return [];
    const host = hostName(verdict);
    const remove = {
      title: `Remove ${field.key}: grant every tool`,
      safety: 'review',
      edits: () => removeField(outline, field),
      isLast: true,
    } as const;
    // Why each of its names grants nothing is part of this.
    const covers = field.span;
    const fixes = [...translation(outline, verdict, field), remove];
    const theirs = whoseTheyAre(verdict, field);
    if (verdict.runs === false) {
      return [
        {
          span: field.keySpan,
          severity: 'error',
          message: `${host} ${verdict.runsNot ?? 'does not start the agent: it has no tool'}.${theirs} Name one that it has, or remove "${field.key}" to grant every tool.`,
          fixes,
          covers,
        },
      ];
    }
    const { others } = verdict.dialect.tools;
    const onPurpose = field.value.kind === 'list' && field.value.items.length === 0;
    const empty = isEmptyList(field);
    const denied = verdict.tools.find(({ outcome }) => outcome === 'denied');
    if (denied && verdict.persona && verdict.persona.tools.denied.length > 0)
      return [
        {
          span: field.keySpan,
          severity: 'warning',
          message: `The agent has no tool at all in ${host}: "${denied.key}" denies every tool of "${field.key}". Delete the entries in one of the two.`,
        },
      ];
    return [
      {
        span: field.keySpan,
        severity: onPurpose ? 'information' : 'warning',
        message: empty
          ? `The agent has no tool at all in ${host}: "${field.key}" is empty. Without the field it would have every tool.`
          : `The agent has no tool at all in ${host}: it knows none of those in "${field.key}"${others === undefined ? '' : `, unless ${others} brings one`}.${theirs}`,
        fixes,
        covers,
      },
    ];
  },
};
