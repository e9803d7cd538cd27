-- Grain: one row per (seller_id)
-- Sources: dwh.dim_seller, commission_buckets
-- The commission tier of a seller: the first 8 hex digits of md5(seller_id) as a number, modulo 100,
-- is its bucket; declared cuts give each bucket a tier. A power of 16 modulo 100 stands before each
-- digit, so no engine needs a hex parser. Conserves: every seller, once.
with seller_hashes as (
  select
    seller_id,
    md5(seller_id) as hash
  from dwh.dim_seller
),

buckets as (
  select
    seller_id,
    (
      56 * (instr('0123456789abcdef', substr(hash, 1, 1)) - 1)
      + 16 * (instr('0123456789abcdef', substr(hash, 2, 1)) - 1)
      + 76 * (instr('0123456789abcdef', substr(hash, 3, 1)) - 1)
      + 36 * (instr('0123456789abcdef', substr(hash, 4, 1)) - 1)
      + 96 * (instr('0123456789abcdef', substr(hash, 5, 1)) - 1)
      + 56 * (instr('0123456789abcdef', substr(hash, 6, 1)) - 1)
      + 16 * (instr('0123456789abcdef', substr(hash, 7, 1)) - 1)
      + (instr('0123456789abcdef', substr(hash, 8, 1)) - 1)
    ) % 100 as bucket
  from seller_hashes
)

select
  s.seller_id,
  t.tier,
  cast(t.commission_bps as integer) as commission_bps
from buckets as s
left join commission_buckets as t on t.bucket = s.bucket
order by s.seller_id
