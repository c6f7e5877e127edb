// A made host that does not read YAML: it splits each line at its first colon and takes the rest of the line as the value.
import { namesIn } from '../../server/agent/names';
import type { Outline } from '../../server/agent/outline';
import type { Dialect } from '../../server/hosts/model/dialect';
import { unknown } from '../../server/hosts/model/evidence';
import type { Consequence, Field } from '../../server/hosts/model/field';
import type { Host } from '../../server/hosts/model/host';
import type { Location } from '../../server/hosts/model/location';
import type { ToolVerdict } from '../../server/hosts/model/persona';
import type { PersonaBuilder } from '../../server/hosts/model/persona-builder';
import type { Place } from '../../server/hosts/model/place';
import type { Reader } from '../../server/hosts/model/reading';
import type { Type } from '../../server/hosts/model/type';
import { type Entry, entryOf, textOf } from '../../server/yaml/value';

/** The fields as the host reads them. Of several lines with one key, the last one counts. */
export function scannedFields({ text, head }: Outline): readonly Entry[] {
  const found = new Map<string, Entry>();
  for (let at = head.start; at < head.end; ) {
    const lf = text.indexOf('\n', at);
    const end = lf < 0 ? head.end : Math.min(lf, head.end);
    const line = text.slice(at, end);
    const colon = line.indexOf(':');
    if (colon > 0 && !line.trimStart().startsWith('#')) {
      const key = line.slice(0, colon).trim().toLowerCase();
      const value = line.slice(colon + 1).trim();
      const keyStart = at + line.length - line.trimStart().length;
      const start = value === '' ? at + colon + 1 : at + line.indexOf(value, colon + 1);
      const span = { start, end: start + value.length };
      found.set(key, {
        key,
        keySpan: { start: keyStart, end: keyStart + line.slice(0, colon).trim().length },
        value: { kind: 'text', text: value, style: 'plain', span },
        span: { start: keyStart, end: span.end },
      });
    }
    at = end + 1;
  }
  return [...found.values()];
}

const reader: Reader = ({ outline }) => {
  const { text, opening, body, shape } = outline;
  if (shape !== 'closed') {
    const span = opening ?? { start: 0, end: 0 };
    return { agents: [], flaws: [{ code: 'no-frontmatter', span, fatal: true }] };
  }
  const prompt = { text: text.slice(body.start, body.end).trim(), span: body };
  return { agents: [{ fields: scannedFields(outline), prompt }], flaws: [] };
};

const toolNames = ['Look', 'Change'];

const persona: PersonaBuilder = ({ text, agent, place }) => {
  const list = entryOf(agent.fields, 'tools')?.value;
  const tools = (list ? namesIn(text, list.span, ',') : []).map(
    ({ text: written, span }): ToolVerdict => {
      const isTool = toolNames.includes(written);
      const meant = toolNames.find((name) => name.toLowerCase() === written.toLowerCase());
      return {
        ...{ key: 'tools', written, span, names: isTool ? [written] : [] },
        ...(isTool
          ? { outcome: 'granted' }
          : { outcome: 'lost', why: 'unknown', instead: meant === undefined ? [] : [meant] }),
      };
    },
  );
  const granted = tools.flatMap(({ names }) => names);
  return {
    persona: {
      id: place.base,
      name: place.base,
      description: textOf(entryOf(agent.fields, 'description')?.value) ?? null,
      model: { written: null, effective: null },
      tools: { all: !list, granted, denied: [], always: [], unverified: [], lost: [] },
      permissions: null,
      color: null,
      mode: null,
      userInvocable: true,
      modelInvocable: true,
      hidden: false,
      prompt: agent.prompt.text,
    },
    tools,
    depends: [],
    runs: null,
  };
};

const otherwise: Consequence = { outcome: 'dropped', effect: '{host} ignores it.' };

const field = (type: Type, more: Partial<Field> = {}): Field => ({
  ...{ summary: 'A field.', type, otherwise, absent: 'Nothing.', evidence: unknown },
  ...more,
});

const dialect: Dialect = {
  fields: {
    name: field({ type: 'text' }, { role: 'name', required: otherwise, snippet: ' $1' }),
    description: field({ type: 'text' }, { role: 'description', snippet: ' Use when: $1' }),
    tools: field({ type: 'names', vocabulary: 'tools', separators: ',' }, { role: 'tools' }),
    hint: field({ type: 'text' }, { snippet: ' When: $1' }),
    answers: field({
      type: 'one-of',
      choices: ['on', 'brief', 'long: all of it'].map((value) => ({ value, means: '' })),
    }),
  },
  unknownField: {
    outcome: 'ignored',
    effect: '{host} ignores it.',
    meant: { title: 'name' },
    evidence: unknown,
  },
  tools: {
    tools: toolNames.map((name) => ({ name, means: name, does: 'read' })),
    former: [],
    forms: [],
    separators: ',',
    evidence: unknown,
  },
  models: {
    models: [],
    resolve: () => ({ effective: null, outcome: 'unchecked', effect: '' }),
    evidence: unknown,
  },
  colors: [],
  flaws: { 'no-frontmatter': { outcome: 'ignored', reason: 'no-frontmatter', effect: '' } },
};

const location: Location = {
  kind: 'agent',
  glob: '.line-host/agents/*.md',
  scope: 'project',
  role: 'owner',
  id: 'file-name',
  summary: 'Agents of the project.',
  evidence: unknown,
};

export const lineHost: Host = {
  id: 'line-host',
  name: 'Line Host',
  version: '1.0.0',
  verified: '2026-01-31',
  package: 'line-host',
  ownFile: '.line-host/agents/{name}.md',
  locations: [location],
  dialects: { agent: dialect },
  kinds: {
    agent: {
      reader,
      syntax: 'line-scanner',
      persona,
      skeleton: '---\nname: ${1:name}\ndescription: Use when: ${2:reviewing}\n---\n\nYou are.\n',
    },
  },
};

/** The host reads the file at this path, as its owner. */
export const inLineHost = (path = '.line-host/agents/reviewer.md'): Place => ({
  ...{ host: lineHost, location, role: 'owner', path },
  ...{ below: path.slice(path.lastIndexOf('/') + 1), base: 'reviewer' },
});
