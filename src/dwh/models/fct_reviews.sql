-- Grain: one row per (review_id, order_id)
-- Sources: stg_reviews, fct_orders
-- Conserves: every review of stg_reviews; a review id can stand at several orders
select
  reviews.review_id as review_id,
  reviews.order_id as order_id,
  reviews.review_score as review_score,
  reviews.comment_title as comment_title,
  reviews.comment_message as comment_message,
  reviews.created_at as created_at,
  reviews.answered_at as answered_at,
  fct_orders.purchase_date as purchase_date
from stg_reviews as reviews
left join fct_orders on fct_orders.order_id = reviews.order_id
order by review_id, order_id
