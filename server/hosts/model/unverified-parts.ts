// The parts of a declaration whose evidence is `unknown`.
import type { Evidence } from './evidence';
import type { Host } from './host';

/** What of a host is not verified: `field hidden`, `models`, `calls between agents`. Each part once, in declared order. */
export function unverifiedParts(
  host: Pick<Host, 'locations' | 'dialects'> & Partial<Host>,
): readonly string[] {
  const { locations, dialects, delegation, denied, start, recognizedBy, missing = {} } = host;
  const parts: readonly (readonly [string, Evidence | undefined])[] = [
    ...locations.map(({ glob, evidence }) => [glob, evidence] as const),
    ...Object.values(dialects).flatMap(({ fields, unknownField, tools, models }) => [
      ...Object.entries(fields).flatMap(
        ([key, { evidence, valueEvidence }]) =>
          [
            [`field ${key}`, evidence],
            [`values of ${key}`, valueEvidence],
          ] as const,
      ),
      ['unknown keys', unknownField.evidence] as const,
      ['tools', tools.evidence] as const,
      ...[...tools.tools, ...tools.former].map(
        ({ name, evidence }) => [`tool ${name}`, evidence] as const,
      ),
      ['models', models.evidence] as const,
      ...models.models.map(({ id, evidence }) => [`model ${id}`, evidence] as const),
    ]),
    ['calls between agents', delegation?.evidence],
    ['denied agents', denied?.evidence],
    ['how an agent is started', start?.evidence],
    ['how it is recognized', recognizedBy?.evidence],
    ...Object.entries(missing).map(([kind, known]) => [`missing ${kind}`, known.evidence] as const),
  ];
  return [
    ...new Set(parts.filter(([, evidence]) => evidence?.how === 'unknown').map(([part]) => part)),
  ];
}
