// The steps of a wizard in the palette: each asks one thing, and can go back to the one before.
import * as vscode from 'vscode';
import { t } from '../words';

/** Where a step stands among the others. */
export interface At {
  readonly step: number;
  readonly of: number;
}

/** A step's answer: a value, a step back, or the end of it all. */
export type Answer<T> = { readonly value: T } | 'back' | 'left';

export interface Row<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

interface Shown {
  readonly at: At;
  readonly asks: string;
}

/** One row of some. */
export function pickOne<T>(
  shown: Shown,
  rows: readonly Row<T>[],
  chosen?: Row<T>,
): Promise<Answer<T>> {
  const pick = listOf(shown, rows);
  if (chosen) pick.activeItems = [chosen];
  return answerOf(pick, (settle) => {
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      if (row?.value !== undefined) settle({ value: row.value });
    });
  });
}

/** Some rows, at least one. */
export function pickSome<T>(
  shown: Shown,
  rows: readonly Row<T>[],
  isChosen: (value: T) => boolean,
): Promise<Answer<readonly T[]>> {
  const pick = listOf(shown, rows);
  pick.canSelectMany = true;
  pick.selectedItems = rows.filter(({ value }) => value !== undefined && isChosen(value));
  return answerOf(pick, (settle) => {
    pick.onDidAccept(() => {
      const values = pick.selectedItems.flatMap(({ value }) =>
        value === undefined ? [] : [value],
      );
      if (values.length > 0) settle({ value: values });
    });
  });
}

function listOf<T>({ at, asks }: Shown, rows: readonly Row<T>[]): vscode.QuickPick<Row<T>> {
  const pick = vscode.window.createQuickPick<Row<T>>();
  pick.placeholder = asks;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = rows;
  return placed(pick, at);
}

export interface Asked extends Shown {
  readonly value: string;
  readonly placeholder: string;
  /** What is wrong with an answer, or only to be known; asked at every key, the last asked counts. */
  readonly check?: (text: string) => Promise<Told | undefined>;
}

export interface Told {
  readonly says: string;
  /** The answer can be taken all the same. */
  readonly isWarning: boolean;
}

/** A line of text. */
export function askText({ at, asks, value, placeholder, check }: Asked): Promise<Answer<string>> {
  const input = placed(vscode.window.createInputBox(), at);
  input.prompt = asks;
  input.placeholder = placeholder;
  input.value = value;
  let asked = 0;
  const look = async (text: string): Promise<boolean> => {
    const mine = ++asked;
    const told = await check?.(text);
    if (mine !== asked) return false;
    const severity = told?.isWarning
      ? vscode.InputBoxValidationSeverity.Warning
      : vscode.InputBoxValidationSeverity.Error;
    input.validationMessage = told && { message: told.says, severity };
    return told === undefined || told.isWarning;
  };
  return answerOf(input, (settle) => {
    input.onDidChangeValue((text) => void look(text));
    input.onDidAccept(async () => {
      const text = input.value;
      if (await look(text)) settle({ value: text.trim() });
    });
    if (value !== '') void look(value);
  });
}

function placed<Box extends vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] }>(
  box: Box,
  { step, of }: At,
): Box {
  box.title = t('New Agent');
  box.step = step;
  box.totalSteps = of;
  box.ignoreFocusOut = true;
  box.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return box;
}

type Box = vscode.QuickInput & {
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

function answerOf<T>(
  box: Box,
  listen: (settle: (answer: Answer<T>) => void) => void,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const settle = (answer: Answer<T>): void => {
      resolve(answer);
      box.dispose();
    };
    listen(settle);
    box.onDidTriggerButton(() => settle('back'));
    box.onDidHide(() => settle('left'));
    box.show();
  });
}
