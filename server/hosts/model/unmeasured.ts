// Declarations for a new host of which little was measured yet. Nothing is reported about what is unknown.
import type { FlawOutcome } from './dialect';
import { unknown } from './evidence';
import type { Consequence } from './field';
import type { ModelCatalog } from './models';
import type { FlawCode } from './reading';

export const unmeasured: Consequence = {
  outcome: 'unknown',
  effect: 'What {host} does with it is not known.',
};

/** The behavior when a field is missing. */
export const unmeasuredDefault: { readonly absent: string } = { absent: 'Not known.' };

export const unmeasuredModels: ModelCatalog = {
  models: [],
  resolve: () => ({
    effective: null,
    outcome: 'unchecked',
    effect: 'Which models {host} accepts is not known.',
  }),
  evidence: unknown,
};

/** For a flaw of which it is not known what the host does with the file. */
export const unmeasuredFlaw = (reason: FlawOutcome['reason']): FlawOutcome => ({
  outcome: 'unknown',
  reason,
  effect: unmeasured.effect,
  evidence: unknown,
});

/** The flaws of a file of which only the form in the documentation is known. */
export const unmeasuredFlaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  'no-frontmatter': unmeasuredFlaw('no-frontmatter'),
  'unclosed-fence': unmeasuredFlaw('fence'),
  yaml: unmeasuredFlaw('yaml'),
};
