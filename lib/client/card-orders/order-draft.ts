import { isPhysicalType } from '../../catalogues/card-orders.ts';
import type { CardAvailability, CreateOrderBody } from '../../contracts/card-order-writes.ts';

export type Programme = CardAvailability['programmes'][number];

export interface OrderDraft {
  profileId: string;
  programme: string;
  cardHolderName: string;
  embossedName: string;
  phoneNumber: string;
  delivery: 'post' | 'kiosk';
  branchId: string;
  firstLine: string;
  secondLine: string;
  city: string;
  postCode: string;
  state: string;
  country: string;
  /** Of the card it replaces; empty where it replaces none. */
  replaces: string;
  replacementReason: 'CARD_DAMAGED' | 'CARD_EXPIRING';
}
export type OrderField = keyof OrderDraft;

export const emptyOrder: OrderDraft = {
  profileId: '',
  programme: '',
  cardHolderName: '',
  embossedName: '',
  phoneNumber: '',
  delivery: 'kiosk',
  branchId: '',
  firstLine: '',
  secondLine: '',
  city: '',
  postCode: '',
  state: '',
  country: 'GB',
  replaces: '',
  replacementReason: 'CARD_DAMAGED',
};

/** Wise: the card has room for so many characters, spaces included. */
export const mostEmbossed = 22;

/** As a card printer can write it: capitals without accents, cut where the card has no more room. */
export const toPlainLetters = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ß', 'SS')
    .replaceAll(/[Øø]/g, 'O')
    .replaceAll(/[Łł]/g, 'L')
    .toUpperCase()
    .trim()
    .slice(0, mostEmbossed)
    .trim();

/** A letter that many a printer lacks: the kiosk may refuse the card for it. */
export const hasUnusualLetters = (name: string): boolean => !/^[A-Za-z0-9 .'/&-]*$/.test(name);

export const isPhysicalDraft = (programme: Programme | undefined): boolean =>
  isPhysicalType(programme?.cardType ?? null);

/** What is missing or wrong, by field; the rest is Wise's to judge. */
export function faultsOfOrder(
  draft: OrderDraft,
  programme: Programme | undefined,
): Partial<Record<OrderField, string>> {
  const faults: Partial<Record<OrderField, string>> = {};
  const need = (field: OrderField, words: string) => {
    if (draft[field].trim() === '') faults[field] = words;
  };
  need('profileId', 'Choose whose card it is.');
  if (!programme) faults.programme = 'Choose the kind of card.';
  need('cardHolderName', 'Type the holder’s name.');
  if (!/^\+[1-9]\d{6,14}$/.test(draft.phoneNumber.replaceAll(/[ ()-]/g, '')))
    faults.phoneNumber = 'A number with its country, like +44 7700 900417.';
  if (!isPhysicalDraft(programme)) return faults;
  need('embossedName', 'Type the name on the card.');
  if (draft.embossedName.trim().length > mostEmbossed)
    faults.embossedName = `${draft.embossedName.trim().length} characters, the card has room for ${mostEmbossed}.`;
  if (draft.delivery === 'kiosk') need('branchId', 'Choose the branch.');
  need('firstLine', 'Type the street and number.');
  need('city', 'Type the town.');
  need('postCode', 'Type the postcode.');
  if (!/^[A-Za-z]{2}$/.test(draft.country.trim())) faults.country = 'Two letters, like GB.';
  return faults;
}

export function toOrderBody(
  draft: OrderDraft,
  programme: Programme | undefined,
  requestId: string,
): CreateOrderBody {
  const { cardHolderName, phoneNumber, replaces, replacementReason } = draft;
  const common = {
    requestId,
    programme: draft.programme,
    cardHolderName: cardHolderName.trim(),
    phoneNumber: phoneNumber.replaceAll(/[ ()-]/g, ''),
    ...(replaces !== '' && { replacementDetails: { cardToken: replaces, reason: replacementReason } }),
  };
  if (!isPhysicalDraft(programme)) return { ...common, delivery: null };
  const { city, country, firstLine, postCode, secondLine, state } = draft;
  return {
    ...common,
    embossedName: draft.embossedName.trim(),
    delivery: draft.delivery,
    ...(draft.delivery === 'kiosk' && { branchId: draft.branchId }),
    address: {
      firstLine: firstLine.trim(),
      ...(secondLine.trim() !== '' && { secondLine: secondLine.trim() }),
      city: city.trim(),
      postCode: postCode.trim(),
      ...(state.trim() !== '' && { state: state.trim() }),
      country: country.trim(),
    },
  };
}

/** Where the server's word about a field is shown in the form. */
export function fieldOfPath(path: string): OrderField | undefined {
  const name = path.split('.').at(-1) ?? '';
  if (name === 'program') return 'programme';
  if (name === 'thirdLine') return 'secondLine';
  return isField(name) ? name : undefined;
}

const isField = (name: string): name is OrderField => Object.hasOwn(emptyOrder, name);
