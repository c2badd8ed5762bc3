CREATE TABLE "annual_inspection" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"year" integer NOT NULL,
	"result" text NOT NULL,
	"concluded_on" text NOT NULL,
	"entered_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"list" text NOT NULL,
	"from_date" text NOT NULL,
	"ground" text NOT NULL,
	"entered_by" text,
	"to_date" text,
	"lift_ground" text,
	"lifted_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sanction" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"party_id" text NOT NULL,
	"ground" text NOT NULL,
	"facts" text NOT NULL,
	"state" text NOT NULL,
	"reported_by" text NOT NULL,
	"reporter_id" text NOT NULL,
	"reported_at" bigint NOT NULL,
	"served_by" text,
	"served_at" bigint,
	"defence_ends_at" bigint,
	"defence" text,
	"defended_by" text,
	"defended_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"decision" text,
	"from_date" text,
	"to_date" text,
	"lifted_by" text,
	"lifted_on" text,
	"lift_ground" text
);
--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "late_reason" text;--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "about" text DEFAULT 'result' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "remedy" text;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "points" jsonb;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "remedy" text;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "suspended_at" bigint;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "suspended_until" bigint;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "suspended_by" text;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "suspend_ground" text;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "resumed_at" bigint;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "certificate_until" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "deregistered_on" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "registration" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "supervisor_name" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "decoupled_on" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "filed_with" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "filed_on" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "reconfirmed_on" text;--> statement-breakpoint
ALTER TABLE "annual_inspection" ADD CONSTRAINT "annual_inspection_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "annual_inspection_year" ON "annual_inspection" USING btree ("party_id","year");--> statement-breakpoint
CREATE INDEX "listing_party" ON "listing" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sanction_ref" ON "sanction" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "sanction_party" ON "sanction" USING btree ("party_id");