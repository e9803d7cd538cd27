-- Grain: one row per (review_id, order_id)
-- Sources: raw.order_reviews, fct_orders
-- Conserves: every review of raw.order_reviews; a review id can stand at several orders
with reviews as (
  select
    review_id,
    order_id,
    to_integer_or_null(review_score) as review_score,
    nullif(trim(review_comment_title), '') as comment_title,
    nullif(trim(review_comment_message), '') as comment_message,
    to_timestamp_or_null(review_creation_date) as created_at,
    to_timestamp_or_null(review_answer_timestamp) as answered_at
  from raw.order_reviews
)

select
  reviews.review_id as review_id,
  reviews.order_id as order_id,
  reviews.review_score as review_score,
  reviews.comment_title as comment_title,
  reviews.comment_message as comment_message,
  reviews.created_at as created_at,
  reviews.answered_at as answered_at,
  fct_orders.purchase_date as purchase_date
from reviews
left join fct_orders on fct_orders.order_id = reviews.order_id
order by review_id, order_id
