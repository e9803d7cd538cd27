import { countryBounds } from '../../../schema/country-bounds.js'
import { changed, gone } from '../../fault.js'
import { state, word, zip } from '../../file-text.js'
import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'
import { valuesOf, type WorkingTable } from '../../working/working-table.js'

/** Where points of the run's country may lie, in degrees. */
const bounds: WorkingTable = {
  name: 'country_bounds',
  uses: [],
  reads: [],
  select: async (_, declared) => {
    const micros = countryBounds(declared.text('place.country'))
    const { south_micros, north_micros, west_micros, east_micros } = micros
    return valuesOf({ south: 'double', north: 'double', west: 'double', east: 'double' }, [
      [south_micros, north_micros, west_micros, east_micros].map((value) => value / 1_000_000),
    ])
  },
}

/** Where zip prefixes lie and what they are called. */
export const placeLaws = lawsOf('dwh', [
  {
    name: 'places_are_known',
    unit: 'rows',
    statement:
      'Every zip prefix that any file knows is there once, at the mean of its points inside the country, with its most frequent name',
    distrust: 'maps',
    needs: ['place.country'],
    uses: [bounds],
    sql: `
      with spelled as (
        select geolocation_zip_code_prefix as zip, geolocation_city as city, geolocation_state as state,
          1 as priority, count(*) as mentions,
          count(*) filter (where inside) as points, sum(lat) filter (where inside) as lat,
          sum(lng) filter (where inside) as lng
        from (
          select p.*, lat between b.south and b.north and lng between b.west and b.east as inside
          from (
            select *, try_cast(geolocation_lat as decimal(9, 6)) as lat,
              try_cast(geolocation_lng as decimal(9, 6)) as lng
            from raw.geolocation
          ) as p
          cross join (
            select cast(south as decimal(9, 6)) as south, cast(north as decimal(9, 6)) as north,
              cast(west as decimal(9, 6)) as west, cast(east as decimal(9, 6)) as east
            from country_bounds
          ) as b
        ) as located
        group by 1, 2, 3
        union all
        select customer_zip_code_prefix, customer_city, customer_state, 2, count(*), 0, null, null
        from raw.customers group by 1, 2, 3
        union all
        select seller_zip_code_prefix, seller_city, seller_state, 3, count(*), 0, null, null
        from raw.sellers group by 1, 2, 3
        union all
        select 'unknown', '', '', 0, 0, 0, null, null
      ),
      named as (
        select ${zip('zip')} as zip, ${word('city')} as city, ${state('state')} as state, priority,
          sum(mentions) as mentions, sum(points) as points, sum(lat) as lat, sum(lng) as lng
        from spelled group by 1, 2, 3, 4
      ),
      wanted as (
        select zip, arg_min({'city': city, 'state': state}, row(priority, -mentions, city, state)) as name,
          sum(points) as points, sum(lat) / nullif(sum(points), 0) as lat,
          sum(lng) / nullif(sum(points), 0) as lng
        from named group by zip
      )
      select 0 as amount_cents, coalesce(g.zip_code_prefix, w.zip) as sample
      from dwh.dim_geography as g
      full outer join wanted as w on w.zip = g.zip_code_prefix
      where g.zip_code_prefix is null or w.zip is null or g.city <> (w.name).city or g.state <> (w.name).state
        or g.points <> w.points or (g.latitude is null) <> (w.lat is null)
        or not coalesce(abs(g.latitude - w.lat) < 0.000001 and abs(g.longitude - w.lng) < 0.000001,
          w.points = 0)`,
    fault: changed('dwh.dim_geography', ['zip_code_prefix'], "state = 'XX'", {}),
  },
  {
    name: 'places_are_of_somebody',
    files: 'export',
    unit: 'rows',
    statement: 'A place of a flat export is where a buyer lives or a seller is, and stands once',
    distrust: 'maps',
    needs: [],
    sql: sameRows({
      key: ['zip_code_prefix'],
      published: '(select zip_code_prefix from dwh.dim_geography)',
      expected: `(select zip_code_prefix from dwh.dim_customer
        union select zip_code_prefix from dwh.dim_seller union select 'unknown')`,
    }),
    fault: gone('dwh.dim_geography', ['zip_code_prefix'], {}),
  },
])
