DROP INDEX "card_transactions_terms";--> statement-breakpoint
ALTER TABLE "card_transactions" ADD COLUMN "went_through_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "card_transactions" ADD COLUMN "outcome" text GENERATED ALWAYS AS (case
  when type in ('ACCOUNT_CREDIT', 'CHARGEBACK', 'CREDIT_TRANSACTION', 'REFUND') then null
  when state in ('CANCELLED', 'COMPLETED', 'IN_PROGRESS') then 'approved'
  when state <> 'DECLINED' then null
  when went_through_at is not null and told_reason <> 'NOT_DISCLOSED' then 'second-try'
  else 'declined' end) STORED;--> statement-breakpoint
CREATE INDEX "card_transactions_terms" ON "card_transactions" USING gin ((array_to_tsvector(array_remove(string_to_array(coalesce(E'\x01p=' || left("profile_id", 100), '') || coalesce(E'\x01s=' || left("state", 100), '') || coalesce(E'\x01y=' || left("type", 100), '') || coalesce(E'\x01d=' || left("decline_reason", 100), '') || coalesce(E'\x01t=' || left("told_reason", 100), '') || coalesce(E'\x01u=' || left("currency", 100), '') || coalesce(E'\x01u=' || left("billing_currency", 100), '') || coalesce(E'\x01k=' || left("mcc", 100), '') || coalesce(E'\x01l=' || left("merchant_country", 100), '') || coalesce(E'\x01h=' || left("authorisation_method", 100), '') || coalesce(E'\x01v=' || left("pin_validation_result", 100), '') || coalesce(E'\x01o=' || left("outcome", 100), '') || coalesce(regexp_replace(' ' || lower(translate(left("merchant_name", 100), 'àáâãäåāÀÁÂÃÄÅĀçćčÇĆČèéêëēėęÈÉÊËĒĖĘìíîïīÌÍÎÏĪñńňÑŃŇòóôõöøōÒÓÔÕÖØŌśšşŚŠŞùúûüūůÙÚÛÜŪŮýÿÝŸźżžŹŻŽ', 'aaaaaaaaaaaaaacccccceeeeeeeeeeeeeeiiiiiiiiiinnnnnnoooooooooooooossssssuuuuuuuuuuuuyyyyzzzzzz')), '[\x01-/:-@\[-`{-\x7f]+', E'\x01m=', 'g'), '') || coalesce(regexp_replace(' ' || lower(translate(left("merchant_city", 100), 'àáâãäåāÀÁÂÃÄÅĀçćčÇĆČèéêëēėęÈÉÊËĒĖĘìíîïīÌÍÎÏĪñńňÑŃŇòóôõöøōÒÓÔÕÖØŌśšşŚŠŞùúûüūůÙÚÛÜŪŮýÿÝŸźżžŹŻŽ', 'aaaaaaaaaaaaaacccccceeeeeeeeeeeeeeiiiiiiiiiinnnnnnoooooooooooooossssssuuuuuuuuuuuuyyyyzzzzzz')), '[\x01-/:-@\[-`{-\x7f]+', E'\x01c=', 'g'), '') || coalesce(E'\x01a=' || left("approval_code", 100), '') || coalesce(E'\x01r=' || left("arn", 100), '') || coalesce(E'\x01g=' || left("programme", 100), '') || coalesce(regexp_replace(' ' || lower(translate(left("holder_words", 100), 'àáâãäåāÀÁÂÃÄÅĀçćčÇĆČèéêëēėęÈÉÊËĒĖĘìíîïīÌÍÎÏĪñńňÑŃŇòóôõöøōÒÓÔÕÖØŌśšşŚŠŞùúûüūůÙÚÛÜŪŮýÿÝŸźżžŹŻŽ', 'aaaaaaaaaaaaaacccccceeeeeeeeeeeeeeiiiiiiiiiinnnnnnoooooooooooooossssssuuuuuuuuuuuuyyyyzzzzzz')), '[\x01-/:-@\[-`{-\x7f]+', E'\x01n=', 'g'), '') || coalesce(E'\x01f=' || left("last_four_digits", 100), ''), E'\x01'), ''))));--> statement-breakpoint
CREATE FUNCTION lock_cards(tokens text[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(727006, place)
  FROM (SELECT DISTINCT abs(hashtext(token) % 256) AS place FROM unnest(tokens) AS token ORDER BY place) AS places
$$;
--> statement-breakpoint
UPDATE card_transactions AS declined SET went_through_at = tried.at
FROM (
  SELECT soft.created_at, soft.transaction_id, soft.profile_id, min(later.created_at) AS at
  FROM card_transactions AS soft
  JOIN card_transactions AS later ON later.card_token = soft.card_token
    AND later.created_at > soft.created_at AND later.created_at <= soft.created_at + interval '1 hour'
    AND later.state IN ('COMPLETED', 'IN_PROGRESS')
    AND later.type NOT IN ('REFUND', 'ACCOUNT_CREDIT', 'CREDIT_TRANSACTION')
    AND lower(trim(later.merchant_name)) = lower(trim(soft.merchant_name))
    AND later.currency = soft.currency AND abs(later.amount) = abs(soft.amount)
  WHERE soft.state = 'DECLINED' AND (starts_with(soft.decline_reason, 'SCA_SOFT_DECLINE') OR soft.decline_reason IN (
    'SUSPECTED_FRAUD_SOFT_DECLINE', 'CONTACTLESS_PIN_ENTRY_REQUIRED', 'SECURITY_PIN_ENTRY_REQUIRED',
    'PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED'))
  GROUP BY soft.created_at, soft.transaction_id, soft.profile_id
) AS tried
WHERE declined.created_at = tried.created_at AND declined.transaction_id = tried.transaction_id
  AND declined.profile_id = tried.profile_id;
