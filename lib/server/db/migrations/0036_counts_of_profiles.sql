-- Nobody wrote down of which profile each was: everything is counted anew.
TRUNCATE "transaction_count_changes", "transaction_counts";--> statement-breakpoint
ALTER TABLE "transaction_counts" DROP CONSTRAINT "transaction_counts_pk";--> statement-breakpoint
ALTER TABLE "transaction_count_changes" ADD COLUMN "profile_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "transaction_counts" ADD COLUMN "profile_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "transaction_counts" ADD CONSTRAINT "transaction_counts_pk" PRIMARY KEY("dimension","profile_id","slot","programme","value");--> statement-breakpoint
CREATE INDEX "transaction_counts_none" ON "transaction_counts" USING btree ("slot") WHERE "transaction_counts"."count" = 0;--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_transactions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO transaction_count_changes (dimension, slot, programme, profile_id, value, count)
    SELECT t.dimension, t.slot, coalesce(one.programme, ''), one.profile_id, t.value, count(*)
    FROM made AS one
    CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
      one.mcc, one.merchant_category, one.merchant_country) AS t
    GROUP BY 1, 2, 3, 4, 5;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO transaction_count_changes (dimension, slot, programme, profile_id, value, count)
    SELECT t.dimension, t.slot, coalesce(one.programme, ''), one.profile_id, t.value, -count(*)
    FROM gone AS one
    CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
      one.mcc, one.merchant_category, one.merchant_country) AS t
    GROUP BY 1, 2, 3, 4, 5;
  ELSE
    INSERT INTO transaction_count_changes (dimension, slot, programme, profile_id, value, count)
    SELECT t.dimension, t.slot, coalesce(one.programme, ''), one.profile_id, t.value, sum(one.sign)
    FROM (
      SELECT 1 AS sign, made.* FROM made UNION ALL SELECT -1, gone.* FROM gone
    ) AS one
    CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
      one.mcc, one.merchant_category, one.merchant_country) AS t
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(one.sign) <> 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
INSERT INTO transaction_counts (dimension, slot, programme, profile_id, value, count)
SELECT dimension, slot, programme, coalesce(profile_id, ''), value, count(*)
FROM (
  SELECT t.dimension, t.slot, coalesce(one.programme, '') AS programme, one.profile_id, t.value
  FROM card_transactions AS one
  CROSS JOIN LATERAL tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason, one.told_reason,
    one.mcc, one.merchant_category, one.merchant_country) AS t
) AS counted
GROUP BY GROUPING SETS ((dimension, slot, programme, value, profile_id), (dimension, slot, programme, value));
