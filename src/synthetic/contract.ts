/** The nine files of an Olist-shaped export: names and headers, letter for letter. */
export const MARKETPLACE_FILES = {
  customers: {
    name: 'olist_customers_dataset.csv',
    header: [
      'customer_id',
      'customer_unique_id',
      'customer_zip_code_prefix',
      'customer_city',
      'customer_state',
    ],
  },
  geolocation: {
    name: 'olist_geolocation_dataset.csv',
    header: [
      'geolocation_zip_code_prefix',
      'geolocation_lat',
      'geolocation_lng',
      'geolocation_city',
      'geolocation_state',
    ],
  },
  items: {
    name: 'olist_order_items_dataset.csv',
    header: [
      'order_id',
      'order_item_id',
      'product_id',
      'seller_id',
      'shipping_limit_date',
      'price',
      'freight_value',
    ],
  },
  payments: {
    name: 'olist_order_payments_dataset.csv',
    header: [
      'order_id',
      'payment_sequential',
      'payment_type',
      'payment_installments',
      'payment_value',
    ],
  },
  reviews: {
    name: 'olist_order_reviews_dataset.csv',
    header: [
      'review_id',
      'order_id',
      'review_score',
      'review_comment_title',
      'review_comment_message',
      'review_creation_date',
      'review_answer_timestamp',
    ],
  },
  orders: {
    name: 'olist_orders_dataset.csv',
    header: [
      'order_id',
      'customer_id',
      'order_status',
      'order_purchase_timestamp',
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
  },
  products: {
    name: 'olist_products_dataset.csv',
    header: [
      'product_id',
      'product_category_name',
      'product_name_lenght',
      'product_description_lenght',
      'product_photos_qty',
      'product_weight_g',
      'product_length_cm',
      'product_height_cm',
      'product_width_cm',
    ],
  },
  sellers: {
    name: 'olist_sellers_dataset.csv',
    header: ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'],
  },
  translation: {
    name: 'product_category_name_translation.csv',
    header: ['product_category_name', 'product_category_name_english'],
  },
} as const
