// Steps of a wizard in quick inputs. Each step asks one question and can go back to the previous step.
import * as vscode from 'vscode';
import { t } from '../l10n';

/** Position of a step in the wizard. */
export interface StepPosition {
  readonly step: number;
  readonly total: number;
}

/** Result of a step: a value, going back, or cancelling the wizard. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

export interface Row<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

interface StepOptions {
  readonly position: StepPosition;
  readonly prompt: string;
}

/** Asks for one row. */
export function pickOne<T>(
  options: StepOptions,
  rows: readonly Row<T>[],
  selected?: Row<T>,
): Promise<Answer<T>> {
  const pick = quickPickOf(options, rows);
  if (selected) pick.activeItems = [selected];
  return answerOf(pick, (resolveWith) => {
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      if (row?.value !== undefined) resolveWith({ value: row.value });
    });
  });
}

/** Asks for at least one row. */
export function pickSome<T>(
  options: StepOptions,
  rows: readonly Row<T>[],
  isChosen: (value: T) => boolean,
): Promise<Answer<readonly T[]>> {
  const pick = quickPickOf(options, rows);
  pick.canSelectMany = true;
  pick.selectedItems = rows.filter(({ value }) => value !== undefined && isChosen(value));
  return answerOf(pick, (resolveWith) => {
    pick.onDidAccept(() => {
      const values = pick.selectedItems.flatMap(({ value }) =>
        value === undefined ? [] : [value],
      );
      if (values.length > 0) resolveWith({ value: values });
    });
  });
}

function quickPickOf<T>(
  { position, prompt }: StepOptions,
  rows: readonly Row<T>[],
): vscode.QuickPick<Row<T>> {
  const pick = vscode.window.createQuickPick<Row<T>>();
  pick.placeholder = prompt;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = rows;
  return withPosition(pick, position);
}

export interface InputOptions extends StepOptions {
  readonly value: string;
  readonly placeholder: string;
  /** Validates the input after each keystroke. Only the result of the latest call is used. */
  readonly check?: (text: string) => Promise<Validation | undefined>;
}

export interface Validation {
  readonly message: string;
  /** Whether the input can still be accepted. */
  readonly isWarning: boolean;
}

/** Asks for a line of text. */
export function askText({
  position,
  prompt,
  value,
  placeholder,
  check,
}: InputOptions): Promise<Answer<string>> {
  const input = withPosition(vscode.window.createInputBox(), position);
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.value = value;
  let calls = 0;
  const validate = async (text: string): Promise<boolean> => {
    const call = ++calls;
    const validation = await check?.(text);
    if (call !== calls) return false;
    const severity = validation?.isWarning
      ? vscode.InputBoxValidationSeverity.Warning
      : vscode.InputBoxValidationSeverity.Error;
    input.validationMessage = validation && { message: validation.message, severity };
    return validation === undefined || validation.isWarning;
  };
  return answerOf(input, (resolveWith) => {
    input.onDidChangeValue((text) => void validate(text));
    input.onDidAccept(async () => {
      const text = input.value;
      if (await validate(text)) resolveWith({ value: text.trim() });
    });
    if (value !== '') void validate(value);
  });
}

function withPosition<
  Box extends vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] },
>(box: Box, { step, total }: StepPosition): Box {
  box.title = t('New Agent');
  box.step = step;
  box.totalSteps = total;
  box.ignoreFocusOut = true;
  box.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return box;
}

type Box = vscode.QuickInput & {
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

function answerOf<T>(
  box: Box,
  listen: (resolveWith: (answer: Answer<T>) => void) => void,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const resolveWith = (answer: Answer<T>): void => {
      resolve(answer);
      box.dispose();
    };
    listen(resolveWith);
    box.onDidTriggerButton(() => resolveWith('back'));
    box.onDidHide(() => resolveWith('cancelled'));
    box.show();
  });
}
