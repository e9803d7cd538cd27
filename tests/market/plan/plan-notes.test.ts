import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import { type PlanFacts, planNotes } from '../../../src/market/plan/plan-notes.js'

const declared = Assumptions.defaults()

function line(channel: string, day: number, spendCents = 100) {
  return { channel, channelName: channel, day, spendCents }
}

function notes(file: ReturnType<typeof line>[] | undefined, facts: Partial<PlanFacts> = {}) {
  const whole = {
    declared,
    inForce: { kind: 'csv' as const, file },
    byHand: false,
    firstDay: 0,
    lastDay: 9,
    ...facts,
  }
  return Object.fromEntries(planNotes(whole).map((note) => [note.note_id, note]))
}

const everyDay = Array.from({ length: 10 }, (_, day) => line('google_search', day))

describe('notes about the plan', () => {
  it('are none without a file', () => {
    expect(notes(undefined)).toEqual({})
  })

  it('say loudly that a file is not used', () => {
    const { file_not_used } = notes(everyDay, { inForce: { kind: 'flat', file: everyDay } })
    expect(file_not_used).toMatchObject({ severity: 'warning', amount_cents: 1_000 })
    expect(file_not_used!.statement).toContain('is not used: market.plan is flat')
  })

  it('count the channels that the file leaves out', () => {
    const found = notes(everyDay)
    expect(Object.keys(found)).toEqual(['absent_channels'])
    expect(found.absent_channels!.statement).toContain(
      'does not name 3 paid channels that the library declares',
    )
  })

  it('count the days of a channel without a line', () => {
    const found = notes(everyDay.filter(({ day }) => day !== 3 && day !== 4))
    expect(found.gaps_google_search).toMatchObject({ severity: 'info', days: 2 })
    expect(found.gaps_google_search!.statement).toContain('2 of the 10 days')
  })

  it('say that orders before or after the file look free', () => {
    const found = notes(everyDay, { firstDay: -2, lastDay: 12 })
    expect(found.begins_after_orders).toMatchObject({ severity: 'warning', days: 2 })
    expect(found.ends_before_orders).toMatchObject({ severity: 'warning', days: 3 })
    expect(found.ends_before_orders!.statement).toContain('ends on 1970-01-10, 3 days before')
  })

  it('tell a weekly sum on one day from campaigns with pauses', () => {
    const weekly = [0, 7, 14, 21].map((day) => line('google_search', day, 700))
    const found = notes(weekly, { lastDay: 21 })
    expect(found.lumps_google_search).toMatchObject({ severity: 'warning', amount_cents: 2_800 })
    expect(found.gaps_google_search).toBeUndefined()
    const flight = [0, 1, 2, 14, 15, 16].map((day) => line('google_search', day))
    expect(notes(flight, { lastDay: 16 }).lumps_google_search).toBeUndefined()
  })

  it('say which values stand for what the file does not tell of an undeclared channel', () => {
    const { generic_tv } = notes([line('tv', 0), line('tv', 9)])
    expect(generic_tv!.statement).toContain('tv: spend observed')
    expect(generic_tv!.statement).toContain(
      'price of 1,000 impressions 1000 minor units of the currency',
    )
    expect(generic_tv!.statement).toContain('12 clicks an order, a window of 14 days')
    const clicked = notes([{ ...line('tv', 0), clicks: 3 } as never, line('google_search', 0)])
    expect(clicked.generic_tv!.statement).toContain('tv: spend and clicks observed')
    expect(clicked.generic_tv!.statement).not.toContain('click rate')
    expect(clicked.generic_google_search).toBeUndefined()
    const partly = notes([{ ...line('tv', 0), clicks: 3 } as never, line('tv', 1)])
    expect(partly.generic_tv!.statement).toContain(
      'tv: spend, and clicks on 1 of 2 lines, observed;',
    )
  })
})
