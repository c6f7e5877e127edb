import { replaceScalar } from '../../agent/write';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';
import { writtenModels } from '../written-models';

export const docs: RuleDocs = {
  what: 'A model that is no longer there, or that the host runs as another.',
  why: 'A dated model id outlives its model. The agent then fails at its first request, or silently runs on something else.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: claude-sonnet-4-20250514',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: claude-opus-4-1',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: claude-sonnet-5-5',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: inherit',
    ),
  ],
});

export const rule: Rule = {
  name: 'retired-model',
  kind: 'host',
  builtin: 'model',
  hears: 'models',
  check: ({ outline, verdict }: HostInput): Found[] =>
    writtenModels(verdict).flatMap(({ value, model }): Found[] => {
      if (model.outcome !== 'retired' && model.outcome !== 'remapped') return [];
      const { instead } = model;
      return [
        {
          span: value.span,
          severity: 'warning',
          tag: 'deprecated',
          message: `"${value.text}": ${hostName(verdict)} ${model.says}.${instead === undefined ? '' : ` "${instead}" always stands for the newest of its kind.`}`,
          fixes:
            instead === undefined
              ? []
              : [
                  {
                    title: `Replace with ${instead}`,
                    // The remapped one runs as that model already.
                    safety: model.outcome === 'remapped' ? 'safe' : 'review',
                    edits: () => replaceScalar(outline, value, instead),
                  },
                ],
        },
      ];
    }),
};
