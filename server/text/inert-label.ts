// Labels of VS Code interpret `$(name)` as an icon and, in notifications and in the status, `[text](command:...)` as a link that runs
// a command. Names from files must do neither.
import { visibleControls } from './visible-controls';

/** The text with an invisible space where VS Code would see an icon or a link. Line breaks become visible symbols. */
export const inertLabel = (text: string): string =>
  visibleControls(text).replaceAll(/\$(?=\()|\](?=\()/g, '$&\u200b');
