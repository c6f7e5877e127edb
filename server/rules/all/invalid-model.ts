import { oneOf } from '../../hosts/judge/expectation';
import { agentDialects } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { type ModelVerdict, offeredModels } from '../../hosts/model/models';
import { effectIn } from '../../hosts/model/outcome';
import type { Verdict } from '../../hosts/model/verdict';
import { before } from '../../text/before';
import { joined, type Message, type MessageArgs, t } from '../../text/message';
import { nearest } from '../../text/nearest';
import type { Value } from '../../yaml/value';
import { exactly, example } from '../example';
import { type ProviderUser, unusedProvider } from '../names/unused-provider';
import { writtenModels } from '../names/written-models';
import type {
  CompanionInput,
  Found,
  HostInput,
  Rule,
  RuleDocs,
  RuleExamples,
  Severity,
  WorkspaceInput,
} from '../rule';
import { effectOf, hostName } from '../words';
import { type KnownName, shortPathOf, type WorkspaceView } from '../workspace-view';

export const docs: RuleDocs = {
  what: 'Checks for models that the program cannot run, and for models whose provider the configuration disables.',
  why: 'Programs do not check the model when they load the agent. The first message fails, or another model answers.',
  sources: [{ facts: ['values of model', 'model'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.github/agents/reviewer.agent.md',
      'description: Reviews changes.\nmodel: claude-sonnet-4-5-20250929',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: gpt-5',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmodel: sonnet'),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\nmodel: anthropic/claude-sonnet-4-5',
      undefined,
      exactly('opencode.json', '{ "disabled_providers": ["anthropic"] }'),
    ),
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
});

export const rule: Rule = {
  name: 'invalid-model',
  kind: 'host',
  builtin: 'model',
  check: ({ writer, verdict, besides }: HostInput): Found[] =>
    writtenModels(verdict).flatMap(({ value, model }): Found[] => {
      const severity = severities[model.outcome];
      if (!severity) return [];
      const { providers } = verdict.dialect.models;
      const ids = offeredModels(verdict.dialect.models);
      const meant = model.instead ?? nearest(value.text, ids);
      return [
        {
          span: value.span,
          // In a file for several hosts, the name is meant for the host that has this model.
          severity: besides.some((other) => hasModel(other, value)) ? 'hint' : severity,
          message: joined([
            problemOf(model, { model: value.text, host: hostName(verdict) }),
            effectOf(verdict, model.effect),
            ...adviceFor(model, meant, providers === undefined ? ids : null),
          ]),
          unlessDefined: model.unlessDefined,
          fixes:
            meant === undefined
              ? []
              : [
                  {
                    title: t('Replace with "{value}"', { value: meant }),
                    safety: 'review',
                    edits: () => writer.replaceValue(value, { text: meant }),
                  },
                ],
        },
      ];
    }),
  across: ({ agent: { id, place, references }, workspace }: WorkspaceInput): Found[] =>
    references.flatMap((reference) => {
      const { kind, how } = reference;
      if (id === null || kind !== 'model' || how !== 'uses') return [];
      const user = { host: place.host, scope: place.location.scope, root: rootOf(place) };
      return ofUnusedProvider(reference, user, workspace);
    }),
  inCompanion: ({ name, workspace, isJudged }: CompanionInput): Found[] =>
    isJudged && name.kind === 'model' ? ofUnusedProvider(name, name, workspace) : [],
};

/** A model that would answer if a configuration did not keep its provider from being used. */
function ofUnusedProvider(
  { name: model, span, key }: Pick<KnownName, 'name' | 'span' | 'key'>,
  user: ProviderUser,
  workspace: WorkspaceView,
): Found[] {
  const { host } = user;
  const provider = before(model, '/');
  if (!host.providerSettings || provider === model) return [];
  const found = unusedProvider(provider, user, workspace);
  // A provider that does not exist is a finding of its own.
  if (!found || !isProvider(provider, model, host, workspace)) return [];
  const { why, by } = found;
  const args = { provider, file: shortPathOf(by), key: by.key ?? '' };
  const { effect, effectOf: effects } = host.providerSettings;
  return [
    {
      span,
      severity: 'warning',
      message: joined([
        why === 'disabled'
          ? t('The provider "{provider}" is disabled in {file}.', args)
          : t('The provider "{provider}" is not enabled in {file}.', args),
        effectIn(host, (key !== undefined && effects[key]) || effect),
        why === 'disabled'
          ? t('Use another provider, or remove "{provider}" from "{key}".', args)
          : t('Use another provider, or add "{provider}" to "{key}".', args),
      ]),
      related: [
        {
          path: by.path,
          span: by.span,
          message:
            why === 'disabled'
              ? t('"{name}" is disabled here', { name: provider })
              : t('"{name}" is not enabled here', { name: provider }),
        },
      ],
    },
  ];
}

/** Whether the host has the provider, or a configuration defines it. */
const isProvider = (
  provider: string,
  model: string,
  host: Host,
  { companions }: WorkspaceView,
): boolean =>
  companions(host, 'provider', 'defines', provider).length > 0 ||
  agentDialects(host.dialects).some(({ models }) => {
    const { outcome } = models.resolve(model);
    return outcome !== 'foreign' && outcome !== 'malformed';
  });

const severities: Readonly<Partial<Record<ModelVerdict['outcome'], Severity>>> = {
  malformed: 'warning',
  foreign: 'warning',
  unlisted: 'information',
};

const ownOutcomes: readonly ModelVerdict['outcome'][] = [
  'known',
  'alias',
  'inherits',
  'remapped',
  'retired',
];

/** Whether the host has, or had, a model of that name. */
const hasModel = (verdict: Verdict, { span }: Value): boolean =>
  writtenModels(verdict).some(
    ({ value, model }) => value.span.start === span.start && ownOutcomes.includes(model.outcome),
  );

/** An unlisted model may have been added since the list was made. */
const problemOf = ({ outcome }: ModelVerdict, args: MessageArgs & { model: string }): Message =>
  args.model.trim() === ''
    ? t('"{name}" is empty.', { name: 'model' })
    : outcome === 'unlisted'
      ? t('"{model}" is not among the {host} models known to Dossier.', args)
      : t('{host} has no model named "{model}".', args);

/** @param ids model names that the host accepts; null if its models have a provider in their names */
function adviceFor(
  { outcome }: ModelVerdict,
  meant: string | undefined,
  ids: readonly string[] | null,
): readonly Message[] {
  if (meant !== undefined) return [t('Did you mean "{meant}"?', { meant })];
  if (outcome === 'unlisted') return [t('Check the spelling.')];
  if (ids === null) return outcome === 'malformed' ? [t('Use the form "provider/model".')] : [];
  return ids.length > 0
    ? [
        t('Use a model such as {models}.', {
          models: oneOf(ids.slice(0, 4).map((id) => `"${id}"`)),
        }),
      ]
    : [];
}
