// How a completion list was requested, which decides what is in it. A list that opens automatically must not get in the way of
// typing; a list that the author requests shows everything that fits.

export interface CompletionRequest {
  /** `typing`: the list opens or is refreshed automatically at a keystroke. `explicit`: the author requested it. */
  readonly by: 'typing' | 'explicit';
  /** The trigger character that caused the request. */
  readonly character?: string;
  /**
   * The editor's built-in support contributes to the same list, so its entries are not offered twice. At a trigger character an
   * editor asks only the providers that registered it.
   */
  readonly withBuiltin: boolean;
}

export const explicitRequest: CompletionRequest = { by: 'explicit', withBuiltin: true };
