// Two hosts that exist only in tests, so that a test shows what depends on no real host.

import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { unmeasuredPersona } from '../../server/hosts/judge/unmeasured-persona';
import type { Dialect } from '../../server/hosts/model/dialect';
import { unknown } from '../../server/hosts/model/evidence';
import type { Consequence, Field } from '../../server/hosts/model/field';
import type { Host } from '../../server/hosts/model/host';
import type { Flaw, Reader, Reading } from '../../server/hosts/model/reading';
import { markdownSkeleton } from '../../server/hosts/model/skeleton';

const dropped: Consequence = { outcome: 'dropped', effect: '{host} ignores it.' };

const description: Field = {
  summary: 'What the agent is for.',
  type: { type: 'text', multiline: true },
  otherwise: dropped,
  absent: 'The agent has no description.',
  required: { outcome: 'dropped', file: 'ignored', effect: '{host} does not load the agent.' },
  snippet: ' ${1:Use it when}',
  role: 'description',
  evidence: unknown,
};

const speed: Field = {
  summary: 'How fast the agent works.',
  type: {
    type: 'one-of',
    choices: [
      { value: 'slow', means: 'Works with care.' },
      { value: 'fast', means: 'Works in a hurry.' },
    ],
  },
  otherwise: dropped,
  absent: 'The agent is slow.',
  evidence: unknown,
};

const dialectWith = (fields: Dialect['fields']): Dialect => ({
  fields,
  unknownField: { outcome: 'ignored', effect: '{host} ignores it.', meant: {}, evidence: unknown },
  tools: { tools: [], former: [], forms: [], separators: ',', evidence: unknown },
  models: {
    models: [],
    resolve: () => ({
      effective: null,
      outcome: 'unchecked',
      effect: '{host} accepts any model name.',
    }),
    evidence: unknown,
  },
  colors: [],
  flaws: {
    yaml: { outcome: 'ignored', reason: 'yaml', effect: '{host} does not load the agent.' },
  },
});

const reader: Reader = ({ outline }): Reading => {
  const { text, head, body, fields, errors } = outline;
  const [error] = errors;
  if (error) return lost({ code: 'yaml', span: error.span ?? head, fatal: true });
  return {
    agents: [{ fields, prompt: { text: text.slice(body.start, body.end).trim(), span: body } }],
    flaws: [],
  };
};

const lost = (flaw: Flaw): Reading => ({ agents: [], flaws: [flaw] });

const hostWith = (id: string, name: string, fields: Dialect['fields']): Host => ({
  id,
  name,
  version: '1.0.0',
  verified: '2026-01-31',
  package: id,
  ownFile: `.${id}/agents/{name}.md`,
  locations: [
    {
      glob: `.${id}/agents/**/*.md`,
      scope: 'project',
      role: 'owner',
      id: 'file-name',
      summary: 'Agents of the project.',
      evidence: unknown,
    },
  ],
  dialects: { agent: dialectWith(fields) },
  kinds: {
    agent: {
      reader,
      syntax: 'yaml',
      persona: unmeasuredPersona,
      skeleton: markdownSkeleton('description: ${1:Use it when}'),
    },
  },
});

/** Reads a line of text as the description, and the rest as the prompt. */
const lineReader: Reader = ({ outline: { text } }): Reading => {
  const end = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
  const span = { start: 0, end };
  const value = { kind: 'text', text: text.slice(0, end), style: 'plain', span } as const;
  return {
    agents: [
      {
        fields: [{ key: 'description', keySpan: { start: 0, end: 0 }, span, value }],
        prompt: { text: text.slice(end).trim(), span: { start: end, end: text.length } },
      },
    ],
    flaws: [],
  };
};

const birds = hostWith('heron', 'Heron', { description, speed });

/** It has a second kind of document, in a folder of its own. */
export const heron: Host = {
  ...birds,
  locations: [
    ...birds.locations,
    ...birds.locations.map((location) => ({
      ...location,
      glob: '.heron/roles/*.md',
      kind: 'role',
    })),
  ],
  kinds: { ...birds.kinds, role: { ...birds.kinds.agent, reader: lineReader } },
};

export const stork = hostWith('stork', 'Stork', { description });

export const madeHosts = new HostCatalog([heron, stork]);
