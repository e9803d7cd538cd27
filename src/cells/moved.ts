import type { Notation } from '../format/index.js'
import { bareTitle } from '../format/quantity.js'
import { htmlTable, noticeHtml } from '../notebook/index.js'
import type { Verdict } from '../workbench/index.js'

/** The figures of a verdict that another moved: before, after, and by how much. */
export function movedHtml(before: Verdict, after: Verdict, notation: Notation): string {
  const rows = Object.entries(before).flatMap(([figure, was]) => {
    const is = after[figure as keyof Verdict]
    if (typeof was !== 'number' || typeof is !== 'number' || was === is) return []
    return [
      { figure: bareTitle(figure), change_cents: is - was, before_cents: was, after_cents: is },
    ]
  })
  if (rows.length === 0) return noticeHtml('note', 'Nothing of the verdict moved.')
  return htmlTable(rows, notation, {
    caption: 'What moved',
    columns: {
      figure: 'Figure',
      change_cents: 'Change',
      before_cents: 'Before',
      after_cents: 'After',
    },
  })
}
