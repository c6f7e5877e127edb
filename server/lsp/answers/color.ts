import type {
  Color,
  ColorInformation,
  ColorPresentation,
  ColorPresentationParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { colorForms, documentColors } from '../../features/colors';
import type { View } from '../../features/view/view';
import { rangeOf, spanOf, textEdit } from './encode';

export const encodedColors = (document: TextDocument, view: View): ColorInformation[] =>
  documentColors(view).map(({ span, hex }) => ({
    range: rangeOf(document, span),
    color: colorOf(hex),
  }));

export const presentations = (
  document: TextDocument,
  view: View,
  { range, color }: ColorPresentationParams,
): ColorPresentation[] =>
  colorForms(view, spanOf(document, range), hexOf(color)).map(({ label, edits }) => {
    const [edit] = edits;
    return { label, ...(edit && { textEdit: textEdit(document, edit) }) };
  });

function colorOf(hex: string): Color {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return { red, green, blue, alpha: 1 };
}

const hexOf = ({ red, green, blue }: Color): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
