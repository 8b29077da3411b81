/**
 * Event types and sub-types in ACLED's terms (ACLED Codebook 2023 and later), and what Orewatch makes of them.
 * Six sub-types under "Strategic developments" are Orewatch's own: what matters to a mine has no ACLED name.
 */
const ownSubTypes = [
  'Operation suspended',
  'Site evacuated',
  'Operation restarted',
  'Withdrawal from territory',
  'Site occupied',
  'Road or border closed',
] as const;

export const subTypesByType = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Air/drone strike',
    'Chemical weapon',
    'Grenade',
    'Remote explosive/landmine/IED',
    'Shelling/artillery/missile attack',
    'Suicide bomb',
  ],
  'Violence against civilians': ['Abduction/forced disappearance', 'Attack', 'Sexual violence'],
  Protests: ['Excessive force against protesters', 'Peaceful protest', 'Protest with intervention'],
  Riots: ['Mob violence', 'Violent demonstration'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
    ...ownSubTypes,
  ],
} as const;

export type EventType = keyof typeof subTypesByType;
export type SubType = (typeof subTypesByType)[EventType][number];

export const eventTypes = Object.keys(subTypesByType) as EventType[];
export const subTypes = Object.values(subTypesByType).flat() as SubType[];

const typeBySubType = new Map(
  eventTypes.flatMap((type) => subTypesByType[type].map((subType) => [subType as SubType, type] as const)),
);

export function eventTypeOf(subType: SubType): EventType {
  return typeBySubType.get(subType)!;
}

export function isSubTypeOf(type: EventType, subType: string): boolean {
  return (subTypesByType[type] as readonly string[]).includes(subType);
}

const violentTypes: readonly string[] = [
  'Battles',
  'Explosions/Remote violence',
  'Violence against civilians',
];

/** Organised armed violence: ACLED's three types that make up political violence without riots. */
export function isViolent(event: { type: string }): boolean {
  return violentTypes.includes(event.type);
}

export const controlChanges: readonly string[] = [
  'Government regains territory',
  'Non-state actor overtakes territory',
  'Non-violent transfer of territory',
  'Withdrawal from territory',
];

/** True where the event changes who controls a place. Such events are linked over a greater distance. */
export function changesControl(event: { subType: string }): boolean {
  return controlChanges.includes(event.subType);
}

const stops: readonly string[] = ['Operation suspended', 'Site evacuated'];

/** Sub-types that tell of a site's operation, not of conflict. */
export const operationSubTypes: readonly string[] = [...stops, 'Operation restarted'];

/** True where the event says that work at a site stopped: the operation is suspended or its people evacuated. */
export function stopsOperation(event: { subType: string }): boolean {
  return stops.includes(event.subType);
}

/** True where the event is news about a site's operation, not about conflict: it carries no weight in the score. */
export function concernsOperation(event: { subType: string }): boolean {
  return operationSubTypes.includes(event.subType);
}

const talk: readonly string[] = [
  'Withdrawal from territory',
  'Non-violent transfer of territory',
  'Agreement',
  'Other',
];

/**
 * True where the event tells of moves and words, not of violence: what was left, handed over, agreed or announced. It
 * carries no weight, so that a retreat raises no score; who then holds the ground is the business of signals.
 */
export function isTalk(event: { subType: string }): boolean {
  return talk.includes(event.subType);
}
