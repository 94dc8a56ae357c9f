/** Wise's own examples look like WIS00001; it documents no form, so this keeps out slips of the hand only. */
export const kioskIdForm = /^[A-Z]{2,8}\d{1,12}$/;
export const kioskIdAdvice = 'A kiosk id is capital letters, then digits, like WIS00001.';
