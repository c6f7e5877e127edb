import { replaceScalar } from '../../agent/write';
import type { ModelVerdict } from '../../hosts/models';
import { example } from '../example';
import type { Found, HostInput, Rule, Severity } from '../rule';
import { hostName } from '../words';
import { writtenModels } from '../written-models';

export const rule: Rule = {
  name: 'wrong-model',
  what: 'A model that the host cannot run.',
  why: 'Hosts do not check the model when they load the agent. The first message fails, or another model answers.',
  kind: 'host',
  builtin: 'model',
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: gpt-5',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmodel: sonnet'),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: sonnet',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\nmodel: anthropic/claude-sonnet-4-5',
    ),
  ],
  check: ({ outline, verdict }: HostInput): Found[] =>
    writtenModels(verdict).flatMap(({ value, model }): Found[] => {
      const severity = severities[model.outcome];
      if (!severity) return [];
      const { instead } = model;
      return [
        {
          span: value.span,
          severity,
          message: `"${value.text}": ${hostName(verdict)} ${model.says}.`,
          fixes:
            instead === undefined
              ? []
              : [
                  {
                    title: `Replace by ${instead}`,
                    safety: 'review',
                    edits: () => replaceScalar(outline, value, instead),
                  },
                ],
        },
      ];
    }),
};

const severities: Readonly<Partial<Record<ModelVerdict['outcome'], Severity>>> = {
  malformed: 'warning',
  foreign: 'warning',
  unlisted: 'information',
};
