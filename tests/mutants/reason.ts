/** Why a mutant is no fault: in this file, where the line reads so, by this rule. */
export interface Reason {
  readonly file: RegExp
  /** The line, or a part of it. */
  readonly line: RegExp
  /** Default any. */
  readonly rule?: RegExp
  readonly why: string
}
