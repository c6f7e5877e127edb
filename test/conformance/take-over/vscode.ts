// The files for which the messages of VS Code were first recorded, from the recordings outside the repository.
import { placeIn } from '../../../server/hosts/catalog/places';
import { vscode } from '../../../server/hosts/vscode/host';
import { hosts, readJson, required } from '../../support/resources';
import type { Case } from '../case-file';
import { answerFacts } from '../oracles/vscode/answer';
import type { Taken } from './taken';

interface Recorded {
  readonly src: string;
  readonly languageId: string;
  readonly diagnostics: readonly { readonly message: string }[];
}

/** Includes files that it only highlights as agents because of their names, without reading an agent there. */
const isPlace = (file: string): boolean =>
  placeIn(vscode, file) !== null && !file.startsWith('.copilot/');

export function vscodeCases(): Taken {
  const { matrix } = readJson<{ vscode: { matrix: Readonly<Record<string, Recorded>> } }>(
    required(hosts, 'DOSSIER_HOSTS'),
    'vscode-copilot.json',
  ).vscode;
  const all = Object.entries(matrix);
  const cut = all.filter(([, { src }]) => src.endsWith('…'));
  const others = all.filter(([file]) => !isPlace(file));
  return {
    host: 'vscode',
    version: '1.139.1',
    groups: {
      matrix: all
        .filter((one) => !cut.includes(one) && !others.includes(one))
        .map(
          ([file, { src, languageId, diagnostics }]): Case => ({
            id: file.replace(/^\.github\/agents\/|(?:\.agent)?\.md$/g, ''),
            path: file,
            text: src,
            facts:
              languageId === 'chatagent'
                ? answerFacts({ messages: diagnostics.map(({ message }) => message) })
                : { agent: 'no' },
          }),
        ),
    },
    left: [
      ...cut.map(([file]) => ({ what: file, why: 'the record cuts its text short' })),
      ...others.map(([file]) => ({ what: file, why: 'no agent is read from that place' })),
    ],
  };
}
