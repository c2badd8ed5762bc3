CREATE TABLE "document_template" (
	"id" text PRIMARY KEY NOT NULL,
	"method_code" text NOT NULL,
	"version" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"basis" text NOT NULL,
	"from_date" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_review" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"kind" text NOT NULL,
	"checklist_version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"passes" boolean NOT NULL,
	"opinion" text NOT NULL,
	"hash" text NOT NULL,
	"reviewed_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_search" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"method_code" text,
	"buyer_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_version" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"amendment_id" text,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "buyer_check" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"failed" jsonb NOT NULL,
	"words" text,
	"checked_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_version" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"version" integer NOT NULL,
	"ground" text NOT NULL,
	"words" text NOT NULL,
	"report" jsonb NOT NULL,
	"report_hash" text NOT NULL,
	"report_at" bigint NOT NULL,
	"signatures" jsonb NOT NULL,
	"reopened_by" text NOT NULL,
	"reopened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_kin" (
	"id" text PRIMARY KEY NOT NULL,
	"expert_id" text NOT NULL,
	"person_id" text NOT NULL,
	"relation" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_standing" (
	"id" text PRIMARY KEY NOT NULL,
	"expert_id" text NOT NULL,
	"kind" text NOT NULL,
	"ground" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	"noted_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_draw" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"seed" text NOT NULL,
	"pool" jsonb NOT NULL,
	"list_hash" text NOT NULL,
	"left_out" jsonb NOT NULL,
	"passed" jsonb NOT NULL,
	"experts" integer NOT NULL,
	"field" text,
	"drawn_by" text NOT NULL,
	"drawn_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "price_correction" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"readings" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"was" bigint NOT NULL,
	"corrected" bigint NOT NULL,
	"words" text NOT NULL,
	"found_by" text NOT NULL,
	"found_at" bigint NOT NULL,
	"agreed_at" bigint,
	"agreed_by" jsonb NOT NULL,
	"due_at" bigint,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "score_change" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"sheet_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"ground" text NOT NULL,
	"was" double precision NOT NULL,
	"now" double precision NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplement" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"items" jsonb NOT NULL,
	"wanted" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"words" text,
	"file_id" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
ALTER TABLE "amendment" ADD COLUMN "by_rule" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "criterion" ADD COLUMN "levels" jsonb;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "buyer_qualifies" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "panel_vote" ADD COLUMN "failed" jsonb;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "affects" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD COLUMN "return_ground" text;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD COLUMN "returned_for" jsonb;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "qualification_items" jsonb;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "acceptance_plan" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "public_interest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "market_survey" jsonb;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "requirement_at" bigint;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "document_template_id" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "end_ground" text;--> statement-breakpoint
ALTER TABLE "expert" ADD COLUMN "employer_id" text;--> statement-breakpoint
ALTER TABLE "expert" ADD COLUMN "expertise" text;--> statement-breakpoint
ALTER TABLE "tender_review" ADD CONSTRAINT "tender_review_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_search" ADD CONSTRAINT "tender_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_version" ADD CONSTRAINT "tender_version_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buyer_check" ADD CONSTRAINT "buyer_check_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buyer_check" ADD CONSTRAINT "buyer_check_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_version" ADD CONSTRAINT "evaluation_version_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_kin" ADD CONSTRAINT "expert_kin_expert_id_person_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_kin" ADD CONSTRAINT "expert_kin_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_standing" ADD CONSTRAINT "expert_standing_expert_id_person_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draw" ADD CONSTRAINT "panel_draw_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_correction" ADD CONSTRAINT "price_correction_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_correction" ADD CONSTRAINT "price_correction_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_correction" ADD CONSTRAINT "price_correction_found_by_panel_seat_id_fk" FOREIGN KEY ("found_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_sheet_id_score_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."score_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_asked_by_panel_seat_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_template_version" ON "document_template" USING btree ("method_code","version");--> statement-breakpoint
CREATE INDEX "tender_review_tender" ON "tender_review" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "tender_search_person" ON "tender_search" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_version_order" ON "tender_version" USING btree ("tender_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "buyer_check_once" ON "buyer_check" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "buyer_check_tender" ON "buyer_check" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_version_order" ON "evaluation_version" USING btree ("tender_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "expert_kin_once" ON "expert_kin" USING btree ("expert_id","person_id");--> statement-breakpoint
CREATE INDEX "expert_standing_expert" ON "expert_standing" USING btree ("expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_draw_tender" ON "panel_draw" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_correction_once" ON "price_correction" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "price_correction_tender" ON "price_correction" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "score_change_tender" ON "score_change" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplement_once" ON "supplement" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "supplement_tender" ON "supplement" USING btree ("tender_id");