/** Every assumption and the type of its value, `*` for any member. Written by `npm run docs`; do not edit. */
export interface AssumptionTypes {
  'place.currency': string
  'place.country': string
  'place.locale': string
  'dwh.payment_tolerance_cents': number
  'dwh.category_fallback': string
  'dwh.christmas_run_up_from': string
  'dwh.gift_run_up_days': number
  'dwh.hand_over_days': number
  'dwh.delivery_days': number
  'dwh.campaign_rules.*.platform': 'any' | 'google_ads' | 'meta_ads' | 'ad_spend'
  'dwh.campaign_rules.*.contains': string
  'dwh.campaign_rules.*.channel': string
  'dwh.future_days': number
  'dwh.date_gap_days': number
  'dwh.order_age_days': number
  'dwh.horizon_years': number
  'dwh.orders_per_year': number
  'dwh.amount_factor': number
  'dwh.most_instalments': number
  'dwh.least_match_bps': number
  'market.plan': 'auto' | 'percent_of_gmv' | 'flat' | 'csv'
  'market.trailing_days': number
  'market.spend_factor_bps': number
  'market.efficiency_factor': number
  'market.funnel_loss_bps': number
  'market.counts': 'poisson' | 'negative_binomial' | 'rounded'
  'market.dispersion': number
  'market.first_date': string
  'market.last_date': string
  'market.spend_reach_days': number
  'market.warmup_days': number
  'market.observed_release': 'own_day' | 'kernel'
  'market.channels.*.name': string
  'market.channels.*.colour': string
  'market.channels.*.is_paid': boolean
  'market.channels.*.gmv_share_bps': number
  'market.channels.*.spend_floor_cents': number
  'market.channels.*.daily_budget_cents': number
  'market.channels.*.cpm_cents': number
  'market.channels.*.price_follows_season': boolean
  'market.channels.*.ctr_bps': number
  'market.channels.*.capacity_impressions': number
  'market.channels.*.capacity_per_order_impressions': number
  'market.channels.*.curve': string
  'market.channels.*.curve_half': number
  'market.channels.*.curve_slope': number
  'market.channels.*.curve_rate': number
  'market.channels.*.volatility': number
  'market.channels.*.kernel': 'geometric' | 'binomial' | 'delayed' | 'weibull_pdf' | 'weibull_cdf'
  'market.channels.*.max_lag_days': number
  'market.channels.*.decay': number
  'market.channels.*.alpha': number
  'market.channels.*.peak_days': number
  'market.channels.*.shape': number
  'market.channels.*.scale': number
  'market.channels.*.base': 'trailing_orders' | 'per_day'
  'market.channels.*.impressions_per_order': number
  'market.channels.*.impressions_floor': number
  'market.channels.*.impressions_per_day': number
  'market.channels.*.growth_per_year': number
  'market.season.weekday_price': readonly number[]
  'market.season.weekday_response': readonly number[]
  'market.season.weekday_demand': readonly number[]
  'market.season.weekday_spend': readonly number[]
  'market.season.month_price': readonly number[]
  'market.season.month_response': readonly number[]
  'market.season.month_demand': readonly number[]
  'market.season.month_spend': readonly number[]
  'market.season.events.*.rule': string
  'market.season.events.*.first': string
  'market.season.events.*.last': string
  'market.season.events.*.days_before': number
  'market.season.events.*.days_after': number
  'market.season.events.*.price_factor': number
  'market.season.events.*.response_factor': number
  'market.season.events.*.demand_factor': number
  'market.season.events.*.spend_factor': number
  'attribution.choice_policy': 'expected' | 'sampled'
  'attribution.consumption_policy': 'recency_weighted' | 'fifo' | 'lifo'
  'attribution.direct_demand_bps': number
  'attribution.channels.*.window_days': number
  'attribution.channels.*.clicks_per_order': number
  'attribution.channels.*.affinity_bps': number
  'attribution.channels.*.decay_curve': 'half_life' | 'hyperbolic' | 'linear' | 'listed'
  'attribution.channels.*.decay_half_life_days': number
  'attribution.channels.*.decay_list': readonly number[]
  'attribution.channels.*.recency_curve': 'half_life' | 'hyperbolic' | 'linear' | 'listed'
  'attribution.channels.*.recency_half_life_days': number
  'attribution.channels.*.recency_list': readonly number[]
  'finance.carrier_cost_bps': number
  'finance.operations_item_cents': number
  'finance.operations_order_cents': number
  'finance.weekend_operations_bps': number
  'finance.sla_penalty_bps': number
  'finance.sla_grace_days': number
  'finance.refund_delay_days': number
  'finance.payout_delay_days': number
  'finance.instalments': 'monthly' | 'anticipated'
  'finance.anticipation_bps': number
  'finance.anticipated_days': number
  'finance.instalment_days': number
  'finance.carrier_terms_days': number
  'finance.advertising_terms_days': number
  'finance.undelivered_rule': 'none' | 'refund' | 'provision'
  'finance.undelivered_days': number
  'finance.subscription_trailing_months': number
  'finance.subscription_churn_months': number
  'finance.goods_role': 'agent' | 'principal'
  'finance.freight_role': 'agent' | 'principal'
  'finance.kept_fee_bps': number
  'finance.refund_cost_cents': number
  'finance.cost_of_goods_bps': number
  'finance.commission_tax_bps': number
  'finance.freight_tax_bps': number
  'finance.subscription_tax_bps': number
  'finance.statuses.*.commission': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.goods': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.freight': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.payment_fee': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.refund': 'end' | 'never'
  'finance.statuses.*.carrier': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.operations': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.sla_penalty': 'approval' | 'hand_over' | 'delivery' | 'never'
  'finance.statuses.*.implies': 'purchase' | 'approval' | 'hand_over' | 'delivery'
  'finance.statuses.*.is_ended': boolean
  'finance.payment_types.*.fee_bps': number
  'finance.payment_types.*.fee_cents': number
  'finance.payment_types.*.chargeback_bps': number
  'finance.payment_types.*.settlement_days': number
  'finance.commission_tiers.*.below': number
  'finance.commission_tiers.*.commission_bps': number
  'finance.subscription_plans.*.above_cents': number
  'finance.subscription_plans.*.price_cents': number
  'finance.fixed_costs.*.month_cents': number
  'finance.fixed_costs.*.wins_sellers': boolean
  'judgment.warning_bps': number
  'judgment.critical_bps': number
  'decisions.plan': 'measured' | 'own' | 'follows_past_orders' | 'follows_unseen'
  'decisions.prior': 'attributed' | 'neutral'
  'decisions.prior_attributed_weight': number
  'decisions.prior_even_weight': number
  'decisions.temper': number
  'decisions.act_above_bps': number
  'decisions.max_change_bps': number
  'decisions.least_test_worth_bps': number
  'decisions.verdict_draws': number
  'decisions.repeat_value_cents': number
  'decisions.incrementality.*.centre': number
  'decisions.incrementality.*.spread': number
}
