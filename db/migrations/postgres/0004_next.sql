CREATE TABLE "approval_delegation" (
	"id" text PRIMARY KEY NOT NULL,
	"street_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"community_id" text NOT NULL,
	"version" integer NOT NULL,
	"line_id" text NOT NULL,
	"per_purchase" bigint NOT NULL,
	"per_year" bigint NOT NULL,
	"categories" jsonb NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"source" text NOT NULL,
	"mark" text DEFAULT 'M' NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" bigint,
	"withdraw_ground" text
);
--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "like_plan_id" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "delegation_id" text;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_street_id_party_id_fk" FOREIGN KEY ("street_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_delegation_version" ON "approval_delegation" USING btree ("street_id","committee_id","version");