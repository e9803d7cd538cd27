import { type ShownChannel, shownChannels } from './channels.js'
import { type MoneyFormat, type MoneyStyle, moneyFormat } from './money.js'
import { type NumbersFormat, numbersFormat } from './number.js'
import { inWords } from './words.js'

/** How one run writes money, numbers and channels. Whatever shows something is given it. */
export interface Notation extends NumbersFormat {
  readonly locale: string
  readonly money: MoneyFormat
  /** The channels of the run in their order, `direct` last. */
  readonly channels: readonly ShownChannel[]
  /** A channel's name, or another code name in plain words. */
  readonly nameOf: (id: string) => string
}

/** Builds the notation of a run: an empty colour of a channel is assigned. */
export function createNotation(
  style: MoneyStyle & { readonly channels?: readonly ShownChannel[] },
): Notation {
  const channels = shownChannels(style.channels ?? [])
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  return {
    locale: style.locale,
    money: moneyFormat(style),
    ...numbersFormat(style.locale),
    channels,
    nameOf: (id) => names.get(id) ?? inWords(id),
  }
}
