export const speakersFr = {
  'security sources': ['sources? sécuritaires?', 'source de sécurité'],
  'local sources': ['sources? locales?'],
  'civil society': ['société civile'],
  witnesses: ['témoins'],
  residents: ['habitants', 'riverains'],
  'the army': ["porte-parole (?:militaire|de l['’]armée|des FARDC)", 'un officier', 'sources? militaires?'],
  'the rebels': ["porte-parole (?:du M23|de la rébellion|des rebelles|de l['’]AFC)"],
  'the United Nations': ['Nations unies', 'onusien(?:ne)?s?'],
  'the company': ['la société (?:a|annonce|indique)', 'la compagnie'],
  officials: ['autorités', 'administrateur', 'gouverneur', 'bourgmestre'],
  'humanitarian sources': ['sources? humanitaires?'],
  'medical sources': ['sources? (?:médicales?|hospitalières?)'],
};
