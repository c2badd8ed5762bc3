CREATE TABLE "activity_session" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"held_on" text NOT NULL,
	"place" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"entry_id" text,
	"made_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_file" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"worker_id" text NOT NULL,
	"state" text NOT NULL,
	"goal_sealed" text NOT NULL,
	"closing_sealed" text,
	"opened_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "case_note" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"words_sealed" text NOT NULL,
	"author_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cpd_record" (
	"id" text PRIMARY KEY NOT NULL,
	"worker_id" text NOT NULL,
	"held_on" text NOT NULL,
	"title" text NOT NULL,
	"hours" integer NOT NULL,
	"recorded_at" bigint NOT NULL,
	"confirmed_by" text,
	"confirmed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "session_arrival" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"via" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "diary_entry" ADD COLUMN "form_id" text;--> statement-breakpoint
ALTER TABLE "diary_entry" ADD COLUMN "case_id" text;--> statement-breakpoint
ALTER TABLE "social_worker" ADD COLUMN "supervisor_id" text;--> statement-breakpoint
ALTER TABLE "activity_session" ADD CONSTRAINT "activity_session_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_session" ADD CONSTRAINT "activity_session_entry_id_diary_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."diary_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_worker_id_person_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_entry_id_diary_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."diary_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cpd_record" ADD CONSTRAINT "cpd_record_worker_id_person_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_arrival" ADD CONSTRAINT "session_arrival_session_id_activity_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."activity_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_arrival" ADD CONSTRAINT "session_arrival_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_session_code" ON "activity_session" USING btree ("code");--> statement-breakpoint
CREATE INDEX "activity_session_contract" ON "activity_session" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_file_ref" ON "case_file" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "case_file_worker" ON "case_file" USING btree ("worker_id","state");--> statement-breakpoint
CREATE INDEX "case_file_contract" ON "case_file" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "case_note_case" ON "case_note" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_note_entry" ON "case_note" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "cpd_record_worker" ON "cpd_record" USING btree ("worker_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "session_arrival_once" ON "session_arrival" USING btree ("session_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "diary_entry_form" ON "diary_entry" USING btree ("contract_id","form_id");