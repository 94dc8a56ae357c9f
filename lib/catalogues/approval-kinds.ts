/** What takes a second person, in words; how each works lies on the server. */
interface KindEntry {
  /**
   * Who may decide: `administration` = another administrator; `cards` and `money` = people with the personal flag, money
   * within their limits; `desk` = people of compliance with the flag, and nobody else may know of it.
   */
  group: 'administration' | 'cards' | 'money' | 'desk';
  title: string;
  /** What happens once it is approved. */
  effect: string;
}

export const approvalKinds = {
  'staff.add': {
    group: 'administration',
    title: 'Add a person',
    effect: 'The person comes on the staff list at once, without a password yet.',
  },
  'staff.update': {
    group: 'administration',
    title: 'Change a person',
    effect: 'It takes effect at once and signs the person out everywhere.',
  },
  'staff.temporary-password': {
    group: 'administration',
    title: 'Replace a password',
    effect:
      'The old password stops working at once, the person is signed out everywhere, and whoever approves sees the new password once.',
  },
  'approval-rules.change': {
    group: 'administration',
    title: 'Change the approval rules',
    effect: 'It takes effect at once for everything that is submitted from then on.',
  },
  'retention.change': {
    group: 'administration',
    title: 'Change how long things are kept',
    effect: 'It takes effect at once. What has passed its time by then is deleted for ever.',
  },
  'pin.reveal': {
    group: 'cards',
    title: 'Show a PIN',
    effect: 'Whoever asked may look at the PIN once within 10 minutes. You are not shown it.',
  },
  'cards.bulk-block': {
    group: 'cards',
    title: 'Block many cards',
    effect: 'The cards are blocked at once, one after the other. Nobody can undo it, Wise neither.',
  },
  'batch-group.rows': {
    group: 'money',
    title: 'Pay a batch group',
    effect:
      'Its rows are sent to Wise at once. No money moves before somebody funds the group, up to the ceiling and not beyond.',
  },
  'batch-group.funding': {
    group: 'money',
    title: 'Fund a batch group',
    effect: 'The group may be funded as it stands at Wise, up to the ceiling and not beyond.',
  },
  'batch-group.conversion': {
    group: 'money',
    title: 'Let Wise convert for a batch group',
    effect:
      'For a day the group may be funded although its balance is short: Wise converts the rest from other balances, at its own rate and choice.',
  },
  'batch-group.release-unknown': {
    group: 'administration',
    title: 'Release a funding nobody knows the end of',
    effect:
      'The group can be funded and cancelled again. If the money moved all the same, it could be paid twice.',
  },
  'batch-group.release-wire': {
    group: 'cards',
    title: 'Say that no wire was sent',
    effect: 'The group can be paid another way, or cancelled.',
  },
  'desk-rules.change': {
    group: 'desk',
    title: 'Change a rule of the decline desk',
    effect: 'It takes effect at once for every declined payment that is told of from then on.',
  },
  'new-codes.classify': {
    group: 'desk',
    title: 'Say what a decline code means',
    effect: 'It takes effect at once, for payments that were declined before as well.',
  },
  'legal-holds.lift': {
    group: 'desk',
    title: 'Lift a legal hold',
    effect: 'What has passed its time is deleted by the next run, for ever, where nothing else needs it.',
  },
} as const satisfies Record<string, KindEntry>;

export type ApprovalKindName = keyof typeof approvalKinds;
export const approvalKindNames = Object.keys(approvalKinds) as [ApprovalKindName, ...ApprovalKindName[]];
export const kindsOfGroup = (...groups: KindEntry['group'][]): ApprovalKindName[] =>
  approvalKindNames.filter((kind) => groups.includes(approvalKinds[kind].group));

export const approvalStates = ['pending', 'approved', 'refused', 'withdrawn', 'expired', 'void'] as const;
export type ApprovalState = (typeof approvalStates)[number];
