CREATE TABLE "transaction_count_changes" (
	"dimension" text NOT NULL,
	"slot" timestamp with time zone NOT NULL,
	"programme" text NOT NULL,
	"value" text NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transaction_counts" (
	"dimension" text NOT NULL,
	"slot" timestamp with time zone NOT NULL,
	"programme" text NOT NULL,
	"value" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "transaction_counts_pk" PRIMARY KEY("dimension","slot","programme","value")
);
--> statement-breakpoint
-- What one transaction counts as, wherever transactions are counted.
CREATE FUNCTION tally_transaction(
  made_at timestamptz, outcome text, type text, decline_reason text, told_reason text, mcc text, category text, country text
) RETURNS TABLE (dimension text, slot timestamptz, value text) LANGUAGE sql STABLE AS $$
  SELECT 'outcome', date_bin('15 minutes', made_at, timestamptz 'epoch'), outcome WHERE outcome IS NOT NULL
  UNION ALL
  SELECT one.dimension, date_bin('1 day', made_at, timestamptz 'epoch'), left(coalesce(one.value, ''), 200)
  FROM (VALUES ('type', type), ('reason', decline_reason), ('told', told_reason),
    ('mcc', concat_ws(' ', coalesce(mcc, ''), category)), ('country', country)) AS one(dimension, value)
  WHERE outcome IN ('declined', 'second-try')
$$;
--> statement-breakpoint
CREATE FUNCTION count_transactions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO transaction_count_changes (dimension, slot, programme, value, count)
    SELECT t.dimension, t.slot, coalesce(one.programme, ''), t.value, count(*)
    FROM made AS one
    CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
      one.mcc, one.merchant_category, one.merchant_country) AS t
    GROUP BY 1, 2, 3, 4;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO transaction_count_changes (dimension, slot, programme, value, count)
    SELECT t.dimension, t.slot, coalesce(one.programme, ''), t.value, -count(*)
    FROM gone AS one
    CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
      one.mcc, one.merchant_category, one.merchant_country) AS t
    GROUP BY 1, 2, 3, 4;
  ELSE
    INSERT INTO transaction_count_changes (dimension, slot, programme, value, count)
    SELECT t.dimension, t.slot, coalesce(one.programme, ''), t.value, sum(one.sign)
    FROM (
      SELECT 1 AS sign, made.* FROM made UNION ALL SELECT -1, gone.* FROM gone
    ) AS one
    CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
      one.mcc, one.merchant_category, one.merchant_country) AS t
    GROUP BY 1, 2, 3, 4 HAVING sum(one.sign) <> 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_made AFTER INSERT ON card_transactions REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION count_transactions();
--> statement-breakpoint
CREATE TRIGGER count_changed AFTER UPDATE ON card_transactions REFERENCING OLD TABLE AS gone NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION count_transactions();
--> statement-breakpoint
CREATE TRIGGER count_gone AFTER DELETE ON card_transactions REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_transactions();
--> statement-breakpoint
INSERT INTO transaction_counts (dimension, slot, programme, value, count)
SELECT t.dimension, t.slot, coalesce(one.programme, ''), t.value, count(*)
FROM card_transactions AS one
CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
  one.mcc, one.merchant_category, one.merchant_country) AS t
GROUP BY 1, 2, 3, 4;
