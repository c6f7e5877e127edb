/** A form in which a prompt mentions an agent. */
export interface MentionForm {
  /** A string that every match contains, so that most prompts need no search. */
  readonly contains: string;
  /** With the flags `d` and `g`; the first group is the name. */
  readonly form: RegExp;
}
