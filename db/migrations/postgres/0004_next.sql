CREATE TABLE "hall_body" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"rule_code" text NOT NULL,
	"name" text NOT NULL,
	"size" integer,
	"size_source" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hall_member" (
	"id" text PRIMARY KEY NOT NULL,
	"body_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"woman" boolean NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "hall_topic" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"source" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"need_id" text,
	"person_id" text,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"reason" text,
	"answered_by" text,
	"answered_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_file" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"sha256" text NOT NULL,
	"mime" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"open" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"topic_id" text,
	"need_id" text
);
--> statement-breakpoint
CREATE TABLE "meeting_member" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"woman" boolean NOT NULL,
	"channel" text,
	"holder_id" text
);
--> statement-breakpoint
CREATE TABLE "meeting_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"place" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "meeting_question" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text,
	"words" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"shown" text,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "meeting_resolution" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"words" text NOT NULL,
	"in_favour" integer NOT NULL,
	"against" integer NOT NULL,
	"abstained" integer NOT NULL,
	"passed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"scope" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"community_kind" text,
	"effect" text NOT NULL,
	"composition" text NOT NULL,
	"chair" text NOT NULL,
	"counted" boolean NOT NULL,
	"notice_value" integer NOT NULL,
	"notice_unit" text NOT NULL,
	"quorum_over" boolean NOT NULL,
	"quorum_num" integer NOT NULL,
	"quorum_den" integer NOT NULL,
	"majority_over" boolean NOT NULL,
	"majority_num" integer NOT NULL,
	"majority_den" integer NOT NULL,
	"majority_base" text NOT NULL,
	"women_num" integer,
	"women_den" integer,
	"caller_num" integer,
	"caller_den" integer,
	"caller_base" text,
	"proxies" integer NOT NULL,
	"from_date" text NOT NULL,
	"grounds" jsonb NOT NULL,
	"adopted_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_step" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"resolution_id" text NOT NULL,
	"words" text NOT NULL,
	"party_id" text NOT NULL,
	"due_on" text NOT NULL,
	"done" text,
	"done_by" text,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"street_id" text NOT NULL,
	"body_id" text NOT NULL,
	"rule_id" text NOT NULL,
	"title" text NOT NULL,
	"chair" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"state" text NOT NULL,
	"again_of" text,
	"size" integer,
	"noticed_at" bigint,
	"reason" text,
	"attendance_source" text,
	"counts" jsonb,
	"present" integer,
	"held_at" bigint,
	"minutes" text,
	"minutes_by" text,
	"published_at" bigint,
	"executed_at" bigint,
	"report" text,
	"reported_at" bigint,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_support" (
	"topic_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "topic_support_topic_id_person_id_pk" PRIMARY KEY("topic_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "hall_body" ADD CONSTRAINT "hall_body_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_body" ADD CONSTRAINT "hall_body_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_member" ADD CONSTRAINT "hall_member_body_id_hall_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."hall_body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_topic_id_hall_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."hall_topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notice" ADD CONSTRAINT "meeting_notice_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_resolution" ADD CONSTRAINT "meeting_resolution_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_resolution" ADD CONSTRAINT "meeting_resolution_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_resolution_id_meeting_resolution_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."meeting_resolution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_hall_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."hall_body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_rule_id_meeting_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."meeting_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_support" ADD CONSTRAINT "topic_support_topic_id_hall_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."hall_topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_support" ADD CONSTRAINT "topic_support_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hall_body_community" ON "hall_body" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "hall_member_body" ON "hall_member" USING btree ("body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hall_topic_ref" ON "hall_topic" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "hall_topic_community" ON "hall_topic" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "hall_topic_person" ON "hall_topic" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_file_meeting" ON "meeting_file" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_item_meeting" ON "meeting_item" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_item_need" ON "meeting_item" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "meeting_member_meeting" ON "meeting_member" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_notice_meeting" ON "meeting_notice" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_question_meeting" ON "meeting_question" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_resolution_meeting" ON "meeting_resolution" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_rule_version" ON "meeting_rule" USING btree ("code","scope","version");--> statement-breakpoint
CREATE INDEX "meeting_step_meeting" ON "meeting_step" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_step_party" ON "meeting_step" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_ref" ON "meeting" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "meeting_community" ON "meeting" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "meeting_starts" ON "meeting" USING btree ("starts_at");