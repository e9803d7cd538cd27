-- Grain: one row per (review_id, order_id)
-- Sources: raw.order_reviews
select
  review_id,
  order_id,
  to_integer_or_null(review_score) as review_score,
  nullif(trim(review_comment_title), '') as comment_title,
  nullif(trim(review_comment_message), '') as comment_message,
  to_timestamp_or_null(review_creation_date) as created_at,
  to_timestamp_or_null(review_answer_timestamp) as answered_at
from raw.order_reviews
