import {
  type ArtifactSchema,
  cents,
  count,
  day,
  flag,
  integer,
  real,
  text,
  time,
} from './column.js'

const orderId = text('The order.')
const purchaseDate = day('The day of purchase; null where the order is not in the files.')
const customer = text("The person who bought; 'unknown' where the files do not say.")
const status = text("The order's status, in lower case; 'unknown' where the files do not say.")
const zip = text("The first five digits of the zip code; 'unknown' where the files do not say.")
const city = text("The city, in lower case; 'unknown' where the files do not say.")
const state = text("The state's two letters; 'unknown' where the files do not say.")

/** `dwh`: a star schema. Facts keep every row; a key without a match points to a default member. */
export const dwhTables = {
  fct_order_items: {
    about: 'One item of an order: the grain of the system.',
    grain: ['order_id', 'order_item_id'],
    restsOn: ['orders'],
    columns: {
      order_id: orderId,
      order_item_id: integer('Number of the item within its order, from 1.'),
      purchase_date: purchaseDate,
      customer_unique_id: customer,
      seller_id: text("The seller; 'unknown' where the sellers file lacks it."),
      product_id: text("The product; 'unknown' where the products file lacks it."),
      order_status: status,
      shipping_limit_at: time('By when the seller has to hand the item to the carrier.'),
      price_cents: cents('What the buyer pays for the item, without freight.'),
      freight_cents: cents('What the buyer pays for freight of the item.'),
      cost_cents: cents('What the item cost the business; null where no file tells.'),
    },
  },
  fct_orders: {
    about: 'One order, with or without items.',
    grain: ['order_id'],
    restsOn: ['orders'],
    columns: {
      order_id: orderId,
      customer_id: text('The buyer as this order names it: another id with every order.'),
      customer_unique_id: customer,
      zip_code_prefix: zip,
      order_status: status,
      purchased_at: time('When the buyer ordered.'),
      approved_at: time('When the payment was approved; null: not (yet).'),
      handed_over_at: time('When the carrier got the parcel; null: not (yet).'),
      delivered_at: time('When the buyer got the parcel; null: not (yet).'),
      estimated_delivery_at: time('By when the buyer was told to expect the parcel.'),
      purchase_date: day('The day of purchase.'),
      purchase_date_key: integer('Day of purchase in dim_date.'),
      approved_date_key: integer('Day of approval in dim_date; -1 unknown, 0 not yet happened.'),
      handed_over_date_key: integer(
        'Day of hand-over in dim_date; -1 unknown, 0 not yet happened.',
      ),
      delivered_date_key: integer('Day of delivery in dim_date; -1 unknown, 0 not yet happened.'),
      estimated_delivery_date_key: integer('Day of expected delivery in dim_date; -1 unknown.'),
      is_new_customer: flag('It is the first order in the files of a person who is known.'),
      items: integer('Items of the order; 0 for an order without any.'),
      price_cents: cents('Prices of its items together.'),
      freight_cents: cents('Freight of its items together.'),
      payment_cents: cents('Payments of the order together.', { restsOn: ['payments'] }),
    },
  },
  fct_payments: {
    about: 'One payment of an order.',
    grain: ['order_id', 'payment_sequential'],
    restsOn: ['payments'],
    columns: {
      order_id: orderId,
      payment_sequential: integer('Number of the payment within its order.'),
      payment_type: text("How it was paid, e.g. 'credit_card'; 'unknown' where not told."),
      installments: integer('Into how many instalments it was split.'),
      payment_cents: cents('What was paid.'),
      purchase_date: purchaseDate,
    },
  },
  fct_reviews: {
    about: 'One review of one order (a review id can stand at several orders).',
    grain: ['review_id', 'order_id'],
    columns: {
      review_id: text('The review.'),
      order_id: orderId,
      review_score: integer('Stars, 1 to 5.'),
      comment_title: text('Title of the comment; null without one.'),
      comment_message: text('Text of the comment; null without one.'),
      created_at: time('When the buyer was asked for a review.'),
      answered_at: time('When the buyer answered.'),
      purchase_date: purchaseDate,
    },
  },
  dim_date: {
    about: 'One day of a gapless calendar over whole years, and two default members (null date).',
    grain: ['date_key'],
    columns: {
      date_key: integer('The day as a number, 2017-11-24 is 20171124; -1 and 0: default members.'),
      date: day('The day; null for the default members.'),
      label: text(
        "The day as YYYY-MM-DD; 'unknown' and 'not yet happened' for the default members.",
      ),
      year: integer('Calendar year.'),
      quarter: integer('Quarter of the year, 1 to 4.'),
      month: integer('Month of the year, 1 to 12.'),
      day: integer('Day of the month, 1 to 31.'),
      iso_year: integer('The year that the ISO 8601 week belongs to.'),
      iso_week: integer('ISO 8601 week, 1 to 53.'),
      weekday: integer('ISO 8601 weekday: Monday 1 to Sunday 7.'),
      is_weekend: flag('It is a Saturday or a Sunday.'),
      is_month_end: flag("It is its month's last day."),
      is_quarter_end: flag("It is its quarter's last day."),
      is_holiday: flag('It is a national holiday.'),
      holiday_name: text("The holiday's name, two on one day joined by ' / '; null on other days."),
      retail_event: text('The retail event of the day; null on other days.'),
      same_day_last_year: day('The same weekday 52 weeks before; null in the first 52 weeks.'),
      day_type: text("The retail event, else 'holiday', 'weekend' or 'weekday'."),
    },
  },
  dim_customer: {
    about: 'One person (customer_unique_id).',
    grain: ['customer_unique_id'],
    columns: {
      customer_unique_id: text("The person; 'unknown' is the default member."),
      first_purchase_date: day('Day of the first order in the files; null without one.'),
      orders: integer('Orders of the person in the files.'),
      zip_code_prefix: zip,
      city,
      state,
    },
  },
  dim_seller: {
    about: 'One seller.',
    grain: ['seller_id'],
    columns: {
      seller_id: text("The seller; 'unknown' is the default member."),
      zip_code_prefix: zip,
      city,
      state,
      first_sale_date: day('Purchase day of the first order with an item of this seller.'),
    },
  },
  dim_product: {
    about: 'One product; the category in English, with a stated fallback.',
    grain: ['product_id'],
    columns: {
      product_id: text("The product; 'unknown' is the default member."),
      category: text('Its category, in English where the files translate it.'),
      category_source: text("Where the category is from: 'translation', 'original' or 'fallback'."),
      weight_g: integer('Weight of the parcel.', { unit: 'grams' }),
      photos: integer('Photos shown of it.'),
    },
  },
  dim_geography: {
    about: 'One zip prefix with its centroid.',
    grain: ['zip_code_prefix'],
    columns: {
      zip_code_prefix: text(
        "The first five digits of a zip code; 'unknown' is the default member.",
      ),
      latitude: real('Mean latitude of its points; null without any.', { unit: 'degrees' }),
      longitude: real('Mean longitude of its points; null without any.', { unit: 'degrees' }),
      city: text('Its most frequent city, in lower case.'),
      state: text("Its most frequent state's two letters."),
      points: integer('Points inside the country that the mean is of.'),
    },
  },
  fct_marketing_spend: {
    about: 'What was spent on one channel on one day; absent where no file tells it.',
    grain: ['channel', 'date'],
    restsOn: ['files'],
    optional: true,
    columns: {
      date: day('The day.'),
      channel: text('The channel as the file calls it, or as a rule of campaigns does.'),
      spend_cents: cents('What was spent.'),
      impressions: count('Advertisements shown; null where a line does not tell.'),
      clicks: count('Clicks that came; null where a line does not tell.'),
    },
  },
  fct_lift_tests: {
    about: 'One experiment on the spend of a channel; absent where no file tells any.',
    grain: ['channel', 'first_date'],
    optional: true,
    columns: {
      channel: text('The channel whose spend was changed.'),
      first_date: day('First day of the test.'),
      last_date: day('Last day of the test.'),
      spend_factor: real('What spend was multiplied by: 0 is a holdout.', { unit: 'times' }),
      lift_orders: real('Orders more than without the change, over the whole test.'),
      standard_error: real('Standard error of the lift.', { unit: 'orders' }),
    },
  },
  fct_leads: {
    about: 'One lead: a possible seller, won or not; absent where no file tells any.',
    grain: ['lead_id'],
    restsOn: ['files'],
    optional: true,
    columns: {
      lead_id: text('The lead.'),
      first_contact_date: day('When it first made contact.'),
      landing_page: text('The page on which it did.'),
      origin: text("Where it came from, e.g. 'paid_search'; 'unknown' where nobody knows."),
      won_at: time('When it was won as a seller; null: not yet.'),
      seller_id: text('The seller that it became; null: none.'),
      business_segment: text('What it sells.'),
      lead_type: text('What kind of business it is.'),
      declared_monthly_revenue_cents: cents('Revenue a month that it said it had.'),
    },
  },
  source_notes: {
    about: 'One thing that the files do not tell, and what that costs.',
    grain: ['note_id'],
    columns: {
      note_id: text('What is missing.'),
      severity: text('Warning: it may distort the answer; info: it is good to know.'),
      statement: text('The note as a sentence.'),
    },
  },
  integrity_checks: {
    about: 'One check of the warehouse and what it found.',
    grain: ['check_id'],
    columns: {
      check_id: text('Name of the check.'),
      table_name: text('The table that it speaks of.'),
      kind: text("What kind of check it is, e.g. 'unique' or 'relationships'."),
      statement: text('What has to hold, in words.'),
      violations: count('How many rows break it.'),
      severity: text(
        "'error' stops the stage, 'warning' is a defect of the data and only recorded.",
      ),
      sample: text('Up to three violations by key.'),
    },
  },
} satisfies ArtifactSchema

/** The same, by name. */
export const dwhSchema: ArtifactSchema = dwhTables
