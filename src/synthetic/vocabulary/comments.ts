/** Titles and sentences of reviews by mood; a comment is one to three sentences of one mood. */
export interface Mood {
  readonly titles: readonly string[]
  readonly sentences: readonly string[]
}

const GLAD: Mood = {
  titles: ['Muito bom', 'Nota dez', 'Super indico', '10', 'Adorei!', 'Vale a pena', '5 estrelas'],
  sentences: [
    'Chegou bem antes da data combinada.',
    'Tudo certo com a compra, do pedido até a porta de casa.',
    'O acabamento surpreende pelo preço que paguei.',
    'Comprei para dar de presente, e quem ganhou ficou feliz 😊',
    'A caixa veio bem fechada, sem amassados.',
    '3 dias do pagamento até a entrega, nunca vi igual.',
    'O vendedor respondeu minhas dúvidas com educação e rapidez.',
    'Igual às fotos do anúncio, nem mais, nem menos.',
    'Já é a segunda vez que compro, e compraria de novo.',
    'Meu filho disse que é "o melhor presente do ano".',
  ],
}

const MIXED: Mood = {
  titles: ['Mais ou menos', 'Regular', 'Poderia ser melhor', 'Ok'],
  sentences: [
    'O produto atende, mas a cor é outra.',
    'A entrega foi rápida; já a embalagem, nem tanto.',
    'Esperava um material mais firme.',
    'O manual veio só em inglês, sem nenhum desenho.',
    'Funciona, porém faz mais barulho do que eu gostaria.',
    'Pelo valor cobrado, está dentro do aceitável.',
    'Serviu, mas o "tamanho único" é bem pequeno.',
    '2 das 4 peças vieram com riscos leves.',
  ],
}

const SORE: Mood = {
  titles: ['Não recebi', 'Decepção', 'Péssimo', 'Quero meu dinheiro', 'Atrasou demais'],
  sentences: [
    'O prazo passou e até hoje nada.',
    'Veio faltando uma parte, e ninguém me responde.',
    'Mandaram um modelo diferente do que escolhi.',
    'O rastreio está parado há semanas em "objeto em trânsito".',
    'Quebrou no primeiro uso.',
    '1 pedido, 2 entregas erradas, 0 respostas.',
    'Pedi a devolução, mas o site só diz "aguarde".',
    'Paguei à vista e me arrependi, pois o produto é frágil demais.',
    'Tive que ligar 4 vezes para conseguir uma resposta.',
  ],
}

/** The mood of a score from 1 to 5. */
export function moodOf(score: number): Mood {
  if (score >= 4) return GLAD
  return score === 3 ? MIXED : SORE
}

/** What stands between two sentences: mostly a space, now and then a line break of either kind. */
export const SENTENCE_BREAKS: readonly string[] = [' ', ' ', ' ', '\r\n', '\n', '\n\n']
