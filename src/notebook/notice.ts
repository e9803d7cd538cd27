import { proseHtml } from './html.js'

/** What a notice is about, said in a word: colour alone would be lost on GitHub. */
export type NoticeKind = 'answer' | 'note' | 'good' | 'warning' | 'problem'

const WORDS: Readonly<Record<NoticeKind, string>> = {
  answer: 'Answer.',
  note: 'Note.',
  good: 'OK.',
  warning: 'Warning.',
  problem: 'Problem.',
}

/** A sentence or two set apart from the flow, as HTML. */
export function noticeHtml(kind: NoticeKind, text: string): string {
  return `<blockquote><p><b>${WORDS[kind]}</b> ${proseHtml(text)}</p></blockquote>`
}
