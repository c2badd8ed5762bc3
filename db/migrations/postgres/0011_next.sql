CREATE TABLE "year_statement" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"other_income" bigint NOT NULL,
	"other_gifts" bigint NOT NULL,
	"spent" jsonb NOT NULL,
	"other_service" bigint NOT NULL,
	"management" bigint NOT NULL,
	"fundraising" bigint NOT NULL,
	"other_costs" bigint NOT NULL,
	"gifts_spent" bigint NOT NULL,
	"gift_use" text NOT NULL,
	"auditor" text,
	"audit_no" text,
	"filed_by" text NOT NULL,
	"filed_at" bigint NOT NULL,
	CONSTRAINT "year_statement_management" CHECK ("year_statement"."management" >= 0)
);
--> statement-breakpoint
ALTER TABLE "year_statement" ADD CONSTRAINT "year_statement_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "year_statement_version" ON "year_statement" USING btree ("party_id","year","version");