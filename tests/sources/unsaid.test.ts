import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder } from '../raw/harness.js'
import { ownFolder, runFolder } from './harness.js'

const MAP =
  'orders:\n  file: sales.csv\n  columns: { order_id: No, purchased_at: When, price: Price }\n'
const SALES = 'No,When,Price\n1,2024-03-04 10:00:00,20.00\n2,2024-03-05 11:00:00,30.00\n'

/** A flat export without a place of its own; `head` stands before its map. */
function shop(head = ''): string {
  const dir = newFolder()
  writeFileSync(join(dir, 'sales.csv'), SALES)
  writeFileSync(join(dir, 'columns.yaml'), head + MAP)
  return dir
}

const idsOf = (answer: { notes: { note_id: string }[] }) =>
  answer.notes.map(({ note_id }) => note_id)

describe('a folder that names no currency and no country', () => {
  it('hears which are taken, and nothing once it names them', async () => {
    const { answer } = await runFolder(shop(), '--through', 'market')
    expect(answer.notes).toContainEqual({
      note_id: 'no_currency',
      severity: 'warning',
      statement:
        'No currency in the files: amounts are taken to be in BRL, as place.currency declares.',
    })
    expect(idsOf(answer)).toContain('no_country')
    const { answer: told } = await runFolder(
      shop('currency: EUR\ncountry: DE\n'),
      '--through',
      'market',
    )
    for (const id of ['no_currency', 'no_country']) expect(idsOf(told)).not.toContain(id)
  })
})

describe('a day of a channel that two files of spend state', () => {
  it('counts twice, and that is said', async () => {
    const data = newFolder()
    cpSync(ownFolder('shopify'), data, { recursive: true })
    writeFileSync(
      join(data, 'columns.yaml'),
      'spend:\n  file: again.csv\n  date_format: M/D/YYYY\n  columns: { date: Day, channel: { constant: google_ads }, spend: Paid }\n',
    )
    writeFileSync(join(data, 'again.csv'), 'Day,Paid\n3/1/2024,1.00\n6/9/2024,2.00\n')
    const { answer, sql } = await runFolder(data)
    const broken = await sql('select law_id from judgment.laws where violations > 0')
    expect(broken).toEqual([])
    const about = answer.notes.filter(({ note_id }: { note_id: string }) => /several/.test(note_id))
    expect(about).toMatchObject([
      { note_id: 'spend_of_several_files_google_ads', severity: 'warning' },
    ])
    expect(about[0].statement).toMatch(
      /^google_ads: on 1 day several files \(again\.csv, google_ads\)/,
    )
    const { answer: whole } = await runFolder(ownFolder('shopify'), '--through', 'market')
    expect(idsOf(whole).filter((id) => /several/.test(id))).toEqual([])
  })
})

describe('a shop that sells its own goods', () => {
  it('owes buyers what they paid before their goods came, and no seller', async () => {
    const { statement } = await runFolder(shop('currency: EUR\n'), '--preset', 'own_shop')
    const text = await statement()
    expect(text).toMatch(/^Prepaid by buyers +-/m)
    expect(text).not.toContain('Seller payable')
  })
})

describe('a lift test of a channel that the run does not have', () => {
  it('is said beside the answer, with the channels that there are, and no law takes it for a fault', async () => {
    const data = newFolder()
    cpSync(ownFolder('shopify'), data, { recursive: true })
    const header = 'channel,first_date,last_date,spend_factor,lift_orders,standard_error'
    const test = (channel: string) => `${channel},2024-04-01,2024-04-14,0,-12,5\n`
    writeFileSync(
      join(data, 'lift_tests.csv'),
      `${header}\n${test('Gogle Ads')}${test('Meta Ads')}`,
    )
    const { answer, sql } = await runFolder(data)
    const broken = await sql('select law_id from judgment.laws where violations > 0')
    expect(broken).toEqual([])
    const about = answer.notes.filter(({ note_id }: { note_id: string }) =>
      note_id.startsWith('lift_test'),
    )
    expect(about).toMatchObject([{ note_id: 'lift_test_of_gogle_ads', severity: 'warning' }])
    expect(about[0].statement).toContain('google_ads, meta_ads')
  })
})
