// Makes one file valid for several hosts: the custom request, and the action that starts it.

import type { CodeAction } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findingText } from '../../features/finding-text';
import { verdictLabel } from '../../features/verdict-labels';
import { inProgramOrder, isChosen } from '../../features/view/program-order';
import type { View } from '../../features/view/view';
import { type MadeValid, writeOnce } from '../../features/write-once/make-valid';
import { judge } from '../../hosts/judge/compute-verdict';
import { subjectAt } from '../../hosts/model/place';
import { isLoaded } from '../../hosts/model/verdict';
import { type ValidFor, validForCommand } from '../../protocol/protocol';
import { listed } from '../../rules/words';
import { assumedPlace } from '../../settings/chosen';
import { linesOf } from '../../text/lines';
import { t } from '../../text/message';
import type { Translate } from '../../text/translate';
import type { Untranslated } from '../../text/translated';
import { CodeActionKind } from '../library';
import { textEdit } from './encode';
import type { MakeEdit } from './workspace-edit';

export function validFor(
  document: TextDocument,
  view: View,
  wanted: readonly string[],
  translate: Translate,
): Untranslated<ValidFor> {
  const chosen = view.catalog.hosts.filter(({ id }) => wanted.includes(id));
  const { blocked, change, notes } = chosen.length > 0 ? writeOnce(view, chosen) : nothing;
  return {
    version: document.version,
    hosts: hostsOf(view),
    blocked: blocked.map(({ host, span, message }) => ({
      host: host.id,
      hostName: host.name,
      message: findingText({ message }, translate),
      line: span && document.positionAt(span.start).line,
    })),
    change: change && {
      steps: change.steps,
      reasons: reasonsIn(change, translate),
      text: change.text,
      edits: change.edits.map((edit) => textEdit(document, edit)),
    },
    notes,
  };
}

function reasonsIn({ text, reasons }: NonNullable<MadeValid['change']>, translate: Translate) {
  const lines = linesOf(text);
  return reasons.map(({ host, message, at }) => ({
    ...{ hostName: host.name, message: findingText({ message }, translate) },
    line: lines.positionAt(at).line,
  }));
}

const nothing = { blocked: [], change: null, notes: [] };

function hostsOf(view: View): Untranslated<ValidFor>['hosts'] {
  const { places, programs, settings } = view;
  const here = inProgramOrder(places, (place) => place, programs).map(({ host }) => host);
  const others = view.catalog.mainHosts.filter((host) => !here.includes(host));
  return [...here, ...others].flatMap((host) => {
    const place =
      view.places.find((one) => one.host === host) ?? assumedPlace(host, view.path, settings);
    if (!place) return [];
    const verdict = judge(view.outline, place, view.context);
    return [
      {
        host: host.id,
        hostName: host.name,
        result: verdictLabel(verdict),
        isLoaded: isLoaded(verdict) && verdict.runs !== false,
        isHere: here.includes(host),
        isIntended: here.includes(host) && (place.role === 'owner' || isChosen(host, settings)),
      },
    ];
  });
}

export const validForKind = `${CodeActionKind.RefactorRewrite}.dossier`;

export interface ValidForOptions {
  readonly isOurs: boolean;
  readonly makeEdit: MakeEdit;
  readonly translate: Translate;
}

/**
 * Our own client asks the user for the hosts. Other clients get the edit for the hosts that read the file.
 */
export function validForActions(
  document: TextDocument,
  view: View,
  { isOurs, makeEdit, translate }: ValidForOptions,
): CodeAction[] {
  if (!view.places.some((place) => subjectAt(place) === 'agent')) return [];
  if (isOurs) {
    const title = translate(t('Make valid for programs...'));
    const command = { title, command: validForCommand, arguments: [document.uri] };
    return [{ title, kind: validForKind, command }];
  }
  const here = view.places.map(({ host }) => host);
  const { change } = writeOnce(view, here);
  if (!change) return [];
  return [
    {
      title: translate(
        t('Make valid for {hosts}', { hosts: listed(here.map(({ name }) => name)) }),
      ),
      kind: validForKind,
      edit: makeEdit([[document.uri, change.edits.map((edit) => textEdit(document, edit))]]),
    },
  ];
}
