CREATE TABLE "household_claim" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"roll_entry_id" text NOT NULL,
	"claimant" text NOT NULL,
	"reason" text NOT NULL,
	"raised_by" text,
	"raised_at" bigint NOT NULL,
	"outcome" text,
	"ground" text,
	"settled_by" text,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "round_body" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"bloc" text NOT NULL,
	"party_id" text NOT NULL,
	"choices" jsonb,
	"abstained" text,
	"cast_by" text,
	"cast_at" bigint
);
--> statement-breakpoint
CREATE TABLE "round_version" (
	"round_id" text NOT NULL,
	"version" integer NOT NULL,
	"manifest" text NOT NULL,
	"seal_hash" text NOT NULL,
	"sealed_at" bigint NOT NULL,
	"unsealed_at" bigint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "round_version_round_id_version_pk" PRIMARY KEY("round_id","version")
);
--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "representative" text;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "nonlocal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "lived_months" integer;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "level" text DEFAULT 'L1' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "ballot_kind" text DEFAULT 'approval' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "rule" text DEFAULT 'greedy_threshold' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "utility" text DEFAULT 'cost' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "completion" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "add_step" bigint;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "points_total" integer;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "points_each" integer;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "tie_order" text DEFAULT 'cost_votes_id' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "lot_seed" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "lot_at" bigint;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "min_age" integer DEFAULT 18 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "residence" text DEFAULT 'registered_or_living' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "residence_months" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "blocs" jsonb;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "rerun_of" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "manifest" text;--> statement-breakpoint
ALTER TABLE "household_claim" ADD CONSTRAINT "household_claim_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_claim" ADD CONSTRAINT "household_claim_roll_entry_id_roll_entry_id_fk" FOREIGN KEY ("roll_entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_body" ADD CONSTRAINT "round_body_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_version" ADD CONSTRAINT "round_version_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "household_claim_round" ON "household_claim" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "household_claim_entry" ON "household_claim" USING btree ("roll_entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_body_once" ON "round_body" USING btree ("round_id","party_id");--> statement-breakpoint
CREATE INDEX "round_body_party" ON "round_body" USING btree ("party_id");