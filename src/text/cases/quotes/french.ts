import type { QuoteCase } from "./case.ts";

/** The page of an invented outlet. */
export const FRENCH_PAGE = `Conseil du port de Talmira

« Nous avons décidé de garder le bac de nuit », a déclaré la présidente, Nora Valent. « Il coûtera 1\u202f500 couronnes par semaine, et ce n’est pas un cadeau : c’est une route. » De l’équipage elle a dit : "Ils sont payés. Ils le seront encore."

Le capitaine du port a ajouté que « le commandant a dit “non” deux fois et j’ai dit “oui” une fois ». Il ne savait pas... ce qui en sortirait.

Dans la seconde partie, les ingé-
nieurs ont parlé. « La coque est bonne, le moteur ne l’est pas, et l’argent [rires] a manqué de 2003 à 2010. Le carburant a pris 5,5 % en un an. »

« J’aime mieux un petit bateau qui navigue qu’un grand qui reste à quai, a dit M. Oduya, et toute l’î-
le aussi. Demandez aux gens du quai ; demandez aux mouettes. » NOUS NE VENDRONS PAS LE QUAI.`;

export const french: readonly QuoteCase[] = [
  {
    rule: "les mots comme ils sont",
    quotation: "« Nous avons décidé de garder le bac de nuit »",
    verdict: "same",
    passage: "Nous avons décidé de garder le bac de nuit",
  },
  { rule: "guillemets sans espaces", quotation: "«Nous avons décidé de garder le bac de nuit»", verdict: "same" },
  { rule: "guillemets anglais", quotation: "“Nous avons décidé de garder le bac de nuit”", verdict: "same" },
  { rule: "guillemets droits", quotation: '"Nous avons décidé de garder le bac de nuit"', verdict: "same" },
  {
    rule: "guillemets imbriqués d’une autre sorte",
    quotation: "« le commandant a dit « non » deux fois et j'ai dit « oui » une fois »",
    verdict: "same",
  },
  { rule: "apostrophe droite", quotation: "ce n'est pas un cadeau : c'est une route", verdict: "same" },
  {
    rule: "espaces insécables et ponctuation haute",
    quotation: "ce n’est pas un cadeau\u202f: c’est une route",
    verdict: "same",
  },
  { rule: "majuscule au premier mot", quotation: "Ce n’est pas un cadeau", verdict: "same" },
  {
    rule: "majuscule après une apostrophe",
    source: "L’Europe a parlé, puis l’Île s’est tue.",
    quotation: "l’Europe a parlé, puis l’île s’est tue",
    verdict: "same",
  },
  {
    rule: "mot coupé en fin de ligne",
    quotation: "les ingénieurs ont parlé",
    verdict: "same",
    passage: "les ingénieurs ont parlé",
  },
  {
    rule: "trait d’union en fin de ligne qui reste",
    source: "C’est peut-\nêtre vrai.",
    quotation: "C’est peut-être vrai",
    verdict: "same",
  },
  { rule: "œ en deux lettres", source: "Un vœu du cœur.", quotation: "Un voeu du coeur", verdict: "same" },
  {
    rule: "lettres accentuées en deux signes",
    quotation: "Nous avons de\u0301cide\u0301 de garder le bac de nuit",
    verdict: "same",
  },
  { rule: "nombre avec une espace ordinaire", quotation: "Il coûtera 1 500 couronnes par semaine", verdict: "same" },
  { rule: "nombre sans espace", quotation: "Il coûtera 1500 couronnes par semaine", verdict: "same" },
  { rule: "pour cent sans espace", quotation: "Le carburant a pris 5,5% en un an", verdict: "same" },
  { rule: "note de séance", quotation: "et l’argent a manqué de 2003 à 2010", verdict: "same" },
  { rule: "lettre entre crochets", quotation: "[L]e commandant a dit “non” deux fois", verdict: "same" },
  { rule: "nom pour un pronom", quotation: "[Le bac] coûtera 1 500 couronnes par semaine", verdict: "same" },
  {
    rule: "note de la rédaction",
    quotation: "Nous avons décidé de garder le bac de nuit (le Pétrel bleu, NDLR)",
    verdict: "same",
  },
  { rule: "ligne en capitales", quotation: "Nous ne vendrons pas le quai", verdict: "same" },
  { rule: "coupure entre crochets", quotation: "La coque est bonne […] et l’argent a manqué", verdict: "shortened" },
  {
    rule: "coupure entre parenthèses",
    quotation: "Nous avons décidé de garder le bac de nuit (...) c’est une route",
    verdict: "shortened",
  },
  {
    rule: "coupure par des points",
    quotation: "Demandez aux gens du quai… aux mouettes",
    verdict: "shortened",
    leftOut: 1,
  },
  { rule: "points de la source même", quotation: "Il ne savait pas… ce qui en sortirait", verdict: "same" },
  {
    rule: "un mot changé",
    quotation: "Nous avons décidé de vendre le bac de nuit",
    verdict: "altered",
    removed: "garder",
    added: "vendre",
  },
  {
    rule: "un accent qui change le mot",
    source: "Il a mangé un pêcheur de contes en rêve.",
    quotation: "Il a mangé un pécheur de contes en rêve",
    verdict: "altered",
    removed: "pêcheur",
    added: "pécheur",
  },
  {
    rule: "une négation tombée",
    quotation: "La coque est bonne, le moteur l’est, et l’argent a manqué de 2003 à 2010",
    verdict: "altered",
  },
  {
    rule: "un autre nombre",
    quotation: "Il coûtera 2 500 couronnes par semaine",
    verdict: "altered",
    removed: "1",
    added: "2",
  },
  {
    rule: "coupé sans le dire",
    quotation: "J’aime mieux un bateau qui navigue qu’un grand qui reste à quai",
    verdict: "altered",
    removed: "petit ",
    added: "",
  },
  {
    rule: "des mots que personne n’a dits",
    quotation: "Les mouettes ont pris le bureau et n’y laissent entrer personne",
    verdict: "not-found",
  },
  {
    rule: "la même chose autrement",
    quotation: "La liaison nocturne sera maintenue, voilà notre choix",
    verdict: "not-found",
  },
  {
    rule: "traduit de l’arabe, avec l’original",
    source: "قالت نورا فالنت: «قرّرنا الإبقاء على العبّارة الليلية». وكان الوقت متأخرًا.",
    from: "ar",
    quotation: "Nous avons décidé de garder le bac de nuit",
    original: "قررنا الإبقاء على العبارة الليلية",
    verdict: "translated",
    passage: "قرّرنا الإبقاء على العبّارة الليلية",
  },
  {
    rule: "traduit de l’anglais, retrouvé par le nombre",
    source: "It was cold. “We need 1,500 people by spring,” he said. Nobody answered.",
    from: "en",
    quotation: "Il nous faut 1 500 personnes au printemps",
    verdict: "translated",
    likely: "“We need 1,500 people by spring,” he said.",
  },
  {
    rule: "qui parle, entre deux guillemets, n’est pas dit",
    source: "« Nous avons », dit-elle, « décidé de vendre le bac. »",
    quotation: "« Nous avons décidé de vendre le bac »",
    verdict: "same",
  },
  {
    rule: "qui parle, en incise",
    source: "« J’aime mieux, a dit M. Oduya, un petit bateau qui navigue. »",
    quotation: "J’aime mieux un petit bateau qui navigue",
    verdict: "same",
  },
  {
    rule: "une incise hors des guillemets n’est de personne",
    source: "Nous avons, dit le journal, décidé de vendre.",
    quotation: "Nous avons décidé de vendre",
    verdict: "altered",
  },
  {
    rule: "les crochets ne cachent pas une négation",
    source: "Nous ne voulons pas vendre le bac.",
    quotation: "Nous [voulons] vendre le bac",
    verdict: "altered",
  },
  {
    rule: "ni sa seconde moitié",
    source: "La coque n’est pas bonne du tout.",
    quotation: "La coque [est] bonne du tout",
    verdict: "altered",
  },
  {
    rule: "guillemets à chaque ligne",
    source: "« La coque\n« est bonne\n« et le moteur aussi. »",
    quotation: "La coque est bonne et le moteur aussi",
    verdict: "same",
  },
  {
    rule: "deux lieux sans signe",
    source: "Le bac est vendu. La mer est haute. Le quai reste à nous.",
    quotation: "Le bac est vendu. Le quai reste à nous.",
    verdict: "altered",
  },
  {
    rule: "qui suit qui",
    source: "Le bac suit le bateau dans la nuit.",
    quotation: "Le bateau suit le bac dans la nuit",
    verdict: "altered",
  },
  {
    rule: "numéros et lettres hautes",
    source: "Le 1er mars, au quai n° 5, le bac a coulé.",
    quotation: "Le 1ᵉʳ mars, au quai nº 5, le bac a coulé",
    verdict: "same",
  },
  {
    rule: "œ majuscule",
    source: "ŒUVRE DU PORT EN PÉRIL CE SOIR",
    quotation: "Œuvre du port en péril ce soir",
    verdict: "same",
  },
];
