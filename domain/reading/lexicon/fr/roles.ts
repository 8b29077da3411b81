export const rolesFr = {
  beforeMakers: 'par des de du d l',
  dying: 'péri succombé décédées décédée décédés décédé mortes morte morts mort',
  losing: 'perdu trouvé laissé',
  againstAndAccusing: 'contre',
  articles: 'la le les l des',
  againstAndAccused: 'contre',
  tellersBefore: 'source sources parole officier selon accord communiqué',
  accordingTo: 'selon',
  tellersAfter: 'source sources nie dément',
  have: 'ont a',
  perfectInfinitives: 'être avoir',
  ownDeedLeads: '',
  perfect: '',
  beforeAndAfter: 'avant après',
  sharedSubject: 'avoir être',
  claiming:
    'annoncé annonce affirmé affirme affirment dit disent déclaré revendiqué revendique assuré assure indiqué confirmé',
};
