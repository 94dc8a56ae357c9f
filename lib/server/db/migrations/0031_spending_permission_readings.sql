CREATE TABLE "spending_permission_readings" (
	"card_token" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"permissions" jsonb NOT NULL,
	CONSTRAINT "spending_permission_readings_pk" PRIMARY KEY("card_token","read_at")
);
--> statement-breakpoint
CREATE TABLE "spending_permission_readings_due" (
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"card_token" text NOT NULL,
	"declined_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "spending_permission_readings_due_pk" PRIMARY KEY("transaction_id","profile_id")
);
--> statement-breakpoint
CREATE INDEX "spending_permission_readings_due_at" ON "spending_permission_readings_due" USING btree ("due_at");