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
  /** Default: that of a new agent. */
  readonly title?: string;
  readonly prompt: string;
}

interface PickOptions<T> extends StepOptions {
  readonly selected?: Row<T> | undefined;
  /** Text that was typed before, and a callback for what is typed. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
  /** A row for the typed text, after the others. */
  readonly rowFor?: (text: string) => Row<T> | undefined;
}

/** Asks for one row. */
export function pickOne<T>(options: PickOptions<T>, rows: readonly Row<T>[]): Promise<Answer<T>> {
  const { selected, text = '', onText, rowFor } = options;
  const rowsFor = (typed: string): readonly Row<T>[] => {
    const row = rowFor?.(typed);
    return row ? [...rows, { ...row, alwaysShow: true }] : rows;
  };
  const pick = quickPickOf(options, rowsFor(text));
  pick.value = text;
  if (selected) pick.activeItems = [selected];
  return answerOf(pick, (resolveWith) => {
    pick.onDidChangeValue((typed) => {
      onText?.(typed);
      if (rowFor) pick.items = rowsFor(typed);
    });
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
  { position, prompt, title }: StepOptions,
  rows: readonly Row<T>[],
): vscode.QuickPick<Row<T>> {
  const pick = vscode.window.createQuickPick<Row<T>>();
  pick.placeholder = prompt;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = rows;
  return withPosition(pick, position, title);
}

export interface InputOptions extends StepOptions {
  readonly value: string;
  readonly placeholder: string;
  /** Validates the input after each keystroke. Only the result of the latest call is used. */
  readonly check?: (text: string) => Promise<Validation | undefined>;
  readonly onText?: (text: string) => void;
  /** Buttons in the title bar, which end the step. */
  readonly buttons?: readonly StepButton[];
}

/** A button with an icon of VS Code. */
export interface StepButton {
  readonly id: string;
  readonly icon: string;
  readonly tooltip: string;
}

/** The button that ended a step. */
export interface Pressed {
  readonly pressed: string;
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
  onText,
  buttons = [],
  title,
}: InputOptions): Promise<Answer<string> | Pressed> {
  const input = withPosition(vscode.window.createInputBox(), position, title);
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.value = value;
  const added = buttons.map(({ id, icon, tooltip }) => ({
    ...{ id, tooltip, iconPath: new vscode.ThemeIcon(icon) },
  }));
  input.buttons = [...input.buttons, ...added];
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
  return answerOf<string, Pressed>(input, (resolveWith) => {
    input.onDidTriggerButton((button) => {
      const own = added.find((one) => one === button);
      if (own) resolveWith({ pressed: own.id });
    });
    input.onDidChangeValue((text) => {
      onText?.(text);
      void validate(text);
    });
    input.onDidAccept(async () => {
      const text = input.value;
      if (await validate(text)) resolveWith({ value: text.trim() });
    });
    if (value !== '') void validate(value);
  });
}

function withPosition<
  Box extends vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] },
>(box: Box, { step, total }: StepPosition, title = t('New Agent')): Box {
  box.title = title;
  box.step = step;
  box.totalSteps = total;
  box.ignoreFocusOut = true;
  box.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return box;
}

type Box = vscode.QuickInput & {
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

function answerOf<T, Other = never>(
  box: Box,
  listen: (resolveWith: (answer: Answer<T> | Other) => void) => void,
): Promise<Answer<T> | Other> {
  return new Promise((resolve) => {
    const resolveWith = (answer: Answer<T> | Other): void => {
      resolve(answer);
      box.dispose();
    };
    listen(resolveWith);
    box.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) resolveWith('back');
    });
    box.onDidHide(() => resolveWith('cancelled'));
    box.show();
  });
}
