// What the rules are given for a file: the verdicts that are reported and the choices of the user.
import type { Place } from '../../hosts/model/place';
import type { Choice, Run } from '../../rules/run';
import type { Settings } from '../../settings/settings';
import { isChosen } from './program-order';
import type { Verdicts } from './verdicts';
import type { ViewedFile } from './viewed-file';

export const ruleRun = (file: ViewedFile, { shown }: Verdicts): Run => {
  const { catalog, outline, writer, places, settings, onFault, deadline } = file;
  return {
    ...{ catalog, outline, writer, places, onFault, deadline },
    ...choiceFor(file),
    verdicts: shown,
    allowed: { fields: settings.allowedFields, tools: settings.allowedTools },
  };
};

/** The user's settings for the rules in a file. */
export const choiceFor = ({
  places,
  settings,
}: Pick<ViewedFile, 'places' | 'settings'>): Choice => ({
  chosen: settings.rules,
  strict: settings.hosts,
  isMine: isMineIn(places, settings),
});

/** Whether the user works with a program; undefined where no such program reads the file. */
const isMineIn = (places: readonly Place[], settings: Settings): Choice['isMine'] =>
  places.some(({ host }) => isChosen(host, settings))
    ? (host) => isChosen(host, settings)
    : undefined;
