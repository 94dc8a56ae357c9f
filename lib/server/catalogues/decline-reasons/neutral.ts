import 'server-only';

/** Stands in place of every code that only compliance may know. */
export const notDisclosed = 'NOT_DISCLOSED';

/** One true sentence for all of them. */
export const neutralSentence =
  'This payment was declined. I can’t give you more detail about it. You can use another card or way to pay.';

export const neutralSentenceWithSecureConfirmation =
  'This payment was declined. It can go through where the shop asks you for secure confirmation. You can also use another card or way to pay.';

export const notDisclosedEntry = {
  title: 'Declined, no further detail',
  happened: 'The payment was declined. No reason is given for it.',
  cause: 'Not given. Many causes read like this, most of them harmless.',
  actor: 'customer',
  next: 'The customer uses another card or way to pay.',
  retry: 'no',
  retryText: 'Another card or way to pay is the safer advice.',
  say: neutralSentence,
} as const;
