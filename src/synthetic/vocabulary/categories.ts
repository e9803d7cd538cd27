/**
 * A product category: its public Portuguese name, the English one where the translation file knows
 * it, its share of products, and what its products cost and weigh.
 */
export interface Category {
  readonly name: string
  readonly english: string | null
  /** Relative number of products. */
  readonly share: number
  readonly medianPriceCents: number
  /** Standard deviation of the logarithm of the price. */
  readonly priceSigma: number
  readonly medianWeightG: number
}

type Entry = readonly [
  name: string,
  english: string | null,
  share: number,
  medianPrice: number,
  priceSigma: number,
  medianWeightG: number,
]

const ENTRIES: readonly Entry[] = [
  ['cama_mesa_banho', 'bed_bath_table', 100, 84, 0.6, 1300],
  ['beleza_saude', 'health_beauty', 88, 80, 0.9, 400],
  ['esporte_lazer', 'sports_leisure', 82, 80, 0.8, 700],
  ['moveis_decoracao', 'furniture_decor', 78, 72, 0.8, 1900],
  ['informatica_acessorios', 'computers_accessories', 68, 88, 0.8, 400],
  ['utilidades_domesticas', 'housewares', 66, 66, 0.9, 1600],
  ['relogios_presentes', 'watches_gifts', 52, 138, 0.8, 350],
  ['telefonia', 'telephony', 42, 34, 1.0, 200],
  ['ferramentas_jardim', 'garden_tools', 40, 70, 0.9, 1500],
  ['automotivo', 'auto', 42, 88, 0.9, 1100],
  ['brinquedos', 'toys', 40, 80, 0.8, 900],
  ['cool_stuff', 'cool_stuff', 34, 118, 0.7, 1000],
  ['perfumaria', 'perfumery', 32, 84, 0.8, 350],
  ['bebes', 'baby', 30, 82, 0.9, 1400],
  ['eletronicos', 'electronics', 26, 36, 1.0, 300],
  ['papelaria', 'stationery', 24, 68, 0.8, 800],
  ['fashion_bolsas_e_acessorios', 'fashion_bags_accessories', 24, 52, 0.8, 350],
  ['pet_shop', 'pet_shop', 22, 88, 0.7, 1800],
  ['moveis_escritorio', 'office_furniture', 14, 148, 0.6, 9500],
  ['consoles_games', 'consoles_games', 12, 64, 1.1, 300],
  ['malas_acessorios', 'luggage_accessories', 11, 98, 0.7, 2700],
  ['construcao_ferramentas_construcao', 'construction_tools_construction', 10, 88, 0.9, 1500],
  ['eletrodomesticos', 'home_appliances', 9, 62, 1.0, 1600],
  ['instrumentos_musicais', 'musical_instruments', 8, 110, 1.2, 1500],
  ['eletroportateis', 'small_appliances', 8, 132, 1.1, 2200],
  ['casa_construcao', 'home_construction', 7, 92, 0.8, 1800],
  ['livros_interesse_geral', 'books_general_interest', 7, 46, 0.8, 450],
  ['alimentos', 'food', 6, 46, 0.7, 600],
  ['bebidas', 'drinks', 5, 44, 0.7, 900],
  ['moveis_sala', 'furniture_living_room', 5, 112, 0.8, 7200],
  ['casa_conforto', 'home_confort', 5, 90, 0.8, 1400],
  ['audio', 'audio', 4, 88, 0.9, 450],
  ['construcao_ferramentas_iluminacao', 'construction_tools_lights', 4, 96, 0.8, 900],
  ['climatizacao', 'air_conditioning', 4, 142, 0.8, 3300],
  ['livros_tecnicos', 'books_technical', 4, 58, 0.7, 500],
  ['industria_comercio_e_negocios', 'industry_commerce_and_business', 4, 104, 1.0, 1500],
  ['fashion_calcados', 'fashion_shoes', 4, 78, 0.6, 800],
  ['telefonia_fixa', 'fixed_telephony', 3, 66, 1.2, 500],
  ['eletrodomesticos_2', 'home_appliances_2', 3, 240, 1.0, 9000],
  ['agro_industria_e_comercio', 'agro_industry_and_commerce', 3, 190, 1.0, 3000],
  ['sinalizacao_e_seguranca', 'signaling_and_security', 3, 74, 0.9, 700],
  ['dvds_blu_ray', 'dvds_blu_ray', 2, 52, 0.8, 250],
  ['artes', 'art', 2, 64, 0.8, 700],
  ['pcs', 'computers', 2, 950, 0.6, 5200],
  ['artigos_de_natal', 'christmas_supplies', 2, 44, 0.7, 700],
  ['flores', 'flowers', 1, 34, 0.6, 900],
  ['portateis_cozinha_e_preparadores_de_alimentos', null, 2, 190, 0.7, 2600],
  ['pc_gamer', null, 1, 620, 0.6, 6500],
]

/** Public category names of marketplaces; prices in whole units and weights are round figures. */
export const CATEGORIES: readonly Category[] = ENTRIES.map(
  ([name, english, share, medianPrice, priceSigma, medianWeightG]) => ({
    name,
    english,
    share,
    medianPriceCents: medianPrice * 100,
    priceSigma,
    medianWeightG,
  }),
)
