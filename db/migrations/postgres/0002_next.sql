CREATE TABLE "survey_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"grid_id" text,
	"building" text NOT NULL,
	"households" integer NOT NULL,
	"first" integer NOT NULL,
	"sheets" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"sheet_id" text,
	"relation" text,
	"grid_id" text,
	"typed" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"sheet_id" text NOT NULL,
	"entered_by" text NOT NULL,
	"channel" text NOT NULL,
	"relation" text,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_sheet" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"no" integer NOT NULL,
	"code_hash" text NOT NULL,
	"used" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_tally" (
	"survey_id" text PRIMARY KEY NOT NULL,
	"tally" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_words" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"question_id" text NOT NULL,
	"answer_id" text NOT NULL,
	"shown_words" text,
	"decided_by" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "survey_answer" ADD COLUMN "relation" text;--> statement-breakpoint
ALTER TABLE "survey_template" ADD COLUMN "committee_id" text;--> statement-breakpoint
ALTER TABLE "survey_template" ADD COLUMN "based_on" text;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "wave_of" text;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "answer_limit" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "two_entries" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "min_age" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_batch" ADD CONSTRAINT "survey_batch_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_batch" ADD CONSTRAINT "survey_batch_grid_id_place_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_draft" ADD CONSTRAINT "survey_draft_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_draft" ADD CONSTRAINT "survey_draft_sheet_id_survey_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."survey_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_entry" ADD CONSTRAINT "survey_entry_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_entry" ADD CONSTRAINT "survey_entry_sheet_id_survey_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."survey_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheet" ADD CONSTRAINT "survey_sheet_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheet" ADD CONSTRAINT "survey_sheet_batch_id_survey_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."survey_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tally" ADD CONSTRAINT "survey_tally_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_words" ADD CONSTRAINT "survey_words_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_words" ADD CONSTRAINT "survey_words_answer_id_survey_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."survey_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "survey_batch_first" ON "survey_batch" USING btree ("survey_id","first");--> statement-breakpoint
CREATE INDEX "survey_draft_survey" ON "survey_draft" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_entry_once" ON "survey_entry" USING btree ("sheet_id","entered_by");--> statement-breakpoint
CREATE INDEX "survey_entry_survey" ON "survey_entry" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_sheet_no" ON "survey_sheet" USING btree ("survey_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_sheet_code" ON "survey_sheet" USING btree ("survey_id","code_hash");--> statement-breakpoint
CREATE INDEX "survey_sheet_batch" ON "survey_sheet" USING btree ("batch_id","used");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_words_once" ON "survey_words" USING btree ("answer_id","question_id");--> statement-breakpoint
CREATE INDEX "survey_words_survey" ON "survey_words" USING btree ("survey_id");--> statement-breakpoint
ALTER TABLE "survey_template" ADD CONSTRAINT "survey_template_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;