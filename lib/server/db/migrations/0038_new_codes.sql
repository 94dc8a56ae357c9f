CREATE TABLE "code_classifications" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"classification" jsonb,
	"proposed_by" uuid NOT NULL,
	"agreed_by" uuid NOT NULL,
	"agreed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retold_at" timestamp with time zone,
	CONSTRAINT "code_classifications_pk" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "met_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"met_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "code_classifications" ADD CONSTRAINT "code_classifications_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_classifications" ADD CONSTRAINT "code_classifications_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_transactions_reason" ON "card_transactions" USING btree (left("decline_reason", 100),"created_at") WHERE "card_transactions"."decline_reason" is not null;--> statement-breakpoint
CREATE INDEX "card_transactions_detail" ON "card_transactions" USING btree (left("detailed_decline_reason", 100),"created_at") WHERE "card_transactions"."detailed_decline_reason" is not null;--> statement-breakpoint
INSERT INTO met_codes (code)
SELECT decline_reason FROM card_transactions WHERE decline_reason <> '' AND length(decline_reason) <= 100
UNION
SELECT detailed_decline_reason FROM card_transactions
WHERE detailed_decline_reason <> '' AND length(detailed_decline_reason) <= 100;
